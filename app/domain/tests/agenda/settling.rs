//! What a person settles of what calls have left to decide, who may, and what one call writes as a group.

use app_domain::calls::{Matter, Outcome, OutcomeOf, ReasonKind, Settlement, Topic};
use app_domain::command::{Booking, Command};
use app_domain::id::AttemptId;
use app_domain::patient::{Channel, Contacts, Opposition, Patient, PatientField, Purpose, Standing};
use app_domain::refusal::Refusal;
use app_domain::role::Role;
use app_domain::rows::{Row, Rows};

use super::model::{MONDAY, Model, clinician, id, monday_at, patient, place, plain_patient, visit};

const HYGIENE: Topic = Topic::Reason(ReasonKind::HygieneRecall);
const BALANCE: Topic = Topic::Reason(ReasonKind::Balance);
const RISK: Topic = Topic::Reason(ReasonKind::ClinicalRisk);
const CALL: AttemptId = AttemptId(id(900));
const DESK: Role = Role::FrontDesk;
const ACTIVE: Settlement = Settlement::Confirmed {
    standing: Standing::Active,
};
const RETRY: Settlement = Settlement::Retry {
    reason: ReasonKind::HygieneRecall,
};
const CLOSED: Settlement = Settlement::Closed {
    reason: ReasonKind::HygieneRecall,
};

fn call(outcomes: &[(Topic, Outcome)], booking: Option<Booking>) -> Command {
    let outcomes = outcomes.iter().cloned();
    Command::RecordAttempt {
        attempt: CALL,
        patient: patient(1),
        channel: Channel::Phone,
        outcomes: outcomes
            .map(|(topic, outcome)| OutcomeOf { topic, outcome })
            .collect(),
        booking,
        asks: None,
        latest: None,
        question: String::new(),
    }
}

/// A practice in which somebody in a role has called at 9:00.
fn called_by(role: Role, outcome: Outcome) -> Model {
    let mut practice = Model::new();
    let topic = if outcome == Outcome::Disputes {
        BALANCE
    } else {
        HYGIENE
    };
    practice
        .act(role, monday_at(9, 0), &call(&[(topic, outcome)], None))
        .expect("a call");
    practice
}

fn called(outcome: Outcome) -> Model {
    called_by(DESK, outcome)
}

fn settle(was: Option<Settlement>, settlement: Settlement) -> Command {
    Command::SettleCall {
        attempt: CALL,
        was,
        settlement,
        words: "  sentita la figlia ".to_owned(),
    }
}

fn standing(practice: &Model) -> Standing {
    practice.patient(patient(1)).expect("the patient").standing
}

#[test]
fn oppositions_of_one_call_are_all_kept() {
    let opposes = |channel| Outcome::DoNotContact {
        purpose: None,
        channel,
    };
    let all = [
        (HYGIENE, opposes(None)),
        (BALANCE, opposes(Some(Channel::Phone))),
        (RISK, Outcome::AllWell),
        (Topic::Other, opposes(None)),
    ];
    let expected = [
        (Purpose::Recalls, None),
        (Purpose::Administration, Some(Channel::Phone)),
        (Purpose::Care, None),
    ]
    .map(|(purpose, channel)| Opposition {
        purpose: Some(purpose),
        channel,
    });
    let mut practice = Model::new();
    practice
        .act(DESK, monday_at(9, 0), &call(&all, None))
        .expect("a call");
    assert_eq!(
        practice.patient(patient(1)).expect("the patient").oppositions,
        expected
    );
    // What a correction makes of it is kept in the same way.
    let quiet = [(HYGIENE, Outcome::AllWell), (BALANCE, Outcome::AllWell)];
    let mut practice = Model::new();
    practice
        .act(DESK, monday_at(9, 0), &call(&quiet, None))
        .expect("a call");
    let outcomes = |said: &[(Topic, Outcome)]| -> Vec<OutcomeOf> {
        let said = said.iter().cloned();
        said.map(|(topic, outcome)| OutcomeOf { topic, outcome })
            .collect()
    };
    let correct = Command::CorrectAttempt {
        attempt: CALL,
        was: outcomes(&quiet),
        becomes: outcomes(&all[..2]),
        question: String::new(),
    };
    practice
        .act(DESK, monday_at(9, 5), &correct)
        .expect("a correction");
    assert_eq!(
        practice.patient(patient(1)).expect("the patient").oppositions,
        expected[..2]
    );
}

