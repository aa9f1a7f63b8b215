//! What a person settles of what a call has left to decide ("Da rivedere"): a report, a dispute, five tries in vain. It is
//! added to the call, like an answer: who settled what, when and in which words is never taken away.

use serde::{Deserialize, Serialize};

use super::{Attempt, Outcome, ReasonKind, Topic};
use crate::id::MemberId;
use crate::patient::Standing;
use crate::time::Instant;

/// What a person settled.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settling {
    /// Who.
    pub by: MemberId,
    /// When.
    pub at: Instant,
    /// What.
    pub settlement: Settlement,
    /// Why, in their words, at most [`super::LONGEST_WORDS`] characters; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// How something that waited for a person ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is", deny_unknown_fields)]
pub enum Settlement {
    /// The patient did die, or moved away, as the call reports.
    Confirmed {
        /// How the patient stood before: given back where the confirmation was wrong.
        standing: Standing,
    },
    /// It is not as the call reports: the reasons are back.
    NotTrue,
    /// The disputed amount is settled with the patient.
    Resolved,
    /// The tries about a reason are counted from zero again, and what was closed is open.
    Retry {
        /// Which reason.
        reason: ReasonKind,
    },
    /// This occurrence of a reason is closed by the practice, with a reason in words.
    Closed {
        /// Which reason.
        reason: ReasonKind,
    },
    /// A number of the patient was corrected after the call. It follows from the correction; nobody asks for it.
    NumberCorrected,
    /// The clinician has seen that the patient does not want to go on.
    Seen,
}

/// What a settlement is about: the last one about a matter holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Matter {
    /// The report that the patient died or moved away.
    Report,
    /// The dispute.
    Dispute,
    /// A reason with too many tries.
    Reason(ReasonKind),
    /// The number.
    Number,
    /// The word to the clinician.
    Word,
}

impl Settlement {
    /// What it is about.
    pub const fn matter(self) -> Matter {
        match self {
            Self::Confirmed { .. } | Self::NotTrue => Matter::Report,
            Self::Resolved => Matter::Dispute,
            Self::Retry { reason } | Self::Closed { reason } => Matter::Reason(reason),
            Self::NumberCorrected => Matter::Number,
            Self::Seen => Matter::Word,
        }
    }

    /// Whether a call leaves this to decide.
    pub fn fits(self, attempt: &Attempt) -> bool {
        let any = |wanted: fn(&Outcome) -> bool| attempt.outcomes.iter().any(|about| wanted(&about.outcome));
        match self {
            Self::Confirmed { .. } | Self::NotTrue => attempt.reports().is_some(),
            Self::Resolved => any(|outcome| matches!(outcome, Outcome::Disputes)),
            // A risk is closed by a clinician, and its tries have no end.
            Self::Retry { reason } | Self::Closed { reason } => {
                reason != ReasonKind::ClinicalRisk && attempt.was_in_vain_about(reason)
            }
            Self::NumberCorrected => false,
            Self::Seen => any(|outcome| matches!(outcome, Outcome::DeclinesToGoOn)),
        }
    }
}

impl Attempt {
    /// How the patient is reported to stand, where the call reports a death or a move.
    pub fn reports(&self) -> Option<Standing> {
        self.outcomes.iter().find_map(|about| match about.outcome {
            Outcome::Deceased => Some(Standing::Deceased),
            Outcome::MovedAway => Some(Standing::MovedAway),
            _ => None,
        })
    }

    /// What was last settled about a matter.
    pub fn settled_about(&self, matter: Matter) -> Option<&Settling> {
        let is_about = |settling: &&Settling| settling.settlement.matter() == matter;
        self.settled.iter().rev().find(is_about)
    }

    /// Whether the call reports a death or a move that nobody has found to be wrong.
    pub fn report_stands(&self) -> bool {
        let found = self.settled_about(Matter::Report);
        self.reports().is_some() && found.is_none_or(|found| found.settlement != Settlement::NotTrue)
    }

    /// Whether the call holds a dispute that nobody has settled.
    pub fn dispute_stands(&self) -> bool {
        let disputes = |about: &super::OutcomeOf| matches!(about.outcome, Outcome::Disputes);
        self.outcomes.iter().any(disputes) && self.settled_about(Matter::Dispute).is_none()
    }

    /// Whether nobody was reached about a reason, or about a promise, which may be about it.
    fn was_in_vain_about(&self, reason: ReasonKind) -> bool {
        let topics = [Topic::Reason(reason), Topic::Reason(ReasonKind::Promise)];
        let mut outcomes = self.outcomes.iter();
        outcomes.any(|about| topics.contains(&about.topic) && about.outcome.reached_nobody())
    }
}
