//! Kinds of reasons, categories of clinical risk, and causes of exclusion.

use serde::{Deserialize, Serialize};

/// Why a patient is on the call list (`domain.md`, "Calls: who is on the list"). One reason per patient and kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReasonKind {
    /// An open episode of risk past its check.
    ClinicalRisk,
    /// Finished care not wholly paid.
    Balance,
    /// An instalment past its due day.
    Instalment,
    /// A plan that stands still.
    SuspendedCycle,
    /// Time for hygiene.
    HygieneRecall,
    /// Somebody promised to call back.
    Promise,
    /// A visit to confirm.
    Confirm,
    /// A plan without an answer.
    PlanAwaiting,
    /// A visit missed or called off by the patient.
    MissedVisit,
    /// A visit called off by the practice, to be placed again.
    Displaced,
    /// A clinician has answered what a call asked: the patient is to be told.
    Answered,
    /// Care has ended: how did it go? Off until the practice turns it on.
    Satisfaction,
    /// Time for a check of orthodontics, implants or dentures. Off until the practice turns it on.
    CheckRecall,
}

impl ReasonKind {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::ClinicalRisk,
        Self::Balance,
        Self::Instalment,
        Self::SuspendedCycle,
        Self::HygieneRecall,
        Self::Promise,
        Self::Confirm,
        Self::PlanAwaiting,
        Self::MissedVisit,
        Self::Displaced,
        Self::Answered,
        Self::Satisfaction,
        Self::CheckRecall,
    ];

    /// Reasons about money.
    pub const fn is_money(self) -> bool {
        matches!(self, Self::Balance | Self::Instalment)
    }

    /// The name on the command line, in JSON and in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ClinicalRisk => "clinical_risk",
            Self::Balance => "balance",
            Self::Instalment => "instalment",
            Self::SuspendedCycle => "suspended_cycle",
            Self::HygieneRecall => "hygiene_recall",
            Self::Promise => "promise",
            Self::Confirm => "confirm",
            Self::PlanAwaiting => "plan_awaiting",
            Self::MissedVisit => "missed_visit",
            Self::Displaced => "displaced",
            Self::Answered => "answered",
            Self::Satisfaction => "satisfaction",
            Self::CheckRecall => "check_recall",
        }
    }
}

/// A category of clinical risk. Which acts open and close its episodes, and how often they are checked, is in the
/// [`RiskTable`](super::RiskTable).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RiskCategory {
    /// `provvisorio esteso`
    ExtendedProvisional,
    /// `ortodonzia fissa`
    FixedOrthodontics,
    /// `provvisorio a carico immediato`
    ImmediateLoadProvisional,
    /// `protesi mobile appena consegnata`
    DentureJustDelivered,
    /// `ritrattamento senza ricostruzione`
    RetreatmentWithoutCore,
}

impl RiskCategory {
    /// Every category, in the order of the table of `domain.md`.
    pub const ALL: [Self; 5] = [
        Self::ExtendedProvisional,
        Self::FixedOrthodontics,
        Self::ImmediateLoadProvisional,
        Self::DentureJustDelivered,
        Self::RetreatmentWithoutCore,
    ];
}

/// Why a reason is not on the list; the first that holds, in this order (`domain.md`, "Exclusions").
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The patient died.
    Deceased,
    /// The patient moved away.
    MovedAway,
    /// The patient does not want to be contacted for this, by any channel.
    Opposed,
    /// No consent to recalls (hygiene only).
    ConsentDenied,
    /// The recall is turned off, or off until a day.
    Disabled,
    /// The patient is not in care (hygiene only).
    Inactive,
    /// Reported deceased or moved: a person must look.
    Review,
    /// The number is wrong.
    WrongNumber,
    /// The amount is disputed.
    Disputed,
    /// The office manager was asked whether the payment may be put off.
    AwaitingManager,
    /// The patient promised to pay.
    PromisedToPay,
    /// The patient does not want to go on: this occurrence only.
    Closed,
    /// The practice has closed the reason, with a reason of its own: this occurrence only.
    ClosedByPractice,
    /// A call booked a visit.
    VisitBooked,
    /// Somebody will call back at a certain hour.
    CallBackPromised,
    /// A clinician was asked.
    AwaitingClinician,
    /// The patient is thinking, for seven days.
    Thinking,
    /// Five tries since the reason began.
    FiveAttempts,
    /// All well, said today.
    SpokenToday,
    /// One try a day.
    TriedToday,
    /// Three tries in seven days.
    ThreeInSevenDays,
}

impl Cause {
    /// The name on the command line, in JSON and in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Deceased => "deceased",
            Self::MovedAway => "moved_away",
            Self::Opposed => "opposed",
            Self::ConsentDenied => "consent_denied",
            Self::Disabled => "disabled",
            Self::Inactive => "inactive",
            Self::Review => "review",
            Self::WrongNumber => "wrong_number",
            Self::Disputed => "disputed",
            Self::AwaitingManager => "awaiting_manager",
            Self::PromisedToPay => "promised_to_pay",
            Self::Closed => "closed",
            Self::ClosedByPractice => "closed_by_practice",
            Self::VisitBooked => "visit_booked",
            Self::CallBackPromised => "call_back_promised",
            Self::AwaitingClinician => "awaiting_clinician",
            Self::Thinking => "thinking",
            Self::FiveAttempts => "five_attempts",
            Self::SpokenToday => "spoken_today",
            Self::TriedToday => "tried_today",
            Self::ThreeInSevenDays => "three_in_seven_days",
        }
    }
}
