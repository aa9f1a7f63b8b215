//! What a caller knew of the calls before.

use serde::{Deserialize, Serialize};

use crate::id::AttemptId;

/// The latest call to a patient that a caller knew of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LatestCall {
    /// None at all.
    Nobody,
    /// This one.
    Attempt(AttemptId),
}
