//! How soon the next step of a plan may come.

use crate::model::*;
use app_domain::agenda::{CancelledBy, PlanStep, Status};
use app_domain::care::{Care, HygieneCare, PlanCare};
use app_domain::id::PlanId;
use app_domain::rows::Row;
use jiff::ToSpan;
use jiff::civil::Date;

const PLAN: PlanId = PlanId(id(5));

fn day(after_monday: i64) -> Date {
    MONDAY.saturating_add(after_monday.days())
}

/// A patient with a plan of which something was done, or nothing; its next step waits for so many days.
fn practice(last_done: Option<Date>, next_gap_days: Option<u16>) -> Model {
    let mut practice = Model::new();
    practice.put(Row::Care(Care {
        patient: patient(1),
        episodes: Vec::new(),
        hygiene: HygieneCare {
            interval_months: 0,
            last_done: None,
            fixed: None,
        },
        finished: None,
        checks: Vec::new(),
        plans: vec![PlanCare {
            plan: PLAN,
            title: String::new(),
            presented: None,
            last_done,
            steps_open: 2,
            steps_accepted: 3,
            steps_unanswered: 0,
            next_gap_days,
            steps: Vec::new(),
        }],
        money: None,
        missed: Vec::new(),
        closed_episodes: Vec::new(),
        last_visit_done: None,
    }));
    practice
}

fn step(moving: Option<u128>) -> PlanStep {
    PlanStep {
        patient: patient(1),
        plan: PLAN,
        moving: moving.map(visit),
    }
}

fn book(practice: &mut Model, number: u128, on: Date, plan: Option<PlanId>, status: Status) {
    let visit = practice.book(number, 1, place(on.at(10, 0, 0, 0), 30));
    practice.put(Row::Appointment(app_domain::agenda::Appointment {
        plan,
        status,
        ..visit
    }));
}

#[test]
fn the_next_step_waits_for_the_latest_of_acts_and_visits_of_its_plan() {
    let mut practice = practice(Some(day(-10)), None);
    let earliest = |practice: &Model, moving| step(moving).earliest(practice, 14);
    assert_eq!(earliest(&practice, None), Some(day(4)));
    book(
        &mut practice,
        1,
        day(-3),
        Some(PLAN),
        Status::Left {
            times: Default::default(),
        },
    );
    assert_eq!(earliest(&practice, None), Some(day(11)));
    book(&mut practice, 2, day(7), Some(PLAN), Status::Booked);
    assert_eq!(earliest(&practice, None), Some(day(21)));
    // What is of no plan or of another one does not count, nor what did not take place, nor the visit that is moved.
    book(&mut practice, 3, day(9), None, Status::Booked);
    book(&mut practice, 4, day(9), Some(PlanId(id(6))), Status::Booked);
    let cancelled = Status::Cancelled {
        who: CancelledBy::Patient,
        reason: "Lavoro".to_owned(),
        at: None,
    };
    book(&mut practice, 5, day(9), Some(PLAN), cancelled);
    book(&mut practice, 6, day(9), Some(PLAN), Status::NoShow { at: None });
    assert_eq!(earliest(&practice, None), Some(day(21)));
    assert_eq!(earliest(&practice, Some(2)), Some(day(11)));
    assert_eq!(step(None).earliest(&practice, 0), Some(day(7)));
}

#[test]
fn the_first_step_of_a_plan_waits_for_nothing() {
    assert_eq!(step(None).earliest(&practice(None, Some(14)), 14), None);
    let stranger = PlanStep {
        patient: patient(2),
        ..step(None)
    };
    assert_eq!(stranger.earliest(&practice(Some(day(-1)), None), 14), None);
}

#[test]
fn what_is_recorded_of_the_next_step_is_known() {
    assert_eq!(step(None).recorded_gap(&practice(None, Some(14))), Some(14));
    assert_eq!(step(None).recorded_gap(&practice(None, None)), None);
}
