//! What a device asks of patients whom it does not hold, and what the server answers. It goes over requests of its own, not
//! over the line: an answer is for the moment, and rests nowhere.

use app_domain::id::PatientId;
use app_domain::patient::Patient;
use serde::{Deserialize, Serialize};

/// Patients in one answer, at most.
pub const HITS: usize = 20;

/// Characters of a query, at most: nobody's name is longer.
pub const LONGEST_QUERY: usize = 100;

/// What is asked. It travels in the body of a request, because addresses are written down by what lies between.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SearchRequest {
    /// Who is found by what was typed.
    Query(String),
    /// One patient, known by an address.
    Patient(PatientId),
    /// The same, who is about to be given a visit: the devices know them from now on.
    Bring(PatientId),
}

/// Who was found, as the asker may see them.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchAnswer {
    /// The first ones, in order; not more than [`HITS`].
    pub patients: Vec<Patient>,
    /// How many more there are.
    pub more: usize,
}
