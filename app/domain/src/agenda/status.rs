//! The states of an appointment and the marks that move it from one to the next.

use serde::{Deserialize, Serialize};

use crate::time::Instant;

/// How far a visit has come: `Booked → Arrived → InChair → Done → Left`, or missed, or cancelled.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Status {
    /// Awaited.
    Booked,
    /// In the waiting room.
    Arrived {
        /// Since when.
        arrived: Instant,
    },
    /// In the chair.
    InChair {
        /// When the patient came.
        arrived: Option<Instant>,
        /// When the patient sat down.
        seated: Instant,
    },
    /// Treated, still in the practice. Imported visits have no times.
    Done {
        /// What is known of the times.
        #[serde(default)]
        times: VisitTimes,
    },
    /// Gone home.
    Left {
        /// What is known of the times.
        #[serde(default)]
        times: VisitTimes,
    },
    /// Did not come.
    NoShow {
        /// When it was marked; `None` from an import.
        at: Option<Instant>,
    },
    /// Was called off.
    Cancelled {
        /// By whom.
        who: CancelledBy,
        /// Why.
        reason: String,
        /// When, if known.
        at: Option<Instant>,
    },
}

/// What is known of the times of a visit that was done.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitTimes {
    /// Came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrived: Option<Instant>,
    /// Sat down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seated: Option<Instant>,
    /// Was treated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Instant>,
    /// Went home.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Instant>,
}

/// Who called a visit off.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CancelledBy {
    /// The patient.
    Patient,
    /// The practice.
    Practice,
}

/// What a person marks on a visit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Came in.
    Arrived,
    /// Sat down.
    InChair,
    /// Was treated.
    Done,
    /// Went home.
    Left,
    /// Did not come.
    NoShow,
}