/// A booking, a promise, a question, a promise to pay and an opposition, of one call.
fn group(booked: Booking) -> Command {
    let visit = Some(booked.appointment);
    let outcomes = [
        (HYGIENE, Outcome::Booked { appointment: visit }),
        (
            Topic::Reason(ReasonKind::SuspendedCycle),
            Outcome::CallBack {
                until: MONDAY.at(15, 0, 0, 0),
                what: String::new(),
            },
        ),
        (
            RISK,
            Outcome::Problem {
                clinician: Some(clinician(1)),
                until: Some(MONDAY.at(12, 0, 0, 0)),
            },
        ),
        (
            BALANCE,
            Outcome::PromisesToPay {
                by: MONDAY,
                amount: None,
            },
        ),
        (
            Topic::Reason(ReasonKind::PlanAwaiting),
            Outcome::DoNotContact {
                purpose: None,
                channel: None,
            },
        ),
    ];
    call(&outcomes, Some(booked))
}

fn at_ten() -> Booking {
    Booking {
        appointment: visit(2),
        patient: patient(1),
        place: place(MONDAY.at(10, 0, 0, 0), 30),
        kind: app_domain::agenda::AppointmentKind::Hygiene,
        plan: None,
        overbooking: None,
        note: String::new(),
    }
}

#[test]
fn what_came_of_one_call_is_written_as_a_group() {
    let mut practice = Model::new();
    practice
        .act(DESK, monday_at(9, 0), &group(at_ten()))
        .expect("a call");
    let attempt = practice.attempt(CALL).expect("the call");
    assert_eq!(attempt.outcomes.len(), 5);
    assert!(attempt.promises_to_call_back() && attempt.asks().is_some());
    assert!(practice.appointment(visit(2)).is_some());
    assert_eq!(
        practice
            .patient(patient(1))
            .expect("the patient")
            .oppositions
            .len(),
        1
    );
}

#[test]
fn a_group_whose_booking_is_refused_records_nothing() {
    let mut practice = Model::new();
    practice.book(1, 2, place(MONDAY.at(10, 0, 0, 0), 30));
    let before = practice.rows().clone();
    let refused = practice.act(DESK, monday_at(9, 0), &group(at_ten()));
    assert!(matches!(refused, Err(Refusal::PlaceTaken { .. })), "{refused:?}");
    assert_eq!(*practice.rows(), before);
}

#[test]
fn a_report_that_is_confirmed_becomes_the_patients_standing_and_back() {
    let mut practice = called(Outcome::Deceased);
    practice
        .act(DESK, monday_at(9, 10), &settle(None, ACTIVE))
        .expect("confirmed");
    assert_eq!(standing(&practice), Standing::Deceased);
    let settled = &practice.attempt(CALL).expect("the call").settled;
    assert_eq!(
        (settled.len(), settled[0].words.as_str()),
        (1, "sentita la figlia")
    );
    practice
        .act(DESK, monday_at(9, 20), &settle(Some(ACTIVE), Settlement::NotTrue))
        .expect("not true after all");
    assert_eq!(standing(&practice), Standing::Active);
    let attempt = practice.attempt(CALL).expect("the call");
    assert_eq!(attempt.settled.len(), 2);
    assert!(!attempt.report_stands());
}

#[test]
fn a_confirmation_overwrites_no_standing_that_it_has_not_seen() {
    let mut practice = called(Outcome::MovedAway);
    practice.put(Row::Patient(Patient {
        standing: Standing::Inactive,
        ..plain_patient(1)
    }));
    let blind = practice.act(DESK, monday_at(9, 10), &settle(None, ACTIVE));
    assert_eq!(blind, Err(Refusal::SetMeanwhile));
}

#[test]
fn what_was_settled_meanwhile_is_not_settled_blindly() {
    let mut practice = called(Outcome::Deceased);
    let wrong = settle(None, Settlement::NotTrue);
    practice.act(DESK, monday_at(9, 10), &wrong).expect("not true");
    assert_eq!(practice.act(DESK, monday_at(9, 11), &wrong), Ok(Vec::new()));
    let late = practice.act(Role::CaseManager, monday_at(9, 12), &settle(None, ACTIVE));
    assert_eq!(late, Err(Refusal::NotAllowed), "the case manager has not called");
    let other = Role::RemoteSecretary;
    assert!(matches!(
        practice.act(other, monday_at(9, 12), &wrong),
        Err(Refusal::Settled { .. })
    ));
    assert_eq!(standing(&practice), Standing::Active);
}

#[test]
fn only_what_a_call_left_open_is_settled_and_a_reason_is_closed_in_words() {
    let cases = [
        (Outcome::Deceased, ACTIVE),
        (Outcome::MovedAway, Settlement::NotTrue),
        (Outcome::Disputes, Settlement::Resolved),
        (Outcome::NoAnswer, RETRY),
        (Outcome::Busy, CLOSED),
    ];
    for (outcome, settlement) in cases {
        let mut practice = called(outcome.clone());
        let command = settle(None, settlement);
        assert!(
            practice.act(DESK, monday_at(9, 10), &command).is_ok(),
            "{settlement:?}"
        );
        let mut other = called(Outcome::AllWell);
        assert_eq!(
            other.act(DESK, monday_at(9, 10), &command),
            Err(Refusal::UnfitOutcome),
            "{settlement:?}"
        );
    }
    let silent = Command::SettleCall {
        attempt: CALL,
        was: None,
        settlement: CLOSED,
        words: "  ".to_owned(),
    };
    let mut practice = called(Outcome::NoAnswer);
    assert_eq!(
        practice.act(DESK, monday_at(9, 10), &silent),
        Err(Refusal::ReasonMissing)
    );
    for settlement in [
        Settlement::NumberCorrected,
        Settlement::Closed {
            reason: ReasonKind::ClinicalRisk,
        },
    ] {
        assert_eq!(
            practice.act(DESK, monday_at(9, 10), &settle(None, settlement)),
            Err(Refusal::UnfitOutcome)
        );
    }
}

