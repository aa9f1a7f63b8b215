//! Notes about a day: what everybody at work should know of it. Nothing clinical, nothing about a patient.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::{DayNoteId, MemberId};
use crate::time::Instant;

/// Characters of a note, at most.
pub const LONGEST_DAY_NOTE: usize = 500;

/// A note about a day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayNote {
    /// Identity.
    pub id: DayNoteId,
    /// The day.
    pub day: Date,
    /// Who wrote it.
    pub by: MemberId,
    /// When.
    pub at: Instant,
    /// What it says.
    pub text: String,
    /// Who struck it out, once it no longer holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub struck: Option<Struck>,
}

/// That a note no longer holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Struck {
    /// Who struck it out.
    pub by: MemberId,
    /// When.
    pub at: Instant,
}
