//! The call list: why a patient is on it, who is left out and why, in which order, and what a call leaves.

pub mod attempt;
pub mod reason;

pub use attempt::{Attempt, Claim, Outcome, OutcomeOf, Topic};
pub use reason::{Cause, ReasonKind, RiskCategory};

/// Being written by its owner: whether an outcome fits what it is about.
pub fn fits(_topic: Topic, _outcome: &Outcome) -> bool {
    true
}
