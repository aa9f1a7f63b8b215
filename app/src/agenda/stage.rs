//! How an appointment stands right now, in a word, a picture and a colour.

use app_domain::agenda::{Appointment, CancelledBy, Confirmation, Status};
use app_domain::time::{Instant, Now};
use jiff::civil::Time;

use super::text::Text;
use crate::ui::Glyph;

/// How an appointment stands right now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Nobody asked the patient to confirm yet.
    ToConfirm,
    /// Asked, no answer yet.
    Asked,
    /// The patient said yes.
    Confirmed,
    /// The patient wants another time.
    AsksToMove,
    /// Comes within the half hour.
    Expected {
        /// When.
        at: Time,
    },
    /// Should have come by now.
    Overdue {
        /// For how long.
        minutes: i64,
    },
    /// A day that is past, and nobody marked whether the patient came.
    Unmarked,
    /// In the waiting room.
    Waiting {
        /// For how long.
        minutes: i64,
    },
    /// In the chair.
    InChair {
        /// For how long.
        minutes: i64,
    },
    /// Treated, still here.
    Done {
        /// Since when, if known.
        at: Option<Time>,
    },
    /// Gone home.
    Left {
        /// When, if known.
        at: Option<Time>,
    },
    /// Did not come.
    Missed,
    /// Called off by the patient.
    CalledOff,
    /// Called off by the practice.
    Displaced,
}

/// Minutes before the start from which a patient is expected.
const EXPECTED_FROM: i64 = 30;
/// Minutes after the start from which a patient is overdue.
const OVERDUE_FROM: i64 = 5;
/// Minutes of waiting from which it is too long.
const TOO_LONG: i64 = 10;

impl Stage {
    /// How an appointment stands.
    pub fn of(appointment: &Appointment, now: Now) -> Self {
        let clock = |at: Option<Instant>| at.map(|at| at.civil().time());
        match &appointment.status {
            Status::Booked => Self::of_booked(appointment, now),
            Status::Arrived { arrived } => Self::Waiting {
                minutes: now.instant.minutes_since(*arrived).max(0),
            },
            Status::InChair { seated, .. } => Self::InChair {
                minutes: now.instant.minutes_since(*seated).max(0),
            },
            Status::Done { times } => Self::Done {
                at: clock(times.done),
            },
            Status::Left { times } => Self::Left {
                at: clock(times.left),
            },
            Status::NoShow { .. } => Self::Missed,
            Status::Cancelled {
                who: CancelledBy::Patient,
                ..
            } => Self::CalledOff,
            Status::Cancelled {
                who: CancelledBy::Practice,
                ..
            } => Self::Displaced,
        }
    }

    fn of_booked(appointment: &Appointment, now: Now) -> Self {
        let start = appointment.start();
        if start.date() < now.today() {
            return Self::Unmarked;
        }
        let to_go = Instant::from_civil(start).minutes_since(now.instant);
        match appointment.confirmation {
            _ if to_go <= -OVERDUE_FROM => Self::Overdue { minutes: -to_go },
            Confirmation::AskedToMove => Self::AsksToMove,
            _ if to_go <= EXPECTED_FROM => Self::Expected { at: start.time() },
            Confirmation::Confirmed => Self::Confirmed,
            Confirmation::Asked { .. } => Self::Asked,
            Confirmation::NotAsked => Self::ToConfirm,
        }
    }

    /// Waiting too long: shown in red.
    pub const fn is_too_long(self) -> bool {
        matches!(self, Self::Waiting { minutes } if minutes >= TOO_LONG)
    }

    /// The words on the card.
    pub fn words(self, text: &Text) -> String {
        let common = text.common;
        let ticking = |minutes| common.ticking(minutes);
        let at = |at: Option<Time>| at.map(|at| common.clock(at));
        match self {
            Self::ToConfirm => text.to_confirm.to_owned(),
            Self::Asked => text.asked.to_owned(),
            Self::Confirmed => text.confirmed.to_owned(),
            Self::AsksToMove => text.asks_to_move.to_owned(),
            Self::Expected { at } => (text.expected)(&common.clock(at)),
            Self::Overdue { minutes } => (text.overdue)(&common.ticking(minutes)),
            Self::Unmarked => text.unmarked.to_owned(),
            Self::Waiting { minutes } => (text.waiting)(&ticking(minutes)),
            Self::InChair { minutes } => (text.in_chair)(&ticking(minutes)),
            Self::Done { at: when } => (text.done)(at(when).as_deref()),
            Self::Left { at: when } => (text.left)(at(when).as_deref()),
            Self::Missed => text.missed.to_owned(),
            Self::CalledOff => text.called_off.to_owned(),
            Self::Displaced => text.displaced.to_owned(),
        }
    }

    /// The words read aloud: who waits has arrived.
    pub fn spoken(self, text: &Text) -> String {
        let words = self.words(text);
        match self {
            Self::Waiting { .. } => format!("{}, {words}", text.arrived),
            _ => words,
        }
    }

    /// The picture beside the words.
    pub const fn glyph(self) -> Glyph {
        match self {
            Self::ToConfirm | Self::Unmarked => Glyph::Question,
            Self::Asked => Glyph::Message,
            Self::Confirmed | Self::Done { .. } => Glyph::Check,
            Self::AsksToMove | Self::Displaced => Glyph::Move,
            Self::Expected { .. } | Self::Overdue { .. } => Glyph::Clock,
            Self::Waiting { .. } => Glyph::Waiting,
            Self::InChair { .. } => Glyph::Chair,
            Self::Left { .. } => Glyph::Leave,
            Self::Missed => Glyph::Absent,
            Self::CalledOff => Glyph::Cross,
        }
    }

    /// The class of `style/agenda/card.css`.
    pub const fn class(self) -> &'static str {
        match self {
            Self::ToConfirm | Self::Asked | Self::Expected { .. } | Self::Unmarked => "",
            Self::Confirmed => "appointment--confirmed",
            Self::AsksToMove => "appointment--asks",
            Self::Overdue { .. } => "appointment--overdue",
            Self::Waiting { .. } => "appointment--waiting",
            Self::InChair { .. } => "appointment--in-chair",
            Self::Done { .. } | Self::Left { .. } => "appointment--past",
            Self::Missed => "appointment--missed",
            Self::CalledOff | Self::Displaced => "appointment--ghost",
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
