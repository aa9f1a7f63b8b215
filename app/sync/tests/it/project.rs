//! What each role sees (`domain.md`, "Who may do what").

use app_domain::calls::{
    Attempt, Claim, Outcome, OutcomeOf, OutcomesWere, ReasonKind, Recall, RecallRule, Topic,
};
use app_domain::care::{Care, Episode};
use app_domain::id::{AttemptId, EpisodeId, PaymentId, PlanId};
use app_domain::money::Cents;
use app_domain::patient::{Channel, Patient};
use app_domain::payments::{PaymentEntry, RecordedPayment};
use app_domain::risk_marks::{RiskMark, RiskMarks, RiskSaid, RiskStanding};
use app_domain::role::Role;
use app_domain::rows::{Change, Key, Row};
use app_domain::treatment_consent::{GivenConsent, TreatmentConsent};
use app_sync::project::{ViewClass, project, project_change};
use jiff::civil::date;
use uuid::Uuid;

use crate::practice::{at, care, member_id, patient, patient_id, rows};

fn seen(role: Role, row: Row) -> Option<Row> {
    project(ViewClass { role }, &row)
}

fn care_of(role: Role) -> Option<Care> {
    match seen(role, Row::Care(care(1))) {
        Some(Row::Care(care)) => Some(care),
        _ => None,
    }
}

fn patient_of(role: Role) -> Patient {
    match seen(role, Row::Patient(patient(1))) {
        Some(Row::Patient(patient)) => patient,
        other => panic!("{role:?} sees {other:?}"),
    }
}

fn attempt(topic: ReasonKind, outcome: Outcome) -> Row {
    Row::Attempt(Attempt {
        id: AttemptId(Uuid::from_u128(1)),
        patient: patient_id(1),
        at: at(9, 0),
        channel: Channel::Phone,
        by: Some(member_id(1)),
        by_name: None,
        imported: false,
        double: false,
        outcomes: vec![OutcomeOf {
            topic: Topic::Reason(topic),
            outcome,
        }],
        question: String::new(),
        answer: None,
        hand_offs: Vec::new(),
        delay: None,
        corrected: Vec::new(),
        settled: Vec::new(),
        opposed: Vec::new(),
    })
}

#[test]
fn amounts_reach_only_those_who_read_payments() {
    for role in Role::ALL {
        let Some(money) = care_of(role).and_then(|care| care.money) else {
            continue;
        };
        let has_amounts = money.balance.is_some_and(|due| due.amount.is_some());
        let expected = matches!(role, Role::FrontDesk | Role::OfficeManager);
        assert_eq!(has_amounts, expected, "{role:?}");
    }
}

#[test]
fn the_remote_secretary_and_the_case_manager_know_that_something_is_due_and_its_rank() {
    for role in [Role::RemoteSecretary, Role::CaseManager] {
        let money = care_of(role).and_then(|care| care.money).expect("due yes or no");
        let whole = care(1).money.expect("the sample owes");
        assert_eq!(money.band, whole.band);
        assert_eq!(money.balance.map(|due| due.day), whole.balance.map(|due| due.day));
        assert_eq!(money.instalment.and_then(|due| due.amount), None);
    }
}

#[test]
fn clinicians_do_not_know_that_anything_is_due() {
    for role in [Role::Dentist, Role::Hygienist] {
        assert_eq!(care_of(role).expect("care is seen").money, None);
        let promise = attempt(
            ReasonKind::Balance,
            Outcome::PromisesToPay {
                by: date(2026, 12, 1),
                amount: None,
            },
        );
        assert_eq!(seen(role, promise), None);
    }
}

#[test]
fn what_a_clinician_is_asked_is_for_those_who_ask_and_those_who_answer() {
    let asks = Outcome::Problem {
        clinician: None,
        until: None,
    };
    let Row::Attempt(plain) = attempt(ReasonKind::HygieneRecall, asks.clone()) else {
        panic!("an attempt");
    };
    let asked = Attempt {
        question: "si muove".to_owned(),
        ..plain
    };
    for role in Role::ALL {
        let sees = !matches!(role, Role::OfficeManager | Role::Owner);
        let row = seen(role, Row::Attempt(asked.clone()));
        assert_eq!(row.is_some(), sees, "{role:?}");
    }
    // Corrected into a question, it stays a row for who saw it before, without what is asked.
    let corrected = Attempt {
        corrected: vec![OutcomesWere {
            by: member_id(1),
            at: at(9, 5),
            outcomes: vec![OutcomeOf {
                topic: Topic::Reason(ReasonKind::HygieneRecall),
                outcome: Outcome::NoAnswer,
            }],
        }],
        ..asked
    };
    let Some(Row::Attempt(row)) = seen(Role::OfficeManager, Row::Attempt(corrected)) else {
        panic!("what was seen stays");
    };
    assert_eq!((row.outcomes, row.question), (Vec::new(), String::new()));
    assert_eq!(row.corrected.len(), 1);
}

