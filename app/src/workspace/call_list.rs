//! The call list of this device: kept up to date for the patients that a change touches, and for those whose reasons
//! change by the passing of time alone.

use std::collections::BTreeSet;

use app_domain::calls::{CallBoard, CallStatus};
use app_domain::id::PatientId;
use app_domain::time::Now;
use app_sync::replica::Replica;

use super::wake::{Topic, patient_of};

/// The board, once there are rows to make it from.
#[derive(Default)]
pub(super) struct CallList {
    board: CallBoard,
}
