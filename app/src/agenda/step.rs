//! What may be done to an appointment, given how it stands.

use app_domain::agenda::{Appointment, Confirmation, Mark, Status};
use app_domain::time::Now;

use super::text::Text;
use crate::ui::Glyph;

/// What may be done to an appointment now.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Step {
    /// Puts a mark: the next one as the big button.
    Mark(Mark),
    /// Takes the last mark back.
    Undo(Mark),
    /// The patient says yes, or does not say so any more.
    Confirm(Confirmation),
    /// The patient wants another time.
    AsksToMove,
    /// Another place.
    Move,
}

impl Step {
    /// What may be done, the next step first. The server refuses anything else.
    pub(super) fn of(row: &Appointment, now: Now) -> Vec<Self> {
        let is_today_or_past = row.start().date() <= now.today();
        let next = row
            .status
            .next_mark()
            .filter(|_| is_today_or_past)
            .map(Self::Mark);
        let undo = row.status.mark().map(Self::Undo);
        let booked: &[Self] = match (&row.status, row.confirmation) {
            (Status::Booked, Confirmation::Confirmed) => &[
                Self::Confirm(Confirmation::NotAsked),
                Self::AsksToMove,
                Self::Move,
            ],
            (Status::Booked, Confirmation::AskedToMove) => {
                &[Self::Move, Self::Confirm(Confirmation::Confirmed)]
            }
            (Status::Booked, _) => &[
                Self::Confirm(Confirmation::Confirmed),
                Self::AsksToMove,
                Self::Move,
            ],
            _ => &[],
        };
        let missed =
            (row.status == Status::Booked && row.start() <= now.civil).then_some(Self::Mark(Mark::NoShow));
        next.into_iter()
            .chain(missed)
            .chain(booked.iter().copied())
            .chain(undo)
            .collect()
    }

    /// The picture on the button.
    pub(super) const fn glyph(self) -> Glyph {
        match self {
            Self::Mark(Mark::Arrived) => Glyph::Arrive,
            Self::Mark(Mark::InChair) => Glyph::Chair,
            Self::Mark(Mark::Done) | Self::Confirm(Confirmation::Confirmed) => Glyph::Check,
            Self::Mark(Mark::Left) => Glyph::Leave,
            Self::Mark(Mark::NoShow) => Glyph::Absent,
            Self::Undo(_) | Self::Confirm(_) => Glyph::Undo,
            Self::AsksToMove => Glyph::Message,
            Self::Move => Glyph::Move,
        }
    }

    /// The word on the button.
    pub(super) fn word(self, text: &Text) -> &'static str {
        match self {
            Self::Mark(mark) => (text.dialog.step)(mark),
            Self::Undo(mark) => (text.dialog.undo)(mark),
            Self::Confirm(Confirmation::Confirmed) => text.dialog.confirm,
            Self::Confirm(_) => text.dialog.unconfirm,
            Self::AsksToMove => text.dialog.asks_to_move,
            Self::Move => text.dialog.move_it,
        }
    }
}
