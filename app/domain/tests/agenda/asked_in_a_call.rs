//! A place outside hours that is asked for in a call: the call and the wish are one, and each goes its way.

use app_domain::agenda::{AppointmentKind, Overbooking, Place};
use app_domain::autonomy::Budget;
use app_domain::calls::{Outcome, OutcomeOf, ReasonKind, Topic};
use app_domain::command::{Booking, Command};
use app_domain::id::{AttemptId, ReviewId};
use app_domain::patient::Channel;
use app_domain::refusal::Refusal;
use app_domain::review::{Cause, Decision};
use app_domain::role::Role;
use app_domain::rows::{Row, Rows};

use super::addenda::team;
use super::model::{MONDAY, Model, id, monday_at, patient, place, visit};

const CALL: AttemptId = AttemptId(id(900));
const REVIEW: ReviewId = ReviewId(id(700));
const HYGIENE: Topic = Topic::Reason(ReasonKind::HygieneRecall);
const SECRETARY: Role = Role::RemoteSecretary;

/// The practice opens at nine.
fn early() -> Place {
    place(MONDAY.at(8, 0, 0, 0), 30)
}

fn practice() -> Model {
    let mut practice = Model::new();
    team(&mut practice);
    practice
}

fn booking(at: Place, reason: &str) -> Booking {
    Booking {
        appointment: visit(9),
        patient: patient(1),
        place: at,
        kind: AppointmentKind::Hygiene,
        plan: None,
        overbooking: Some(Overbooking {
            by: None,
            reason: reason.to_owned(),
        }),
        note: String::new(),
    }
}

fn call(outcome: Outcome, booking: Option<Booking>, asks: Option<ReviewId>) -> Command {
    Command::RecordAttempt {
        attempt: CALL,
        patient: patient(1),
        channel: Channel::Phone,
        outcomes: vec![OutcomeOf {
            topic: HYGIENE,
            outcome,
        }],
        booking,
        asks,
        latest: None,
        question: String::new(),
    }
}

fn asks_for(at: Place) -> Command {
    let appointment = visit(9);
    call(
        Outcome::AsksForPlace { appointment },
        Some(booking(at, "lavora tutto il giorno")),
        Some(REVIEW),
    )
}

#[test]
fn the_call_is_written_down_and_the_wish_waits_until_it_is_granted() {
    let mut practice = practice();
    practice
        .act(SECRETARY, monday_at(7, 0), &asks_for(early()))
        .expect("asked");
    assert!(practice.attempt(CALL).is_some());
    assert!(practice.appointment(visit(9)).is_none(), "nobody has granted it");
    let review = practice.review(REVIEW).expect("it waits");
    assert_eq!(review.cause, Cause::BeyondBudget);
    let grants = Command::SettleReview {
        review: REVIEW,
        decision: Decision::Do,
        words: String::new(),
    };
    practice
        .act(Role::OfficeManager, monday_at(7, 30), &grants)
        .expect("granted");
    let granted = practice.appointment(visit(9)).expect("it is there");
    assert_eq!(granted.place, early());
}

#[test]
fn within_the_budget_it_is_booked_at_once() {
    let mut practice = practice();
    practice.put(Row::Budget(Budget {
        outside_hours: true,
        ..Budget::usual(SECRETARY)
    }));
    let appointment = Some(visit(9));
    let books = call(
        Outcome::Booked { appointment },
        Some(booking(early(), "lavora")),
        None,
    );
    practice.act(SECRETARY, monday_at(7, 0), &books).expect("booked");
    assert!(practice.appointment(visit(9)).is_some());
    // What is open by now needs nobody's word, whatever the screen thought.
    let mut practice = self::practice();
    let noon = place(MONDAY.at(12, 0, 0, 0), 30);
    practice
        .act(SECRETARY, monday_at(9, 0), &asks_for(noon))
        .expect("booked");
    assert!(practice.appointment(visit(9)).is_some());
    assert!(practice.review(REVIEW).is_none());
}

#[test]
fn a_place_that_somebody_has_is_not_asked_for_and_the_call_is_not_half_done() {
    let mut practice = practice();
    practice.book(2, 2, early());
    let refused = practice.act(SECRETARY, monday_at(7, 0), &asks_for(early()));
    assert!(matches!(refused, Err(Refusal::PlaceTaken { .. })), "{refused:?}");
    assert!(practice.attempt(CALL).is_none() && practice.review(REVIEW).is_none());
}

#[test]
fn what_does_not_fit_together_is_refused() {
    let asked = Outcome::AsksForPlace {
        appointment: visit(9),
    };
    let booked = Outcome::Booked {
        appointment: Some(visit(9)),
    };
    let wish = || Some(booking(early(), "lavora"));
    for (wrong, refusal) in [
        (call(asked.clone(), wish(), None), Refusal::NotAllowed),
        (call(asked.clone(), None, Some(REVIEW)), Refusal::NotFound),
        (call(booked, wish(), Some(REVIEW)), Refusal::UnfitOutcome),
        (
            call(asked, Some(booking(early(), " ")), Some(REVIEW)),
            Refusal::ReasonMissing,
        ),
    ] {
        let done = practice().act(SECRETARY, monday_at(7, 0), &wrong);
        assert_eq!(done.map(drop), Err(refusal), "{wrong:?}");
    }
}
