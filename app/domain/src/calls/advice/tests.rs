use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::calls::{Outcome, OutcomeOf, Topic};
use crate::id::{AttemptId, PatientId};
use crate::patient::Channel;
use crate::time::Instant;

const FRIDAY: Date = date(2026, 11, 20);

fn attempt(at: jiff::civil::DateTime, outcome: Outcome) -> Attempt {
    Attempt {
        id: AttemptId(Uuid::nil()),
        patient: PatientId(Uuid::nil()),
        at: Instant::from_civil(at),
        channel: Channel::Phone,
        by: None,
        by_name: None,
        imported: false,
        double: false,
        outcomes: vec![OutcomeOf {
            topic: Topic::Other,
            outcome,
        }],
        question: String::new(),
        answer: None,
        hand_offs: Vec::new(),
        delay: None,
        corrected: Vec::new(),
        settled: Vec::new(),
        opposed: Vec::new(),
    }
}

fn advice(attempts: &[Attempt], at: jiff::civil::DateTime) -> (Date, Band) {
    let retry = attempt_advice(attempts, Limit::ByCount, &Calendar::default(), Now::at_civil(at));
    (retry.day, retry.band)
}

#[test]
fn the_retry_is_on_the_next_working_day_in_another_band() {
    let monday = date(2026, 11, 23);
    let at = |hour| FRIDAY.at(hour, 0, 0, 0);
    let tried = |hour| [attempt(at(hour), Outcome::NoAnswer)];
    assert_eq!(advice(&tried(9), at(9)), (monday, Band::Eleven));
    assert_eq!(advice(&tried(11), at(11)), (monday, Band::Fifteen));
    assert_eq!(advice(&tried(15), at(15)), (monday, Band::Seventeen));
    assert_eq!(advice(&tried(17), at(17)), (monday, Band::Nine));
}

#[test]
fn a_band_already_tried_comes_last() {
    let at = |day: i8, hour| date(2026, 11, day).at(hour, 30, 0, 0);
    let tries = [
        attempt(at(16, 11), Outcome::NoAnswer),
        attempt(at(17, 15), Outcome::Busy),
        attempt(at(18, 9), Outcome::Voicemail),
        // Somebody answered: the band was a good one.
        attempt(at(19, 17), Outcome::AllWell),
    ];
    assert_eq!(advice(&tries, at(20, 9)).1, Band::Seventeen);
}

#[test]
fn after_the_third_try_in_seven_days_the_retry_waits_until_one_has_left_the_week_but_for_clinical_risk() {
    let at = |day: i8, hour| date(2026, 11, day).at(hour, 0, 0, 0);
    let tries = [
        attempt(at(17, 9), Outcome::NoAnswer),
        attempt(at(18, 11), Outcome::Busy),
    ];
    // The third is now, on Friday: of the seven days that end on Tuesday the first try is none any more.
    assert_eq!(advice(&tries, at(20, 15)).0, date(2026, 11, 24));
    let of_risk = attempt_advice(
        &tries,
        Limit::ByDay,
        &Calendar::default(),
        Now::at_civil(at(20, 15)),
    );
    assert_eq!(of_risk.day, date(2026, 11, 23));
}
