//! How full the agenda was over a period.

use crate::model::*;
use app_domain::agenda::{CancelledBy, Status, VisitTimes};
use app_domain::indicators::{Component, Period, Saturation, Share, Value, saturation};
use app_domain::rows::{Row, Rows as _};
use jiff::ToSpan;
use jiff::civil::Date;

/// Minutes for which a chair is open on a working day.
const OPEN: u64 = 8 * 60;

fn week() -> Period {
    Period {
        from: MONDAY,
        to: MONDAY.saturating_add(6.days()),
    }
}

fn at(day: Date, hour: i8) -> jiff::civil::DateTime {
    day.at(hour, 0, 0, 0)
}

fn of(model: &Model) -> Saturation {
    saturation(model, week())
}

fn share(numerator: u64, denominator: u64) -> Share {
    Share {
        numerator,
        denominator,
    }
}

#[test]
fn open_minutes_are_of_every_working_day_of_the_period_both_ends_included() {
    assert_eq!(of(&Model::new()).whole(), share(0, 2 * 5 * OPEN));
    let one_day = Period {
        from: MONDAY,
        to: MONDAY,
    };
    assert_eq!(saturation(&Model::new(), one_day).whole(), share(0, 2 * OPEN));
}

#[test]
fn a_visit_that_overlaps_another_or_the_closing_hour_counts_its_own_open_minutes_once() {
    let mut model = Model::new();
    model.book(1, 1, place(at(MONDAY, 9), 60));
    model.book(2, 2, place(MONDAY.at(9, 30, 0, 0), 60));
    model.book(3, 3, place(MONDAY.at(12, 30, 0, 0), 60));
    let saturation = of(&model);
    assert_eq!(saturation.chairs[0], (chair(1), share(90 + 30, 5 * OPEN)));
    assert_eq!(saturation.chairs[1], (chair(2), share(0, 5 * OPEN)));
    assert_eq!(saturation.whole(), share(120, 2 * 5 * OPEN));
}

#[test]
fn past_visits_that_are_still_booked_count_and_those_called_off_or_missed_do_not() {
    let times = VisitTimes::default();
    let cancelled = |who| Status::Cancelled {
        who,
        reason: String::new(),
        at: None,
    };
    for (status, booked) in [
        (Status::Booked, 30),
        (Status::Done { times }, 30),
        (Status::Left { times }, 30),
        (Status::NoShow { at: None }, 0),
        (cancelled(CancelledBy::Patient), 0),
        (cancelled(CancelledBy::Practice), 0),
    ] {
        let mut model = Model::new();
        let mut visit = model.book(1, 1, place(at(MONDAY, 9), 30));
        visit.status = status.clone();
        model.put(Row::Appointment(visit));
        assert_eq!(of(&model).whole().numerator, booked, "{status:?}");
    }
}

#[test]
fn a_closed_day_is_in_neither_part() {
    let mut model = Model::new();
    model.close(MONDAY, "Corso");
    model.book(1, 1, place(at(MONDAY, 9), 60));
    assert_eq!(of(&model).whole(), share(0, 2 * 4 * OPEN));
}

#[test]
fn a_hidden_chair_is_in_neither_part() {
    let mut model = Model::new();
    model.book(1, 1, place(at(MONDAY, 9), 60));
    let mut hidden = model.chair(chair(1)).expect("a chair").clone();
    hidden.hidden = true;
    model.put(Row::Chair(hidden));
    assert_eq!(of(&model).chairs, [(chair(2), share(0, 5 * OPEN))]);
}

#[test]
fn the_indicator_tells_the_whole_and_each_chair() {
    let mut model = Model::new();
    model.book(1, 1, place(at(MONDAY, 9), 60));
    let indicator = of(&model).indicator();
    assert_eq!(indicator.value, Value::Share(share(60, 2 * 5 * OPEN)));
    assert_eq!(
        indicator.components,
        [
            Component::Chair(chair(1), share(60, 5 * OPEN)),
            Component::Chair(chair(2), share(0, 5 * OPEN))
        ]
    );
}
