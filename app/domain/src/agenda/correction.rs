//! Visits that ended otherwise than was written (`domain.md`, glossary: any terminal state can be corrected with a reason).

use serde::{Deserialize, Serialize};

use super::{CancelledBy, Status, VisitTimes};
use crate::id::MemberId;
use crate::time::Instant;

/// Milliseconds within which an end is taken back as a slip, without a reason: the eight seconds in which the screen offers
/// it, and the time a person needs who was called away.
pub const UNDO_MS: i64 = 60_000;

/// How a visit ended.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Ending {
    /// The patient was treated and went home.
    Left,
    /// The patient did not come.
    NoShow,
    /// It was called off.
    Cancelled {
        /// By whom.
        who: CancelledBy,
    },
}

/// A correction, kept with the visit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Who corrected.
    pub by: MemberId,
    /// When.
    pub at: Instant,
    /// What was written before.
    pub was: Status,
    /// Why.
    pub reason: String,
}

impl Ending {
    /// Every way to end.
    pub const ALL: [Self; 4] = [
        Self::Left,
        Self::NoShow,
        Self::Cancelled {
            who: CancelledBy::Patient,
        },
        Self::Cancelled {
            who: CancelledBy::Practice,
        },
    ];

    /// How a visit of this state ended; `None` where it has not.
    pub const fn of(status: &Status) -> Option<Self> {
        match status {
            Status::Left { .. } => Some(Self::Left),
            Status::NoShow { .. } => Some(Self::NoShow),
            Status::Cancelled { who, .. } => Some(Self::Cancelled { who: *who }),
            Status::Booked | Status::Arrived { .. } | Status::InChair { .. } | Status::Done { .. } => None,
        }
    }

    /// The state of a visit that is found to have ended so. Times that nobody saw stay unknown.
    pub(crate) fn status(self, reason: &str, at: Instant) -> Status {
        match self {
            Self::Left => Status::Left {
                times: VisitTimes::default(),
            },
            Self::NoShow => Status::NoShow { at: Some(at) },
            Self::Cancelled { who } => Status::Cancelled {
                who,
                reason: reason.to_owned(),
                at: Some(at),
            },
        }
    }
}
