//! From a patient's facts to how the patient stands on the call list.

use super::{CallStatus, Facts};
use crate::calendar::Calendar;
use crate::time::Now;

/// How a patient stands at `now`.
pub fn evaluate(_facts: &Facts<'_>, _calendar: &Calendar, _now: Now) -> CallStatus {
    CallStatus::default()
}
