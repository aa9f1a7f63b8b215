//! What the rules say of one patient.

use serde::Serialize;

use super::{Cause, Rank, Reason, ReasonKind};
use crate::time::Instant;

/// How a patient stands on the call list at a moment.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CallStatus {
    /// Reasons that are on the list, the best first.
    pub listed: Vec<Reason>,
    /// Reasons that are held, each with its cause.
    pub excluded: Vec<Excluded>,
    /// The place among the others; `None` where nothing is listed.
    pub rank: Option<Rank>,
    /// The next instant at which this answer may change by time alone; `None` = never.
    pub next_change: Option<Instant>,
}

impl CallStatus {
    /// The listed reason of a kind, if there is one.
    pub fn listed(&self, kind: ReasonKind) -> Option<&Reason> {
        self.listed.iter().find(|reason| reason.kind() == kind)
    }

    /// The reason of a kind that is held, with its cause. A clinical risk that is held is always shown to its clinician.
    pub fn held(&self, kind: ReasonKind) -> Option<&Excluded> {
        self.excluded.iter().find(|held| held.reason.kind() == kind)
    }

    /// The reason that gives the patient the place: why the row is where it is.
    pub fn best(&self) -> Option<&Reason> {
        self.listed.first()
    }
}

/// A reason that is not on the list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Excluded {
    /// The reason.
    #[serde(flatten)]
    pub reason: Reason,
    /// Why it is not on the list: the first cause that holds.
    pub cause: Cause,
    /// When the cause ends by itself; `None` = not by time alone.
    pub until: Option<Instant>,
}
