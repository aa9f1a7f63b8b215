//! Changes that meet: fields, calls, and what waits for a person.

use app_domain::agenda::{Place, Status};
use app_domain::calls::{Outcome, OutcomeOf, ReasonKind, Topic};
use app_domain::command::{Booking, Command, LatestCall};
use app_domain::id::{AttemptId, ReviewId};
use app_domain::patient::{Channel, Consent, Contacts, PatientField};
use app_domain::refusal::Refusal;
use app_domain::review::{About, Cause, Decision, Device, Review, Settled, Verdict, is_for_a_person};
use app_domain::role::Role;
use app_domain::rows::{Row, Rows};

use crate::model::{MONDAY, Model, id, member, monday_at, patient, place, plain_patient, visit};

fn mobile(number: &str) -> PatientField {
    PatientField::Mobile(Some(number.to_owned()))
}

fn edit(was: PatientField, becomes: PatientField) -> Command {
    Command::EditPatient {
        patient: patient(1),
        was,
        becomes,
    }
}

/// Patient 1 has a mobile number.
fn practice() -> Model {
    let mut model = Model::new();
    let mut reachable = plain_patient(1);
    reachable.contacts = Some(Contacts {
        mobile: Some("+39333111".to_owned()),
        ..Contacts::default()
    });
    model.put(Row::Patient(reachable));
    model
}

fn has_mobile(model: &Model) -> Option<String> {
    model.patient(patient(1))?.contacts.as_ref()?.mobile.clone()
}

#[test]
fn a_field_is_changed_by_who_saw_its_present_value() {
    let mut practice = practice();
    let nine = monday_at(9, 0);
    practice
        .act(
            Role::FrontDesk,
            nine,
            &edit(mobile("+39333111"), mobile("+39333222")),
        )
        .expect("the value was seen");
    assert_eq!(has_mobile(&practice).as_deref(), Some("+39333222"));
    let late = edit(mobile("+39333111"), mobile("+39333999"));
    let refusal = practice
        .act(Role::CaseManager, nine, &late)
        .expect_err("another value was seen");
    assert_eq!(
        refusal,
        Refusal::FieldChanged {
            now: mobile("+39333222")
        }
    );
    assert!(is_for_a_person(&late, &refusal));
    let same = edit(mobile("+39333111"), mobile("+39333222"));
    assert_eq!(practice.act(Role::CaseManager, nine, &same), Ok(Vec::new()));
}

#[test]
fn a_value_that_the_field_cannot_hold_is_refused() {
    let mut practice = practice();
    let unfit = [
        edit(mobile("+39333111"), mobile("trentatré")),
        edit(mobile("+39333111"), mobile("12")),
        edit(
            PatientField::Email(None),
            PatientField::Email(Some("maria.rossi".to_owned())),
        ),
        edit(
            PatientField::Born(None),
            PatientField::Born(Some(MONDAY.tomorrow().expect("a day"))),
        ),
        edit(mobile("+39333111"), PatientField::Email(None)),
    ];
    for command in unfit {
        let refused = practice.act(Role::FrontDesk, monday_at(9, 0), &command);
        assert_eq!(refused, Err(Refusal::UnfitValue), "{command:?}");
    }
}

#[test]
fn a_revoked_consent_wins_whatever_was_seen() {
    let mut practice = practice();
    let revoke = edit(
        PatientField::RecallConsent(Consent::Given),
        PatientField::RecallConsent(Consent::Denied),
    );
    practice
        .act(Role::RemoteSecretary, monday_at(9, 0), &revoke)
        .expect("a revoked consent always wins");
    let give = edit(
        PatientField::RecallConsent(Consent::NeverAsked),
        PatientField::RecallConsent(Consent::Given),
    );
    let refused = practice.act(Role::FrontDesk, monday_at(9, 0), &give);
    assert!(matches!(refused, Err(Refusal::FieldChanged { .. })));
}

