use jiff::civil::{date, datetime};
use uuid::Uuid;

use super::*;
use crate::agenda::{AppointmentKind, Place};
use crate::calls::ReasonKind;
use crate::id::{ChairId, ClinicianId, PatientId};

const HYGIENE: Topic = Topic::Reason(ReasonKind::HygieneRecall);
const BALANCE: Topic = Topic::Reason(ReasonKind::Balance);
const INSTALMENT: Topic = Topic::Reason(ReasonKind::Instalment);
const MISSED: Topic = Topic::Reason(ReasonKind::MissedVisit);
const RISK: Topic = Topic::Reason(ReasonKind::ClinicalRisk);

fn said(topic: Topic, outcome: Outcome) -> Vec<OutcomeOf> {
    vec![OutcomeOf { topic, outcome }]
}

fn booking(number: u128) -> Booking {
    Booking {
        appointment: AppointmentId(Uuid::from_u128(number)),
        patient: PatientId(Uuid::from_u128(1)),
        place: Place {
            start: datetime(2026, 9, 16, 9, 0, 0, 0),
            minutes: 40,
            chair: ChairId(Uuid::from_u128(1)),
            clinician: ClinicianId(Uuid::from_u128(1)),
        },
        kind: AppointmentKind::Hygiene,
        plan: None,
        overbooking: None,
        note: String::new(),
    }
}

fn booked(number: u128) -> Outcome {
    Outcome::Booked {
        appointment: Some(AppointmentId(Uuid::from_u128(number))),
    }
}

fn problem(clinician: u128, hour: i8) -> Outcome {
    Outcome::Problem {
        clinician: Some(ClinicianId(Uuid::from_u128(clinician))),
        until: Some(datetime(2026, 9, 14, hour, 0, 0, 0)),
    }
}

#[test]
fn each_thing_keeps_what_was_said_of_it_last() {
    let mut call = Gathered::default();
    assert_eq!(call.add(&said(HYGIENE, Outcome::AllWell), None), Ok(()));
    assert_eq!(call.add(&said(BALANCE, Outcome::Disputes), None), Ok(()));
    let until = date(2027, 1, 8);
    assert_eq!(call.add(&said(HYGIENE, Outcome::Later { until }), None), Ok(()));
    assert_eq!(call.about(HYGIENE), Some(&Outcome::Later { until }));
    assert_eq!(call.about(BALANCE), Some(&Outcome::Disputes));
    assert_eq!(call.outcomes.len(), 2);
    call.remove(BALANCE);
    assert_eq!(call.about(BALANCE), None);
    assert!(!call.is_empty());
}

#[test]
fn a_call_carries_one_visit_which_goes_with_the_last_reason_that_it_serves() {
    let mut call = Gathered::default();
    let both = [said(HYGIENE, booked(7)), said(MISSED, booked(7))].concat();
    assert_eq!(call.add(&both, Some((&booking(7), None))), Ok(()));
    let before = call.clone();
    assert_eq!(
        call.add(&said(RISK, booked(8)), Some((&booking(8), None))),
        Err(SecondVisit)
    );
    assert_eq!(call, before);

    call.remove(HYGIENE);
    assert_eq!(call.booking, Some(booking(7)));
    // Another place for the same reason is the same visit, chosen anew.
    assert_eq!(
        call.add(&said(MISSED, booked(8)), Some((&booking(8), None))),
        Ok(())
    );
    assert_eq!(call.booking, Some(booking(8)));
    assert_eq!(call.add(&said(MISSED, Outcome::DeclinesToGoOn), None), Ok(()));
    assert_eq!(call.booking, None);
}

#[test]
fn one_question_and_one_delay_hold_for_all_that_they_are_about() {
    let mut call = Gathered::default();
    assert_eq!(call.add(&said(RISK, problem(1, 12)), None), Ok(()));
    assert_eq!(call.add(&said(HYGIENE, problem(2, 17)), None), Ok(()));
    assert_eq!(call.about(RISK), Some(&problem(2, 17)));
    let until = |day| Outcome::AsksToSpread {
        until: Some(date(2026, 10, day)),
    };
    assert_eq!(call.add(&said(BALANCE, until(5)), None), Ok(()));
    assert_eq!(call.add(&said(INSTALMENT, until(20)), None), Ok(()));
    assert_eq!(call.about(BALANCE), Some(&until(20)));
    assert_eq!(call.about(HYGIENE), Some(&problem(2, 17)));
}

#[test]
fn a_visit_that_is_asked_for_goes_with_what_it_waits_under_and_is_dropped_with_it() {
    let review = Some(ReviewId(Uuid::from_u128(5)));
    let asks = said(
        HYGIENE,
        Outcome::AsksForPlace {
            appointment: AppointmentId(Uuid::from_u128(7)),
        },
    );
    let mut call = Gathered::default();
    assert_eq!(call.add(&asks, Some((&booking(7), review))), Ok(()));
    assert_eq!((call.booking.clone(), call.asks), (Some(booking(7)), review));
    call.remove(HYGIENE);
    assert_eq!((call.booking, call.asks), (None, None));
}
