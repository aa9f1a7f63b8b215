//! A place, a slot or a column on.

use app_domain::agenda::{Place, SLOT_MINUTES};
use jiff::ToSpan;

use super::day_plan::{ColumnOf, DayPlan, minute_of};

/// A step of what is in the hand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum KeyStep {
    /// A slot up.
    Earlier,
    /// A slot down.
    Later,
    /// A column to the left.
    Left,
    /// A column to the right.
    Right,
    /// A slot less.
    Shorter,
    /// A slot more.
    Longer,
}

/// A place, a step on; the same where there is no way on.
pub(super) fn stepped(place: Place, step: KeyStep, plan: &DayPlan) -> Place {
    let slot = SLOT_MINUTES;
    let start = minute_of(place.start.time());
    let at = |minute: u16| Place {
        start: place
            .start
            .date()
            .at(0, 0, 0, 0)
            .saturating_add(i64::from(minute).minutes()),
        ..place
    };
    let to_column = |index: Option<usize>| {
        let column = index.and_then(|index| plan.columns.get(index));
        column.map_or(place, |column| put_into(column.of, place))
    };
    let column = plan.columns.iter().position(|column| column.of.holds(&place));
    match step {
        KeyStep::Earlier if start >= plan.hours.from + slot => at(start - slot),
        KeyStep::Later if start + place.minutes + slot <= plan.hours.to => at(start + slot),
        KeyStep::Left => to_column(column.and_then(|index| index.checked_sub(1))),
        KeyStep::Right => to_column(column.map(|index| index + 1)),
        KeyStep::Shorter if place.minutes > slot => Place {
            minutes: place.minutes - slot,
            ..place
        },
        KeyStep::Longer if start + place.minutes + slot <= plan.hours.to => Place {
            minutes: place.minutes + slot,
            ..place
        },
        KeyStep::Earlier | KeyStep::Later | KeyStep::Shorter | KeyStep::Longer => place,
    }
}

/// The place in another column.
pub(super) fn put_into(column: ColumnOf, place: Place) -> Place {
    match column {
        ColumnOf::Chair(chair) => Place { chair, ..place },
        ColumnOf::Clinician(clinician) => Place { clinician, ..place },
        ColumnOf::Day(day) => Place {
            start: day.to_datetime(place.start.time()),
            ..place
        },
    }
}