#[test]
fn contacts_are_changed_by_those_who_write_them() {
    for role in Role::ALL {
        let edited = practice().act(
            role,
            monday_at(9, 0),
            &edit(mobile("+39333111"), mobile("+39333222")),
        );
        let writes = matches!(role, Role::FrontDesk | Role::CaseManager);
        assert_eq!(edited.is_ok(), writes, "{role:?}");
    }
}

fn call(number: u128, latest: Option<LatestCall>) -> Command {
    Command::RecordAttempt {
        attempt: AttemptId(id(number)),
        patient: patient(1),
        channel: Channel::Phone,
        outcomes: vec![OutcomeOf {
            topic: Topic::Reason(ReasonKind::HygieneRecall),
            outcome: Outcome::NoAnswer,
        }],
        booking: None,
        asks: None,
        latest,
        question: String::new(),
    }
}

fn is_double(model: &Model, number: u128) -> bool {
    model
        .attempt(AttemptId(id(number)))
        .expect("the call is there")
        .double
}

#[test]
fn calls_of_two_people_who_did_not_know_of_each_other_are_marked_on_both() {
    let mut practice = practice();
    let nobody = Some(LatestCall::Nobody);
    practice
        .act(Role::FrontDesk, monday_at(9, 20), &call(1, nobody))
        .expect("the first");
    assert!(!is_double(&practice, 1));
    practice
        .act(Role::RemoteSecretary, monday_at(9, 0), &call(2, nobody))
        .expect("made without a network, received later");
    assert!(is_double(&practice, 1) && is_double(&practice, 2));
}

#[test]
fn a_call_after_one_that_the_caller_knew_of_is_no_double() {
    let mut practice = practice();
    practice
        .act(
            Role::FrontDesk,
            monday_at(9, 0),
            &call(1, Some(LatestCall::Nobody)),
        )
        .expect("the first");
    let known = Some(LatestCall::Attempt(AttemptId(id(1))));
    practice
        .act(Role::RemoteSecretary, monday_at(9, 20), &call(2, known))
        .expect("the second");
    practice
        .act(Role::RemoteSecretary, monday_at(9, 40), &call(3, None))
        .expect("from a device that does not say");
    for number in 1..=3 {
        assert!(!is_double(&practice, number), "{number}");
    }
}

const REVIEW: ReviewId = ReviewId(uuid::Uuid::from_u128(500));

fn waiting(command: Command, refusal: Option<Refusal>) -> Review {
    Review {
        id: REVIEW,
        by: member(Role::RemoteSecretary),
        role: Role::RemoteSecretary,
        at: monday_at(9, 5),
        received: monday_at(10, 0),
        device: Device::Tablet,
        cause: Cause::Conflict,
        about: Some(Box::new(About { command, refusal })),
        settled: None,
    }
}

fn settle(decision: Decision) -> Command {
    Command::SettleReview {
        review: REVIEW,
        decision,
        words: String::new(),
    }
}

fn at_ten() -> Place {
    place(MONDAY.at(10, 0, 0, 0), 30)
}

/// Visit 2 was to go to ten o'clock, where visit 1 is.
fn place_lost() -> Model {
    let mut model = practice();
    model.book(1, 1, at_ten());
    let from = place(MONDAY.at(12, 0, 0, 0), 30);
    model.book(2, 2, from);
    let command = Command::MoveAppointment {
        appointment: visit(2),
        from,
        to: at_ten(),
        overbooking: None,
    };
    model.put(Row::Review(waiting(command, None)));
    model
}

