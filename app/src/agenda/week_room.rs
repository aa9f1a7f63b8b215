//! How much room there is in a card of the week, and so what is written in it.

use leptos::ev;
use leptos::prelude::*;

use super::day_plan::Planned;

/// Filling less than one of so many parts of the day, there is room for a name only.
const CROWD: u16 = 3;

/// Below so many pixels a line holds less than three letters, and a name is not read but spelled.
const READABLE: u16 = 28;

/// Widths are taken in steps of so many pixels, so that a window under somebody's hand does not draw everything at each of them.
const STEP: u16 = 16;

/// From so many pixels on days stand side by side (`style/agenda/week.css`); below, the week is a list.
const SIDE_BY_SIDE: u16 = 720;

/// How much room there is in a card.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Room {
    /// For who, when, how it stands and what to know.
    All,
    /// For who, and the picture of how it stands.
    Name,
    /// For nothing that could be read: colour and edge remain, the name comes under the mouse and in the window.
    Nothing,
}

impl Room {
    /// The room on a day that is at most so many pixels wide; none where the week is a list.
    pub(super) fn of(day: Option<u16>, planned: &Planned) -> Self {
        let lanes = planned.lanes.max(1);
        match day {
            Some(day)
                if u32::from(day) * u32::from(planned.wide) < u32::from(READABLE) * u32::from(lanes) =>
            {
                Self::Nothing
            }
            Some(_) if planned.wide * CROWD <= lanes => Self::Name,
            _ => Self::All,
        }
    }

    /// The class of `style/agenda/week.css`.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Name => "week-card--slim",
            Self::Nothing => "week-card--bare",
        }
    }
}

/// How wide one of so many days is at the most, in pixels; none where the week is a list. Known before anything is drawn, so
/// that nothing is drawn twice.
pub(super) fn day_width(days: Memo<usize>) -> Memo<Option<u16>> {
    let window_width = RwSignal::new(inner_width());
    let resized = window_event_listener(ev::resize, move |_| window_width.set(inner_width()));
    on_cleanup(move || resized.remove());
    Memo::new(move |_| {
        let (width, days) = (window_width.get(), u16::try_from(days.get().max(1)).ok()?);
        (width >= SIDE_BY_SIDE).then(|| (width / days).next_multiple_of(STEP))
    })
}

fn inner_width() -> u16 {
    let width = window().inner_width().ok().and_then(|width| width.as_f64());
    // Pixels of a window: no fraction, and no window is wider than the type.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "saturates, and pixels are whole"
    )]
    width.map_or(u16::MAX, |width| width as u16)
}

#[cfg(test)]
mod tests {
    use app_domain::id::AppointmentId;
    use uuid::Uuid;

    use super::*;
    use crate::agenda::day_plan::{Span, Standing};

    fn among(lanes: u16, wide: u16) -> Planned {
        Planned {
            id: Standing::Visit(AppointmentId(Uuid::nil())),
            column: 0,
            span: Span { from: 540, to: 570 },
            lane: 0,
            lanes,
            wide,
            hue: 0,
        }
    }

    #[test]
    fn a_name_is_written_where_three_letters_stand_in_a_line() {
        assert_eq!(Room::of(Some(224), &among(2, 1)), Room::All);
        assert_eq!(Room::of(Some(224), &among(3, 1)), Room::Name);
        assert_eq!(Room::of(Some(224), &among(8, 1)), Room::Name);
        assert_eq!(Room::of(Some(224), &among(9, 1)), Room::Nothing);
        assert_eq!(Room::of(Some(224), &among(9, 2)), Room::Name);
        // A row of a list has the width of the page.
        assert_eq!(Room::of(None, &among(9, 1)), Room::All);
    }
}