#[test]
fn the_office_manager_sees_no_single_risk() {
    assert!(
        care_of(Role::OfficeManager)
            .expect("care is seen")
            .episodes
            .is_empty()
    );
    assert_eq!(
        seen(
            Role::OfficeManager,
            attempt(ReasonKind::ClinicalRisk, Outcome::AllWell)
        ),
        None
    );
}

#[test]
fn those_who_call_see_the_category_of_a_risk_and_not_the_tooth() {
    for role in [Role::FrontDesk, Role::RemoteSecretary, Role::CaseManager] {
        let episodes = care_of(role).expect("care is seen").episodes;
        assert_eq!(episodes.len(), 1, "{role:?}");
        assert_eq!(episodes[0].tooth, "");
        assert_eq!(episodes[0].category, care(1).episodes[0].category);
    }
    assert_eq!(
        care_of(Role::Dentist).expect("care is seen").episodes,
        care(1).episodes
    );
}

#[test]
fn the_title_of_a_plan_is_for_those_who_see_its_content() {
    for role in [Role::FrontDesk, Role::RemoteSecretary] {
        let plans = care_of(role).expect("care is seen").plans;
        assert_eq!(plans.len(), 1, "the list is made of its counts");
        assert_eq!(plans[0].title, "");
        assert!(
            plans[0].steps.is_empty(),
            "nor what is treated, and what was answered"
        );
        let finished = care_of(role).and_then(|care| care.finished);
        assert_eq!(finished.expect("somebody asks how it went").title, "");
    }
    assert_eq!(care_of(Role::OfficeManager).and_then(|care| care.finished), None);
    assert_eq!(
        care_of(Role::CaseManager).expect("care is seen").plans,
        care(1).plans
    );
    assert!(
        care_of(Role::OfficeManager)
            .expect("care is seen")
            .plans
            .is_empty()
    );
}

#[test]
fn the_owner_sees_patients_by_name_and_no_calls() {
    let patient = patient_of(Role::Owner);
    assert_eq!(patient.full_name(), "Surname1 Name");
    assert_eq!(
        (patient.born, patient.contacts, patient.dentist),
        (None, None, None)
    );
    assert_eq!(care_of(Role::Owner), None);
    assert_eq!(
        seen(Role::Owner, attempt(ReasonKind::HygieneRecall, Outcome::NoAnswer)),
        None
    );
    let claim = Claim {
        patient: patient_id(1),
        by: member_id(1),
        since: at(9, 0),
        until: at(9, 10),
        taken: None,
    };
    assert_eq!(seen(Role::Owner, Row::Claim(claim)), None);
}

#[test]
fn the_office_manager_sees_the_number_to_call_and_nothing_more_of_a_patient() {
    let patient = patient_of(Role::OfficeManager);
    let contacts = patient.contacts.expect("the office manager calls");
    assert!(contacts.mobile.is_some());
    assert_eq!(
        (contacts.email, contacts.note.as_str(), patient.born),
        (None, "", None)
    );
}

#[test]
fn an_amount_that_was_promised_is_an_amount() {
    let promised = |amount| {
        let outcome = Outcome::PromisesToPay {
            by: date(2026, 12, 1),
            amount,
        };
        attempt(ReasonKind::Balance, outcome)
    };
    let whole = promised(Some(Cents(5_000)));
    assert_eq!(seen(Role::FrontDesk, whole.clone()), Some(whole.clone()));
    assert_eq!(seen(Role::RemoteSecretary, whole), Some(promised(None)));
}

#[test]
fn a_removal_is_told_only_to_those_who_see_the_table() {
    let gone = Change::Remove {
        key: Key::Claim(patient_id(1)),
    };
    assert_eq!(project_change(ViewClass { role: Role::Owner }, &gone), None);
    assert_eq!(
        project_change(
            ViewClass {
                role: Role::FrontDesk
            },
            &gone
        ),
        Some(gone)
    );
}

#[test]
fn what_is_seen_is_seen_as_it_is_by_the_same_class() {
    for role in Role::ALL {
        let class = ViewClass { role };
        for row in rows() {
            let Some(once) = project(class, &row) else {
                continue;
            };
            assert_eq!(project(class, &once), Some(once.clone()), "{role:?}");
            assert_eq!(once.key(), row.key());
        }
    }
}

