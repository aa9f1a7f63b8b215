//! Which outcomes of a call fit what it is about (`domain.md`, "Outcome of a call").

use serde::{Deserialize, Serialize};

use super::{Outcome, ReasonKind, Topic};

/// The kind of an outcome, without what is written with it: what a button of the call card stands for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeKind {
    /// Spoke, all well.
    AllWell,
    /// Spoke, reports a problem.
    Problem,
    /// Confirms the visit.
    Confirms,
    /// Asks to move the visit.
    AsksToMove,
    /// Booked a visit.
    Booked,
    /// Would come outside hours: somebody is asked.
    AsksForPlace,
    /// To be called back at a certain hour.
    CallBack,
    /// Not before a day.
    Later,
    /// Answers the plan, step by step.
    AnswersPlan,
    /// Still thinking about the plan.
    Thinking,
    /// Nobody answered.
    NoAnswer,
    /// The line was busy.
    Busy,
    /// A voicemail answered.
    Voicemail,
    /// A family member answered.
    Family,
    /// The number is of somebody else.
    WrongNumber,
    /// Promises to pay by a day.
    PromisesToPay,
    /// Asks to spread the payment.
    AsksToSpread,
    /// Disputes the amount.
    Disputes,
    /// Does not want to go on.
    DeclinesToGoOn,
    /// Does not want to be contacted.
    DoNotContact,
    /// Reported deceased.
    Deceased,
    /// Reported moved away.
    MovedAway,
}

impl Outcome {
    /// Its kind.
    pub const fn kind(&self) -> OutcomeKind {
        match self {
            Self::AllWell => OutcomeKind::AllWell,
            Self::Problem { .. } => OutcomeKind::Problem,
            Self::Confirms { .. } => OutcomeKind::Confirms,
            Self::AsksToMove { .. } => OutcomeKind::AsksToMove,
            Self::Booked { .. } => OutcomeKind::Booked,
            Self::AsksForPlace { .. } => OutcomeKind::AsksForPlace,
            Self::CallBack { .. } => OutcomeKind::CallBack,
            Self::Later { .. } => OutcomeKind::Later,
            Self::AnswersPlan { .. } => OutcomeKind::AnswersPlan,
            Self::Thinking => OutcomeKind::Thinking,
            Self::NoAnswer => OutcomeKind::NoAnswer,
            Self::Busy => OutcomeKind::Busy,
            Self::Voicemail => OutcomeKind::Voicemail,
            Self::Family => OutcomeKind::Family,
            Self::WrongNumber => OutcomeKind::WrongNumber,
            Self::PromisesToPay { .. } => OutcomeKind::PromisesToPay,
            Self::AsksToSpread { .. } => OutcomeKind::AsksToSpread,
            Self::Disputes => OutcomeKind::Disputes,
            Self::DeclinesToGoOn => OutcomeKind::DeclinesToGoOn,
            Self::DoNotContact { .. } => OutcomeKind::DoNotContact,
            Self::Deceased => OutcomeKind::Deceased,
            Self::MovedAway => OutcomeKind::MovedAway,
        }
    }
}

impl OutcomeKind {
    /// Every kind, in the order of the table.
    pub const ALL: [Self; 22] = [
        Self::AllWell,
        Self::Problem,
        Self::Confirms,
        Self::AsksToMove,
        Self::Booked,
        Self::AsksForPlace,
        Self::CallBack,
        Self::Later,
        Self::AnswersPlan,
        Self::Thinking,
        Self::NoAnswer,
        Self::Busy,
        Self::Voicemail,
        Self::Family,
        Self::WrongNumber,
        Self::PromisesToPay,
        Self::AsksToSpread,
        Self::Disputes,
        Self::DeclinesToGoOn,
        Self::DoNotContact,
        Self::Deceased,
        Self::MovedAway,
    ];

    /// Whether the outcome makes sense for what the call was about. A call about a promise is about what was promised,
    /// and one about "something else" may end in any way: both take every outcome but those bound to one visit.
    pub const fn fits(self, topic: Topic) -> bool {
        let Topic::Reason(kind) = topic else {
            return !matches!(self, Self::Confirms | Self::AsksToMove);
        };
        match self {
            Self::Confirms | Self::AsksToMove => matches!(kind, ReasonKind::Confirm),
            Self::Later => matches!(
                kind,
                ReasonKind::HygieneRecall | ReasonKind::CheckRecall | ReasonKind::Promise
            ),
            Self::AnswersPlan | Self::Thinking => {
                matches!(
                    kind,
                    ReasonKind::PlanAwaiting | ReasonKind::SuspendedCycle | ReasonKind::Promise
                )
            }
            Self::PromisesToPay | Self::AsksToSpread | Self::Disputes => {
                matches!(
                    kind,
                    ReasonKind::Balance | ReasonKind::Instalment | ReasonKind::Promise
                )
            }
            Self::Booked | Self::AsksForPlace => !matches!(kind, ReasonKind::Confirm),
            Self::DeclinesToGoOn => !matches!(kind, ReasonKind::Balance | ReasonKind::Instalment),
            _ => true,
        }
    }
}

impl OutcomeKind {
    /// Whether it is said of the call and not of one reason: who did not speak with the patient has nothing to say of each.
    pub const fn is_of_the_whole_call(self) -> bool {
        matches!(
            self,
            Self::NoAnswer | Self::Busy | Self::Voicemail | Self::Family | Self::WrongNumber | Self::Deceased
        )
    }

    /// Whether a call says it once, for all that it is about: it puts one question to one clinician by one hour, and asks to
    /// put payments off until one day, since an attempt has one answer and one decision.
    pub const fn is_said_once(self) -> bool {
        matches!(self, Self::Problem | Self::AsksToSpread)
    }
}

/// The outcomes that fit what a call is about, in the order of the table.
pub fn outcomes_for(topic: Topic) -> impl Iterator<Item = OutcomeKind> {
    OutcomeKind::ALL.into_iter().filter(move |kind| kind.fits(topic))
}

/// Whether an outcome fits what the call was about.
pub const fn fits(topic: Topic, outcome: &Outcome) -> bool {
    outcome.kind().fits(topic)
}

#[cfg(test)]
mod tests;
