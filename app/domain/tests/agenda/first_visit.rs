//! Which visit is a patient's first.

use crate::model::*;
use app_domain::agenda::{Appointment, CancelledBy, Status, VisitTimes, is_first_visit};
use app_domain::calls::RiskCategory;
use app_domain::care::{Care, Due, Episode, HygieneCare, MoneyCare, PlanCare};
use app_domain::id::PlanId;
use app_domain::rows::{Row, Rows};
use jiff::ToSpan;
use jiff::civil::Date;

const LONG_AGO: Date = jiff::civil::date(2024, 3, 4);

/// Of whom nothing is known but that they are on the list.
fn nothing() -> Care {
    Care {
        patient: patient(1),
        episodes: Vec::new(),
        hygiene: HygieneCare {
            interval_months: 6,
            last_done: None,
            fixed: None,
        },
        plans: Vec::new(),
        finished: None,
        checks: Vec::new(),
        money: Some(MoneyCare::default()),
        missed: Vec::new(),
        closed_episodes: Vec::new(),
        last_visit_done: None,
    }
}

fn plan(last_done: Option<Date>) -> PlanCare {
    PlanCare {
        plan: PlanId(id(1)),
        title: "Igiene e otturazioni".to_owned(),
        presented: Some(LONG_AGO),
        last_done,
        steps_open: 2,
        steps_accepted: 1,
        steps_unanswered: 1,
        next_gap_days: None,
        steps: Vec::new(),
    }
}

const fn due() -> Due {
    Due {
        amount: None,
        day: LONG_AGO,
    }
}

/// A visit on Wednesday at ten of a patient of whom this is known.
fn practice(care: Care) -> (Model, Appointment) {
    let mut practice = Model::new();
    practice.put(Row::Care(care));
    let wednesday = MONDAY.saturating_add(2.days());
    let visit = practice.book(5, 1, place(wednesday.at(10, 0, 0, 0), 30));
    (practice, visit)
}

/// Another visit of the same patient, some days and hours away from that one.
fn beside(practice: &mut Model, number: u128, days: i64, status: Status) {
    let day = MONDAY.saturating_add((2 + days).days());
    let other = practice.book(number, 1, place(day.at(10, 0, 0, 0), 30));
    practice.put(Row::Appointment(Appointment { status, ..other }));
}

fn done() -> Status {
    Status::Done {
        times: VisitTimes::default(),
    }
}

fn is_first(days: i64, status: Status) -> bool {
    let (mut practice, visit) = practice(nothing());
    beside(&mut practice, 6, days, status);
    is_first_visit(&practice, &visit)
}

#[test]
fn the_only_visit_of_somebody_nobody_has_treated_is_the_first() {
    let (practice, visit) = practice(nothing());
    assert!(is_first_visit(&practice, &visit));
}

#[test]
fn what_is_not_known_is_not_said() {
    let mut practice = Model::new();
    let visit = practice.book(1, 1, place(MONDAY.at(10, 0, 0, 0), 30));
    assert!(!is_first_visit(&practice, &visit));
}

#[test]
fn whoever_was_treated_before_has_no_first_visit_any_more() {
    let episode = Episode {
        id: None,
        category: RiskCategory::ALL[0],
        opened: LONG_AGO,
        tooth: String::new(),
        clinician: None,
    };
    let hygiene = HygieneCare {
        last_done: Some(LONG_AGO),
        ..nothing().hygiene
    };
    let owes = |money| Care {
        money: Some(money),
        ..nothing()
    };
    let known = [
        Care {
            last_visit_done: Some(LONG_AGO.at(9, 0, 0, 0)),
            ..nothing()
        },
        Care { hygiene, ..nothing() },
        Care {
            episodes: vec![episode],
            ..nothing()
        },
        Care {
            plans: vec![plan(None), plan(Some(LONG_AGO))],
            ..nothing()
        },
        owes(MoneyCare {
            balance: Some(due()),
            ..MoneyCare::default()
        }),
        owes(MoneyCare {
            instalment: Some(due()),
            ..MoneyCare::default()
        }),
    ];
    for care in known {
        let (practice, visit) = practice(care.clone());
        assert!(!is_first_visit(&practice, &visit), "{care:?}");
    }
}

#[test]
fn a_plan_of_which_nothing_was_done_and_money_that_is_not_seen_say_nothing() {
    let care = Care {
        plans: vec![plan(None)],
        money: None,
        ..nothing()
    };
    let (practice, visit) = practice(care);
    assert!(is_first_visit(&practice, &visit));
}

#[test]
fn a_visit_that_was_done_counts_whenever_it_was_and_one_to_come_only_before() {
    assert!(!is_first(-1, done()));
    assert!(!is_first(1, done()), "done on a later day all the same");
    let left = Status::Left {
        times: VisitTimes::default(),
    };
    assert!(!is_first(-1, left));
    assert!(!is_first(-1, Status::Booked));
    assert!(is_first(1, Status::Booked));
}

#[test]
fn a_visit_that_was_missed_or_called_off_makes_nobody_known() {
    assert!(is_first(-1, Status::NoShow { at: None }));
    for who in [CancelledBy::Patient, CancelledBy::Practice] {
        let called_off = Status::Cancelled {
            who,
            reason: String::new(),
            at: None,
        };
        assert!(is_first(-1, called_off));
    }
}

#[test]
fn what_does_not_take_place_is_nobodys_first_visit() {
    let (practice, visit) = practice(nothing());
    let missed = Appointment {
        status: Status::NoShow { at: None },
        ..visit
    };
    assert!(!is_first_visit(&practice, &missed));
}

#[test]
fn of_two_at_the_same_moment_exactly_one_is_the_first() {
    let (mut practice, visit) = practice(nothing());
    let other = practice.book(6, 1, visit.place);
    assert_eq!(
        [&visit, &other].map(|visit| is_first_visit(&practice, visit)),
        [true, false]
    );
}

#[test]
fn the_first_visit_stays_the_first_when_it_is_over_and_the_next_is_none() {
    let (mut practice, visit) = practice(nothing());
    beside(&mut practice, 6, 7, Status::Booked);
    let over = Appointment {
        status: done(),
        ..visit
    };
    practice.put(Row::Appointment(over.clone()));
    assert!(is_first_visit(&practice, &over));
    let next = practice.appointment(self::visit(6)).expect("the next");
    assert!(!is_first_visit(&practice, next));
}
