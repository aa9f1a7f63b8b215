//! A place of the agenda, and whether it may be taken.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::id::{AppointmentId, ChairId, ClinicianId};

/// Where, when, how long and with whom.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// First minute, wall clock of the practice.
    pub start: DateTime,
    /// Length in minutes. Slots are of 5.
    pub minutes: u16,
    /// The chair.
    pub chair: ChairId,
    /// The clinician.
    pub clinician: ClinicianId,
}
