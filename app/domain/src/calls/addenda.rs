//! What is added to a call after it was written down. Nothing is ever taken away.

use serde::{Deserialize, Serialize};

use super::OutcomeOf;
use crate::id::MemberId;
use crate::time::Instant;

/// What a clinician answers to the question that a call put to them (`da sentire il medico`).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Who answered.
    pub by: MemberId,
    /// When.
    pub at: Instant,
    /// What is to be done.
    pub advice: Advice,
    /// The words to say to the patient, at most [`LONGEST_WORDS`] characters; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// What a clinician wants done for a patient who reported a problem.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// The patient is to come today.
    ComeToday,
    /// The patient is to be reassured.
    Reassure,
    /// The clinician looks at it at the next visit.
    NextVisit,
    /// The clinician calls the patient: nobody else does.
    WillCall,
}

impl Advice {
    /// Every answer, the most urgent first.
    pub const ALL: [Self; 4] = [Self::ComeToday, Self::Reassure, Self::NextVisit, Self::WillCall];
}

/// A promise passed from one person to another (`passaggio`). They are counted: the patient is not a parcel.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOff {
    /// Who had it.
    pub from: Option<MemberId>,
    /// Who has it from now on.
    pub to: MemberId,
    /// When.
    pub at: Instant,
    /// A word for who has it now, at most [`LONGEST_WORDS`] characters; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub word: String,
}

/// What was written down by mistake, kept in sight beside what is true.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomesWere {
    /// Who corrected it.
    pub by: MemberId,
    /// When.
    pub at: Instant,
    /// What was written down.
    pub outcomes: Vec<OutcomeOf>,
}

/// Longest question, answer or word to a colleague, in characters.
pub const LONGEST_WORDS: usize = 500;
