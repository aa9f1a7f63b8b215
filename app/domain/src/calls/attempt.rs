//! What is written down of a call: attempts, append-only, with one outcome per reason, and the claim on a call.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::{Answer, HandOff, OutcomesWere, ReasonKind, Settling, StepAnswer};
use crate::autonomy::DelayDecision;
use crate::id::{AppointmentId, AttemptId, ClinicianId, MemberId, PatientId};
use crate::money::Cents;
use crate::patient::{Channel, Opposition, Purpose};
use crate::time::Instant;

/// One conversation or try. What was written down is never lost; a slip is corrected in sight.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attempt {
    /// Identity.
    pub id: AttemptId,
    /// Who was called.
    pub patient: PatientId,
    /// When.
    pub at: Instant,
    /// How.
    pub channel: Channel,
    /// Who called; `None` from an import.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<MemberId>,
    /// Who called, as the former software wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_name: Option<String>,
    /// Taken over from the former software, whose words hold less (`domain.md`, "Precise readings").
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub imported: bool,
    /// Another person called the patient too, neither knowing of the other (`doppia chiamata`).
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub double: bool,
    /// What came of it, for each thing that was talked about.
    pub outcomes: Vec<OutcomeOf>,
    /// What the patient reports, in the caller's words, for the clinician who is asked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// What the clinician answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// How the promise made in the call went from hand to hand, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hand_offs: Vec<HandOff>,
    /// What was decided of the payment that the patient asked to put off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delay: Option<DelayDecision>,
    /// What was written down before it was corrected, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrected: Vec<OutcomesWere>,
    /// What a person settled of what the call left to decide, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settled: Vec<Settling>,
    /// What the patient had not opposed before this call: who corrects the call takes it back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opposed: Vec<Opposition>,
}

impl Attempt {
    /// Who keeps the promise made in the call: who called, until it is handed over.
    pub fn owner(&self) -> Option<MemberId> {
        self.hand_offs.last().map(|hand_off| hand_off.to).or(self.by)
    }

    /// Whom the call asks, and by when: the same for everything that it was about.
    pub fn asks(&self) -> Option<(ClinicianId, DateTime)> {
        self.outcomes.iter().find_map(|about| match about.outcome {
            Outcome::Problem {
                clinician: Some(clinician),
                until: Some(until),
            } => Some((clinician, until)),
            _ => None,
        })
    }

    /// Until when the patient asks to put a payment off, where the call says.
    pub fn asks_delay(&self) -> Option<Date> {
        self.outcomes.iter().find_map(|about| match about.outcome {
            Outcome::AsksToSpread { until } => until,
            _ => None,
        })
    }

    /// Whether the patient was promised a call in it.
    pub fn promises_to_call_back(&self) -> bool {
        let promises = |outcome: &Outcome| matches!(outcome, Outcome::CallBack { .. });
        self.outcomes.iter().any(|about| promises(&about.outcome))
    }

    /// Whether this was a conversation with the patient.
    pub fn reached(&self) -> bool {
        self.outcomes.iter().any(|about| about.outcome.reached())
    }

    /// Whether this try reached nobody: the only ones that are limited.
    pub fn reached_nobody(&self) -> bool {
        !self.outcomes.is_empty() && self.outcomes.iter().all(|about| about.outcome.reached_nobody())
    }

    /// Whether this visit was booked in the call.
    pub fn has_booked(&self, visit: AppointmentId) -> bool {
        let is_it = |outcome: &Outcome| matches!(outcome, Outcome::Booked { appointment } if *appointment == Some(visit));
        self.outcomes.iter().any(|about| is_it(&about.outcome))
    }
}

/// What came of a call for one thing that it was about.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeOf {
    /// What it was about.
    pub topic: Topic,
    /// What came of it.
    pub outcome: Outcome,
}

/// What a call is about: a reason, or something else (`Altro`), which counts as care.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// One of the reasons of the list.
    Reason(ReasonKind),
    /// Anything else.
    Other,
}

impl Topic {
    /// Whether this is about money.
    pub const fn is_money(self) -> bool {
        matches!(self, Self::Reason(kind) if kind.is_money())
    }

