//! What commands carry that is more than a field.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::agenda::{AppointmentKind, Overbooking, Place};
use crate::id::{AppointmentId, AttemptId, MemberId, PatientId, PlanId, RequestId};
use crate::patient::Channel;

/// The latest call to a patient that a caller knew of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LatestCall {
    /// None at all.
    Nobody,
    /// This one.
    Attempt(AttemptId),
}

/// A visit to be booked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Booking {
    /// Identity, made on the device.
    pub appointment: AppointmentId,
    /// Who comes.
    pub patient: PatientId,
    /// Where, when, how long and with whom.
    pub place: Place,
    /// What for.
    pub kind: AppointmentKind,
    /// The plan of care of which it is a step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanId>,
    /// Set where the place is taken on purpose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overbooking: Option<Overbooking>,
    /// A note of the front desk.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

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