#[test]
fn when_a_consent_was_signed_is_for_clinicians_that_it_is_missing_for_those_who_speak_with_patients() {
    let given = GivenConsent {
        by: member_id(1),
        at: at(9, 0),
        signed: date(2026, 11, 20),
        withdrawn: None,
    };
    let whole =
        TreatmentConsent::of(PlanId(Uuid::from_u128(1)), patient_id(1), vec![given]).expect("a consent");
    let whether = TreatmentConsent {
        given: Vec::new(),
        ..whole.clone()
    };
    for role in Role::ALL {
        let expected = match role {
            Role::Dentist | Role::Hygienist => Some(whole.clone()),
            Role::FrontDesk | Role::RemoteSecretary | Role::CaseManager => Some(whether.clone()),
            Role::OfficeManager | Role::Owner => None,
        };
        let row = seen(role, Row::TreatmentConsent(whole.clone()));
        assert_eq!(row, expected.map(Row::TreatmentConsent), "{role:?}");
        let gone = Change::Remove {
            key: Key::TreatmentConsent(whole.plan),
        };
        let is_told = project_change(ViewClass { role }, &gone).is_some();
        assert_eq!(
            is_told,
            !matches!(role, Role::OfficeManager | Role::Owner),
            "{role:?}"
        );
    }
}

#[test]
fn an_entry_of_the_books_is_for_the_front_desk_the_manager_and_the_owner() {
    let payment = RecordedPayment {
        id: PaymentId(Uuid::from_u128(1)),
        patient: patient_id(1),
        plan: None,
        day: date(2026, 11, 23),
        amount: Cents(12_050),
        entry: PaymentEntry::Payment,
        by: member_id(1),
        at: at(9, 0),
    };
    for role in Role::ALL {
        let sees = matches!(role, Role::FrontDesk | Role::OfficeManager | Role::Owner);
        let row = Row::Payment(payment.clone());
        assert_eq!(seen(role, row.clone()), sees.then_some(row), "{role:?}");
        let gone = Change::Remove {
            key: Key::Payment(payment.id),
        };
        assert_eq!(
            project_change(ViewClass { role }, &gone).is_some(),
            sees,
            "{role:?}"
        );
        // Nor are the plans that could be paid for.
        let plans = care_of(role)
            .and_then(|care| care.money)
            .map(|money| money.plans.len());
        let expected = match role {
            Role::FrontDesk | Role::OfficeManager => Some(1),
            Role::RemoteSecretary | Role::CaseManager => Some(0),
            Role::Dentist | Role::Hygienist | Role::Owner => None,
        };
        assert_eq!(plans, expected, "{role:?}");
    }
}

#[test]
fn a_recall_set_by_hand_is_for_everybody_who_sees_calls() {
    let row = Row::Recall(Recall {
        patient: patient_id(1),
        check: None,
        rule: RecallRule {
            interval_months: 4,
            fixed: Some(date(2026, 12, 14)),
            disabled_until: None,
        },
        by: member_id(1),
        at: at(9, 0),
    });
    for role in Role::ALL {
        let expected = (role != Role::Owner).then(|| row.clone());
        assert_eq!(seen(role, row.clone()), expected, "{role:?}");
    }
}

#[test]
fn of_an_episode_opened_by_hand_a_secretary_knows_the_category_and_the_days_and_a_manager_nothing() {
    let episode = EpisodeId(Uuid::from_u128(1));
    let [by_act] = &care(1).episodes[..] else {
        panic!("one episode")
    };
    let whole = RiskMarks {
        patient: patient_id(1),
        marks: vec![RiskMark {
            episode,
            by_hand: Some(Episode {
                id: Some(episode),
                ..by_act.clone()
            }),
            stands: RiskStanding::Open,
            said: vec![RiskSaid {
                by: member_id(1),
                at: at(9, 0),
                stands: RiskStanding::Open,
                reason: "si muove".into(),
            }],
        }],
    };
    for role in Role::ALL {
        let row = seen(role, Row::RiskMarks(whole.clone()));
        let text = serde_json::to_string(&row).expect("plain data");
        match role {
            Role::Dentist | Role::Hygienist => assert_eq!(row, Some(Row::RiskMarks(whole.clone()))),
            Role::FrontDesk | Role::RemoteSecretary | Role::CaseManager => {
                assert!(text.contains("extended_provisional"), "{role:?}: {text}");
                assert!(
                    !text.contains("tooth") && !text.contains("si muove"),
                    "{role:?}: {text}"
                );
            }
            Role::OfficeManager | Role::Owner => assert_eq!(row, None, "{role:?}"),
        }
    }
}
