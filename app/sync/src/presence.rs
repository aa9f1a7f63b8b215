//! Who is live, and what they look at. Said and heard while the line is open; never a row, never in the log.

use app_domain::id::{MemberId, PatientId};
use app_domain::policy::Entity;
use app_domain::rows::Key;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::project::{ViewClass, sees_key};

/// What a person has on the screen, as far as it helps others to know.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "at", deny_unknown_fields)]
pub enum LookingAt {
    /// A day of the agenda.
    Day {
        /// Which.
        day: Date,
    },
    /// The call of a patient.
    Call {
        /// Whose.
        patient: PatientId,
    },
}

/// A person who is live.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Present {
    /// Who.
    pub member: MemberId,
    /// What is on their screens: one thing for each, at most. Empty where it is nothing, or not for the viewer to know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub looking_at: Vec<LookingAt>,
}

/// Whether viewers of a class may know that somebody looks at this: whether they see it themselves.
pub fn may_know(class: ViewClass, looking_at: LookingAt) -> bool {
    match looking_at {
        LookingAt::Day { .. } => class.sees(Entity::Appointments),
        LookingAt::Call { patient } => {
            sees_key(class, Key::Patient(patient)) && sees_key(class, Key::Claim(patient))
        }
    }
}
