//! A visit to be booked, by itself or within a call.

use serde::{Deserialize, Serialize};

use crate::agenda::{AppointmentKind, Overbooking, Place};
use crate::id::{AppointmentId, PatientId, PlanId};

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