/// Who may settle what, of a call that the front desk made: yes, no, or not even that there is a call.
#[test]
fn who_calls_settles_what_calls_have_left_and_who_writes_identity_says_how_a_patient_stands() {
    use Role::{CaseManager, Dentist, FrontDesk, Hygienist, OfficeManager, Owner, RemoteSecretary};
    let (no, hidden) = (Err(Refusal::NotAllowed), Err(Refusal::NotFound));
    let yes = || Ok(());
    type Answers = [(Role, Result<(), Refusal>); 7];
    let rows: [(Outcome, Settlement, Answers); 4] = [
        (
            Outcome::Deceased,
            ACTIVE,
            [
                (FrontDesk, yes()),
                (RemoteSecretary, no.clone()),
                (CaseManager, no.clone()),
                (OfficeManager, no.clone()),
                (Dentist, no.clone()),
                (Hygienist, no.clone()),
                (Owner, hidden.clone()),
            ],
        ),
        (
            Outcome::Deceased,
            Settlement::NotTrue,
            [
                (FrontDesk, yes()),
                (RemoteSecretary, yes()),
                (CaseManager, no.clone()),
                (OfficeManager, yes()),
                (Dentist, no.clone()),
                (Hygienist, no.clone()),
                (Owner, hidden.clone()),
            ],
        ),
        (
            Outcome::NoAnswer,
            RETRY,
            [
                (FrontDesk, yes()),
                (RemoteSecretary, yes()),
                (CaseManager, no.clone()),
                (OfficeManager, yes()),
                (Dentist, no.clone()),
                (Hygienist, no.clone()),
                (Owner, hidden.clone()),
            ],
        ),
        (
            Outcome::DeclinesToGoOn,
            Settlement::Seen,
            [
                (FrontDesk, no.clone()),
                (RemoteSecretary, no.clone()),
                (CaseManager, no.clone()),
                (OfficeManager, hidden.clone()),
                (Dentist, yes()),
                (Hygienist, yes()),
                (Owner, hidden.clone()),
            ],
        ),
    ];
    for (outcome, settlement, roles) in rows {
        for (role, expected) in roles {
            let mut practice = called(outcome.clone());
            let done = practice.act(role, monday_at(9, 10), &settle(None, settlement));
            assert_eq!(done.map(drop), expected, "{role:?} {settlement:?}");
        }
    }
    // A case manager, of patients whom they called; and they write identity.
    for (outcome, settlement) in [(Outcome::Deceased, ACTIVE), (Outcome::NoAnswer, RETRY)] {
        let mut practice = called_by(CaseManager, outcome);
        let done = practice.act(CaseManager, monday_at(9, 10), &settle(None, settlement));
        assert!(done.is_ok(), "{settlement:?}");
    }
}

#[test]
fn a_number_that_is_corrected_is_written_beside_the_last_call() {
    let correct = |was: Option<&str>, becomes: &str| Command::EditPatient {
        patient: patient(1),
        was: PatientField::Mobile(was.map(str::to_owned)),
        becomes: PatientField::Mobile(Some(becomes.to_owned())),
    };
    let mut practice = called(Outcome::WrongNumber);
    practice.put(Row::Patient(Patient {
        contacts: Some(Contacts::default()),
        ..plain_patient(1)
    }));
    let address = Command::EditPatient {
        patient: patient(1),
        was: PatientField::Email(None),
        becomes: PatientField::Email(Some("anna@example.org".to_owned())),
    };
    practice.act(DESK, monday_at(9, 9), &address).expect("an address");
    assert_eq!(practice.attempt(CALL).expect("the call").settled, []);
    practice
        .act(DESK, monday_at(9, 10), &correct(None, "+393331234567"))
        .expect("a number");
    let attempt = practice.attempt(CALL).expect("the call");
    assert!(attempt.settled_about(Matter::Number).is_some());
    // Once is enough, until the patient is called again.
    let again = correct(Some("+393331234567"), "+393331234568");
    practice.act(DESK, monday_at(9, 11), &again).expect("a number");
    assert_eq!(practice.attempt(CALL).expect("the call").settled.len(), 1);
}
