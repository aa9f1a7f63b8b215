//! What may be done to an appointment, given how it stands.

use app_domain::agenda::{Appointment, Confirmation, Ending, LabWork, Mark, Status};
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
    /// A place again, for what the practice has called off.
    PlaceAgain,
    /// The patient would come earlier, or would not any more.
    Earlier(bool),
    /// The visit waits for the laboratory, has its work, or needs none.
    Lab(LabWork),
    /// Calls it off.
    Cancel,
    /// Corrects how it ended.
    Correct,
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
        let undo = row
            .status
            .mark()
            .map(Self::Undo)
            .filter(|_| row.status.may_be_taken_back(now.instant));
        let ended = Ending::of(&row.status).map(|_| Self::Correct);
        let said: &[Self] = match (&row.status, row.confirmation) {
            (Status::Booked, Confirmation::Confirmed) => &[
                Self::Confirm(Confirmation::NotAsked),
                Self::AsksToMove,
                Self::Move,
            ],
            _ if row.is_parked() => &[Self::PlaceAgain],
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
        let is_to_come = matches!(row.status, Status::Booked | Status::Arrived { .. });
        next.into_iter()
            .chain(missed)
            .chain(said.iter().copied())
            .chain((row.status == Status::Booked).then_some(Self::Earlier(!row.as_soon_as_possible)))
            .chain(is_to_come.then_some(Self::Lab(next_lab(row.lab))))
            .chain(is_to_come.then_some(Self::Cancel))
            .chain(undo)
            .chain(ended)
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
            Self::Move | Self::PlaceAgain => Glyph::Move,
            Self::Earlier(_) => Glyph::Sooner,
            Self::Lab(_) => Glyph::Waiting,
            Self::Cancel => Glyph::Cross,
            Self::Correct => Glyph::Note,
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
            Self::PlaceAgain => text.dialog.place_again,
            Self::Earlier(true) => text.dialog.earlier,
            Self::Earlier(false) => text.dialog.not_earlier,
            Self::Lab(lab) => text.dialog.lab[lab as usize],
            Self::Cancel => text.dialog.cancel,
            Self::Correct => text.dialog.correct,
        }
    }
}

/// What is written down next of the laboratory: one tap after the other.
const fn next_lab(lab: LabWork) -> LabWork {
    match lab {
        LabWork::None => LabWork::Awaited,
        LabWork::Awaited => LabWork::Arrived,
        LabWork::Arrived => LabWork::None,
    }
}
