//! What a device asks of a patient's books, which only the server holds, and what the server answers. Like search it goes
//! over requests of its own: an answer is for the moment, and rests nowhere.

use app_domain::id::PatientId;
use app_domain::money::statement::Statement;
use app_domain::patient::Patient;
use serde::{Deserialize, Serialize};

/// Whose. It travels in the body of a request, because addresses are written down by what lies between.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatementRequest {
    /// The patient.
    pub patient: PatientId,
}

/// The rows behind the figures of a patient, for who sees payments.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatementAnswer {
    /// The rows.
    pub statement: Statement,
    /// Everybody whom the payer pays for, as the asker may see them, in the order of the statement.
    pub people: Vec<Patient>,
}