#[test]
fn a_visit_whose_place_was_taken_is_put_elsewhere_by_who_decides() {
    let mut practice = place_lost();
    let eleven = place(MONDAY.at(11, 0, 0, 0), 30);
    let taken = settle(Decision::PlaceAt {
        place: at_ten(),
        overbooking: None,
    });
    let refused = practice.act(Role::FrontDesk, monday_at(10, 5), &taken);
    assert!(matches!(refused, Err(Refusal::PlaceTaken { .. })));
    let elsewhere = settle(Decision::PlaceAt {
        place: eleven,
        overbooking: None,
    });
    practice
        .act(Role::FrontDesk, monday_at(10, 5), &elsewhere)
        .expect("a free place");
    assert_eq!(practice.appointment(visit(2)).expect("it is there").place, eleven);
    let settled = Settled {
        by: member(Role::FrontDesk),
        at: monday_at(10, 5),
        verdict: Verdict::Done,
        words: String::new(),
    };
    assert_eq!(
        practice.review(REVIEW).expect("it stays").settled,
        Some(settled.clone())
    );
    let again = practice.act(Role::RemoteSecretary, monday_at(10, 6), &settle(Decision::Drop));
    assert_eq!(
        again,
        Err(Refusal::Settled {
            by: settled.by,
            at: settled.at
        })
    );
}

#[test]
fn everybody_may_give_up_their_own_wish_and_only_those_who_may_act_decide() {
    let mut owner = place_lost();
    let refused = owner.act(Role::Owner, monday_at(10, 5), &settle(Decision::Drop));
    assert_eq!(refused, Err(Refusal::NotAllowed));
    let mut hidden = place_lost();
    let Some(Row::Review(mut review)) = hidden.rows().values().last().cloned() else {
        panic!("reviews come last")
    };
    review.about = None;
    hidden.put(Row::Review(review));
    assert!(
        hidden
            .act(Role::RemoteSecretary, monday_at(10, 5), &settle(Decision::Drop))
            .is_ok(),
        "its author"
    );
}

#[test]
fn the_other_value_of_a_field_is_taken_over_what_stands_there() {
    let mut practice = practice();
    let command = edit(mobile("+39333000"), mobile("+39333999"));
    practice.put(Row::Review(waiting(command, None)));
    practice
        .act(Role::FrontDesk, monday_at(10, 5), &settle(Decision::Do))
        .expect("seen and decided");
    assert_eq!(has_mobile(&practice).as_deref(), Some("+39333999"));
}

#[test]
fn a_call_that_lost_its_place_stays_its_callers_at_its_hour() {
    let mut practice = practice();
    practice.book(1, 1, at_ten());
    let booking = Booking {
        appointment: visit(2),
        patient: patient(2),
        place: at_ten(),
        kind: app_domain::agenda::AppointmentKind::Hygiene,
        plan: None,
        overbooking: None,
        note: String::new(),
    };
    let command = Command::RecordAttempt {
        attempt: AttemptId(id(9)),
        patient: patient(2),
        channel: Channel::Phone,
        outcomes: vec![OutcomeOf {
            topic: Topic::Reason(ReasonKind::HygieneRecall),
            outcome: Outcome::Booked {
                appointment: Some(visit(2)),
            },
        }],
        booking: Some(booking),
        asks: None,
        latest: None,
        question: String::new(),
    };
    practice.put(Row::Review(waiting(command, None)));
    let eleven = place(MONDAY.at(11, 0, 0, 0), 45);
    let elsewhere = settle(Decision::PlaceAt {
        place: eleven,
        overbooking: None,
    });
    practice
        .act(Role::FrontDesk, monday_at(10, 5), &elsewhere)
        .expect("a free place");
    let attempt = practice.attempt(AttemptId(id(9))).expect("the call counts");
    assert_eq!(attempt.by, Some(member(Role::RemoteSecretary)));
    assert_eq!(attempt.at, monday_at(9, 5));
    let visit = practice.appointment(visit(2)).expect("the visit is there");
    assert_eq!((visit.place, &visit.status), (eleven, &Status::Booked));
}

#[test]
fn a_decision_about_a_decision_has_no_end_and_is_refused() {
    let mut practice = practice();
    practice.put(Row::Review(waiting(settle(Decision::Do), None)));
    let refused = practice.act(Role::FrontDesk, monday_at(10, 5), &settle(Decision::Do));
    assert_eq!(refused, Err(Refusal::NotAllowed));
}
