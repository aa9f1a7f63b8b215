//! What of a day or a week lies under a point of the window.

use app_domain::agenda::Place;
use jiff::ToSpan;
use leptos::html;
use leptos::prelude::*;

use super::day_grid::ROW_MINUTES;
use super::day_plan::DayPlan;
use super::drag_step::put_into;

/// Minutes to which a tap on an empty place is rounded.
const QUARTER: i64 = 15;

/// Finds the place under a point of the window.
#[derive(Clone, Copy)]
pub(super) struct Aim {
    /// Where everything stands.
    pub(super) plan: Memo<DayPlan>,
    /// Covers the columns from the first hour to the last.
    pub(super) field: NodeRef<html::Div>,
}

impl Aim {
    /// The slot of the grid at a point of the window, for a visit of so many minutes; of what the column does not say, who
    /// or what the column meets first.
    pub(super) fn slot_at(self, at: (i32, i32), template: Place) -> Option<Place> {
        let minute = self.minute_at(at.1)?;
        // A tap means the quarter of an hour that it is in.
        let start = minute.div_euclid(QUARTER) * QUARTER;
        let midnight = template.start.date().at(0, 0, 0, 0);
        let place = Place {
            start: midnight.saturating_add(start.minutes()),
            ..template
        };
        Some(self.in_column_at(place, at.0))
    }

    /// The place, in the column across which a point of the window lies.
    pub(super) fn in_column_at(self, place: Place, x: i32) -> Place {
        let plan = self.plan.read_untracked();
        let column = self
            .share_of(x, Axis::Across)
            .and_then(|share| part(share, plan.columns.len()))
            .and_then(|index| plan.columns.get(index));
        column.map_or(place, |column| put_into(column.of, place))
    }

    /// Minutes from midnight at a height of the window.
    pub(super) fn minute_at(self, y: i32) -> Option<i64> {
        let hours = self.plan.read_untracked().hours;
        let rows = usize::from(hours.minutes() / ROW_MINUTES);
        let row = part(self.share_of(y, Axis::Down)?, rows * usize::from(ROW_MINUTES))?;
        Some(i64::from(hours.from) + i64::try_from(row).ok()?)
    }

    /// How far across or down the field a pixel of the window lies: thousandths of thousandths.
    fn share_of(self, pixel: i32, axis: Axis) -> Option<i64> {
        let field = self.field.get_untracked()?.get_bounding_client_rect();
        let (first, length) = match axis {
            Axis::Across => (field.left(), field.width()),
            Axis::Down => (field.top(), field.height()),
        };
        (length > 0.0).then(|| ((f64::from(pixel) - first) / length * 1e6) as i64)
    }
}

/// Which of so many equal parts a share lies in; the outermost ones reach beyond the edge.
fn part(share: i64, parts: usize) -> Option<usize> {
    let parts = i64::try_from(parts).ok().filter(|parts| *parts > 0)?;
    let index = (share * parts).div_euclid(1_000_000).clamp(0, parts - 1);
    usize::try_from(index).ok()
}

#[derive(Clone, Copy)]
enum Axis {
    Across,
    Down,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outermost_parts_reach_beyond_the_edge() {
        assert_eq!(part(-5, 4), Some(0));
        assert_eq!(part(0, 4), Some(0));
        assert_eq!(part(999_999, 4), Some(3));
        assert_eq!(part(2_000_000, 4), Some(3));
        assert_eq!(part(500_000, 4), Some(2));
        assert_eq!(part(0, 0), None);
    }
}
