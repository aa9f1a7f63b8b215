use super::*;
use crate::agenda::CancelledBy;

fn cancelled(who: CancelledBy, at: Option<Instant>) -> Status {
    Status::Cancelled {
        who,
        reason: String::new(),
        at,
    }
}

fn missed(visits: impl IntoIterator<Item = (DateTime, Status)>) -> MissedVisits {
    let history = visits.into_iter().fold(nobody(1), |history, (start, status)| {
        history.with_visit(start, status)
    });
    let mut missed = MissedVisits::default();
    missed.add(&history.appointments, october());
    missed
}

/// How a visit counts that the patient called off at a moment.
fn called_off(start: DateTime, at: Instant) -> (u64, u64) {
    let cancelled = cancelled(CancelledBy::Patient, Some(at));
    share(&missed([(start, cancelled)]).indicator())
}

#[test]
fn missed_and_late_are_taken_of_these_and_those_done() {
    let start = date(2026, 10, 14).at(10, 0, 0, 0);
    let late = Instant::from_civil(start).plus_minutes(-60);
    let missed = missed([
        (start, done()),
        (
            start,
            Status::Left {
                times: VisitTimes::default(),
            },
        ),
        (start, Status::NoShow { at: None }),
        (start, cancelled(CancelledBy::Patient, Some(late))),
        (start, cancelled(CancelledBy::Practice, Some(late))),
        (start, cancelled(CancelledBy::Practice, None)),
    ]);
    let indicator = missed.indicator();
    assert_eq!(share(&indicator), (2, 4));
    assert_eq!(
        indicator.components,
        [
            Component::NoShow(1),
            Component::CancelledLate(1),
            Component::Done(2)
        ]
    );
    assert_eq!(left_out(&indicator), []);
}

#[test]
fn an_unknown_time_of_cancellation_and_an_end_that_nobody_marked_are_left_out_and_told() {
    let start = date(2026, 10, 14).at(10, 0, 0, 0);
    let at = Instant::from_civil(start);
    let indicator = missed([
        (start, cancelled(CancelledBy::Patient, None)),
        (start, Status::Booked),
        (start, Status::Arrived { arrived: at }),
    ])
    .indicator();
    assert_eq!(share(&indicator), (0, 0));
    assert_eq!(
        left_out(&indicator),
        [(Because::UnknownCancellationTime, 1), (Because::EndNotMarked, 2)]
    );
}

#[test]
fn late_is_less_than_twenty_four_hours_before_and_after_the_start_too() {
    let start = date(2026, 10, 14).at(10, 0, 0, 0);
    let before = |milliseconds| Instant(Instant::from_civil(start).0 - milliseconds);
    let day = 24 * 60 * 60 * 1_000;
    assert_eq!(called_off(start, before(day)), (0, 0));
    assert_eq!(called_off(start, before(day - 1)), (1, 1));
    assert_eq!(called_off(start, before(-60_000)), (1, 1));
}

#[test]
fn where_the_clocks_change_hours_elapse_and_walls_do_not_count() {
    // On 25 October 2026 the clocks go back: from ten to ten it is 25 hours.
    let sunday = date(2026, 10, 25).at(10, 0, 0, 0);
    let wall = |hour, minute| Instant::from_civil(date(2026, 10, 24).at(hour, minute, 0, 0));
    assert_eq!(called_off(sunday, wall(10, 30)), (0, 0));
    assert_eq!(called_off(sunday, wall(11, 0)), (0, 0));
    assert_eq!(called_off(sunday, wall(11, 1)), (1, 1));
    // On 28 March 2027 they go forward: from ten to ten it is 23 hours.
    let march = Period {
        from: date(2027, 3, 1),
        to: date(2027, 3, 31),
    };
    let called_off = |hour, minute| {
        let at = Instant::from_civil(date(2027, 3, 27).at(hour, minute, 0, 0));
        let history = nobody(1).with_visit(
            date(2027, 3, 28).at(10, 0, 0, 0),
            cancelled(CancelledBy::Patient, Some(at)),
        );
        let mut missed = MissedVisits::default();
        missed.add(&history.appointments, march);
        share(&missed.indicator())
    };
    assert_eq!(called_off(9, 0), (0, 0));
    assert_eq!(called_off(9, 1), (1, 1));
    assert_eq!(called_off(10, 0), (1, 1));
}

#[test]
fn the_day_of_the_visit_decides_the_month() {
    let at = |day: Date| (day.at(8, 0, 0, 0), Status::NoShow { at: None });
    let days = [
        date(2026, 9, 30),
        date(2026, 10, 1),
        date(2026, 10, 31),
        date(2026, 11, 1),
    ];
    assert_eq!(missed(days.map(at)).no_show, 2);
    // Cancelled in September, for October.
    let september = Instant::from_civil(date(2026, 9, 30).at(18, 0, 0, 0));
    assert_eq!(called_off(date(2026, 10, 1).at(9, 0, 0, 0), september), (1, 1));
}
