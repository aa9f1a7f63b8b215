//! A reason of the call list with its own facts: what a sentence, a script or the JSON of the command line needs.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::{Answer, ReasonKind, RecallType, RiskCategory, Topic};
use crate::agenda::Confirmation;
use crate::care::{FinishedPlan, MissedVisit};
use crate::id::{AppointmentId, AttemptId, ClinicianId, MemberId, PlanId};
use crate::money::Cents;

/// Why a patient is on the call list, or would be. One per patient and kind.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Reason {
    /// Its own facts; its kind follows from them.
    #[serde(flatten)]
    pub detail: ReasonDetail,
    /// The day it began, the oldest where several things give one reason.
    pub since: Date,
}

impl Reason {
    /// Its kind.
    pub const fn kind(&self) -> ReasonKind {
        self.detail.kind()
    }
}

/// The facts of a reason.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "detail")]
pub enum ReasonDetail {
    /// Open episodes past their check.
    ClinicalRisk(RiskDetail),
    /// Finished or stopped care not wholly paid.
    Balance(DueDetail),
    /// Instalments past their due day.
    Instalment(DueDetail),
    /// Plans that stand still.
    SuspendedCycle(CyclesDetail),
    /// Time for hygiene.
    HygieneRecall(HygieneDetail),
    /// Somebody promised to call back.
    Promise(PromiseDetail),
    /// Visits to confirm.
    Confirm(ConfirmDetail),
    /// Plans without an answer.
    PlanAwaiting(CyclesDetail),
    /// Visits missed or called off by the patient.
    MissedVisit(VisitsDetail),
    /// Visits called off by the practice.
    Displaced(VisitsDetail),
    /// A clinician has answered.
    Answered(AnsweredDetail),
    /// Care that has ended.
    Satisfaction(FinishedPlan),
    /// Time for checks.
    CheckRecall(ChecksDetail),
}

impl ReasonDetail {
    /// The kind of the reason.
    pub const fn kind(&self) -> ReasonKind {
        match self {
            Self::ClinicalRisk(_) => ReasonKind::ClinicalRisk,
            Self::Balance(_) => ReasonKind::Balance,
            Self::Instalment(_) => ReasonKind::Instalment,
            Self::SuspendedCycle(_) => ReasonKind::SuspendedCycle,
            Self::HygieneRecall(_) => ReasonKind::HygieneRecall,
            Self::Promise(_) => ReasonKind::Promise,
            Self::Confirm(_) => ReasonKind::Confirm,
            Self::PlanAwaiting(_) => ReasonKind::PlanAwaiting,
            Self::MissedVisit(_) => ReasonKind::MissedVisit,
            Self::Displaced(_) => ReasonKind::Displaced,
            Self::Answered(_) => ReasonKind::Answered,
            Self::Satisfaction(_) => ReasonKind::Satisfaction,
            Self::CheckRecall(_) => ReasonKind::CheckRecall,
        }
    }
}

/// Facts of a clinical risk.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RiskDetail {
    /// The episodes past their check, the one most days past first; never empty.
    pub episodes: Vec<EpisodeDue>,
    /// Day of the last successful contact about a risk.
    pub last_contact: Option<Date>,
    /// Tries that reached nobody since the check day.
    pub failures: u16,
}

impl RiskDetail {
    /// After how many tries since the check day the clinician is told.
    pub const FAILURES_TOLD: u16 = 3;

    /// Whether the clinician is to be told that nobody can be reached.
    pub const fn clinician_is_told(&self) -> bool {
        self.failures >= Self::FAILURES_TOLD
    }
}

/// An episode of clinical risk past its check.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct EpisodeDue {
    /// Which.
    pub category: RiskCategory,
    /// Day of the opening act.
    pub opened: Date,
    /// Day from which it is to be checked.
    pub check: Date,
    /// FDI number of the tooth, `Sup` or `Inf`, or empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tooth: String,
    /// Who did the opening act.
    pub clinician: Option<ClinicianId>,
}

/// Facts of an amount due.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DueDetail {
    /// How much; absent where the role may not know.
    pub amount: Option<Cents>,
    /// Balance: day of the oldest unpaid act. Instalment: due date of the oldest one not wholly paid.
    pub day: Date,
    /// A promise to pay whose day went by (`promessa non mantenuta`).
    pub broken_promise: Option<BrokenPromise>,
}

/// A promise to pay that was not kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct BrokenPromise {
    /// The promised day.
    pub by: Date,
    /// How much was promised; absent where unsaid or where the role may not know.
    pub amount: Option<Cents>,
}

/// Facts of plans that stand still, or that have no answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CyclesDetail {
    /// The plans, the oldest reason first; never empty.
    pub plans: Vec<PlanDue>,
}

/// A plan that gives a reason.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PlanDue {
    /// The plan.
    pub plan: PlanId,
    /// Its title.
    pub title: String,
    /// When it was presented to the patient.
    pub presented: Option<Date>,
    /// Day of the last act done.
    pub last_done: Option<Date>,
    /// Suspended: steps neither done nor declined. Awaiting: steps not done that have no answer.
    pub steps: u16,
    /// The day from which this plan gives the reason.
    pub since: Date,
}

/// Facts of a hygiene recall.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct HygieneDetail {
    /// The due day.
    pub due: Date,
    /// Where the due day comes from.
    pub from: DueFrom,
    /// Day of the last hygiene done.
    pub last_done: Option<Date>,
}

/// Checks that are due, the one most days past first.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ChecksDetail {
    /// At least one.
    pub checks: Vec<DueCheck>,
}

/// A check that is due.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DueCheck {
    /// Which.
    pub recall: RecallType,
    /// The due day.
    pub due: Date,
    /// Day of the last act that counts for it; `None` where only a person has set a date.
    pub last_done: Option<Date>,
}

/// Where the due day of a recall comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueFrom {
    /// The interval since the last one.
    Interval,
    /// A person set it.
    Hand,
}

/// Facts of a clinician's answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AnsweredDetail {
    /// The call in which it was asked.
    pub attempt: AttemptId,
    /// Who was asked.
    pub clinician: ClinicianId,
    /// The answer, with the words to say.
    pub answer: Answer,
}

/// Facts of a promise to call back.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PromiseDetail {
    /// The call in which it was made.
    pub attempt: AttemptId,
    /// What it is about.
    pub about: Topic,
    /// The promised hour, wall clock of the practice.
    pub until: DateTime,
    /// What was promised; empty = to call again.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub what: String,
    /// Whether the hour is past.
    pub lateness: Lateness,
    /// Who keeps it; `None` from an import.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<MemberId>,
    /// How often it was handed over.
    #[serde(default)]
    pub hand_offs: usize,
}

/// Whether the hour of a promise is past.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lateness {
    /// The hour has not passed.
    InTime,
    /// The hour has passed.
    Overdue,
}

/// Facts of visits to confirm.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ConfirmDetail {
    /// The visits, the next first; never empty.
    pub visits: Vec<VisitToConfirm>,
}

/// A visit to confirm.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct VisitToConfirm {
    /// The visit.
    pub appointment: AppointmentId,
    /// Its start, wall clock of the practice.
    pub start: DateTime,
    /// What the patient said until now. "Asks to move" stays on the list, marked.
    pub confirmation: Confirmation,
}

/// Facts of visits that did not take place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct VisitsDetail {
    /// The visits, the oldest event first; never empty.
    pub visits: Vec<MissedVisit>,
}
