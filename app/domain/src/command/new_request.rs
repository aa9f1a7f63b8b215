//! Something a patient asks, to be written down.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::id::{MemberId, PatientId, RequestId};
use crate::patient::Channel;

/// Something a patient asks, to be written down.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewRequest {
    /// Identity, made on the device.
    pub request: RequestId,
    /// Who asks.
    pub patient: PatientId,
    /// How it came; absent = in person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// How the patient wants the answer.
    pub answer_by: Channel,
    /// What is asked, at most [`crate::calls::LONGEST_WORDS`] characters.
    pub words: String,
    /// The promised hour, wall clock of the practice.
    pub due: DateTime,
    /// Who has it in charge; absent = nobody yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<MemberId>,
}