    /// What a contact about this is for (`domain.md`, "Exclusions"); anything else (`Altro`) counts as care.
    pub const fn purpose(self) -> Purpose {
        match self {
            Self::Reason(ReasonKind::HygieneRecall | ReasonKind::CheckRecall) => Purpose::Recalls,
            Self::Reason(ReasonKind::Balance | ReasonKind::Instalment) => Purpose::Administration,
            Self::Reason(ReasonKind::Satisfaction) => Purpose::Satisfaction,
            Self::Reason(_) | Self::Other => Purpose::Care,
        }
    }
}

/// What came of a call (`domain.md`, "Outcome of a call").
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Outcome {
    /// Spoke, all well.
    AllWell,
    /// Spoke, reports a problem. Asked of a clinician by an hour, unless imported.
    Problem {
        /// Who is asked.
        clinician: Option<ClinicianId>,
        /// By when.
        until: Option<DateTime>,
    },
    /// Confirms the visit.
    Confirms {
        /// The visit.
        appointment: Option<AppointmentId>,
    },
    /// Asks to move the visit.
    AsksToMove {
        /// The visit.
        appointment: Option<AppointmentId>,
    },
    /// Booked a visit.
    Booked {
        /// The visit, if known.
        appointment: Option<AppointmentId>,
    },
    /// Would come at a place outside hours, which is asked of who may grant it.
    AsksForPlace {
        /// The visit that there will be, once it is granted.
        appointment: AppointmentId,
    },
    /// To be called back at a certain hour: a promise.
    CallBack {
        /// The promised hour, wall clock of the practice.
        until: DateTime,
        /// What was promised, at most [`LONGEST_WORDS`](crate::calls::LONGEST_WORDS) characters; empty = to call again.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        what: String,
    },
    /// Not before a day.
    Later {
        /// First day on which to call again.
        until: Date,
    },
    /// Answers the plan, step by step.
    AnswersPlan {
        /// The answers; absent for roles that may not know what a patient answers.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        steps: Vec<StepAnswer>,
    },
    /// Still thinking about the plan.
    Thinking,
    /// Nobody answered.
    NoAnswer,
    /// The line was busy.
    Busy,
    /// A voicemail answered.
    Voicemail,
    /// A family member answered; nothing clinical was said.
    Family,
    /// The number is of somebody else.
    WrongNumber,
    /// Promises to pay by a day.
    PromisesToPay {
        /// The day.
        by: Date,
        /// How much, if said.
        amount: Option<Cents>,
    },
    /// Asks to spread the payment, or to put it off.
    AsksToSpread {
        /// Until when, if said: within the caller's budget it is granted, beyond it the office manager is asked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Date>,
    },
    /// Disputes the amount.
    Disputes,
    /// Does not want to go on.
    DeclinesToGoOn,
    /// Does not want to be contacted.
    DoNotContact {
        /// For what; `None` is the purpose of the topic.
        purpose: Option<Purpose>,
        /// By which channel; `None` is all.
        channel: Option<Channel>,
    },
    /// Reported deceased.
    Deceased,
    /// Reported moved away.
    MovedAway,
}

impl Outcome {
    /// Whether the patient was spoken to (`domain.md`, "Outcome of a call").
    pub const fn reached(&self) -> bool {
        !self.reached_nobody() && !matches!(self, Self::WrongNumber | Self::Deceased | Self::MovedAway)
    }

    /// Tries that reached nobody: the only ones that are limited.
    pub const fn reached_nobody(&self) -> bool {
        matches!(self, Self::NoAnswer | Self::Busy | Self::Voicemail | Self::Family)
    }
}

/// A visible lease on a patient's call, by server time.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The patient who is being called.
    pub patient: PatientId,
    /// Who is calling.
    pub by: MemberId,
    /// Since when.
    pub since: Instant,
    /// Until when, unless renewed.
    pub until: Instant,
    /// Set where it was taken from somebody else, until it is given back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<TakenOver>,
}

/// A call that somebody took from somebody else's hands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakenOver {
    /// Who was calling.
    pub from: MemberId,
    /// A word for them; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub word: String,
}

impl Claim {
    /// How long a claim lasts without being renewed.
    pub const MINUTES: i64 = 10;

    /// Whether the claim holds at an instant.
    pub fn holds_at(&self, instant: Instant) -> bool {
        instant < self.until
    }
}
