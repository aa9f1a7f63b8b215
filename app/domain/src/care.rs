//! What care has left behind: the history of a patient, and the digest of it that rules and devices read.
//!
//! A device never holds the history (acts, payments, plans, old visits). It holds one [`Care`] per patient, made by
//! the server from the [`History`] of the patient's family, and the appointments of the window as rows of their own.

mod heard;

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::agenda::CancelledBy;
use crate::calls::{Recall, RecallType, RiskCategory};
use crate::id::{ActId, AppointmentId, ClinicianId, EpisodeId, InstalmentId, PatientId, PaymentId, PlanId};
use crate::money::Cents;
use crate::risk_marks::RiskMarks;

/// The digest of a patient's history, as of a day. Amounts are absent for roles that may not see them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Care {
    /// Whose.
    pub patient: PatientId,
    /// Episodes of clinical risk that acts have opened and none has closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub episodes: Vec<Episode>,
    /// Of those that a clinician has opened by hand, the ones that an act has closed since.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed_episodes: Vec<EpisodeId>,
    /// Hygiene recall.
    pub hygiene: HygieneCare,
    /// The other recalls that are on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<CheckCare>,
    /// Plans whose cycle is active.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plans: Vec<PlanCare>,
    /// The plan that was finished last, as long as it is recent enough to ask how it went.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished: Option<FinishedPlan>,
    /// What is due, if anything and if the role may know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub money: Option<MoneyCare>,
    /// Appointments before the window that still matter: missed, or called off, in the last 60 days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missed: Vec<MissedVisit>,
    /// Start of the last visit done before the window.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_visit_done: Option<DateTime>,
}

/// What a recall beside hygiene is computed from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckCare {
    /// Which.
    pub recall: RecallType,
    /// Day of the last act that counts for it.
    pub last_done: Date,
}

/// An open episode of clinical risk.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Episode {
    /// Which one, so that it can be closed by hand; absent in digests of before it could be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<EpisodeId>,
    /// Which.
    pub category: RiskCategory,
    /// Day of the opening act.
    pub opened: Date,
    /// FDI number of the tooth, `Sup` or `Inf`, or empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tooth: String,
    /// Who did the opening act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clinician: Option<ClinicianId>,
}

/// What the hygiene recall is computed from, as the former software said it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HygieneCare {
    /// Months between two hygienes; 0 = disabled.
    pub interval_months: u8,
    /// Day of the last hygiene done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_done: Option<Date>,
    /// A due date set by hand, until it is served.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed: Option<Date>,
}

/// An active cycle, seen from the call list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanCare {
    /// The plan.
    pub plan: PlanId,
    /// Its title.
    pub title: String,
    /// When it was presented to the patient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presented: Option<Date>,
    /// Day of the last act done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_done: Option<Date>,
    /// Steps neither done nor declined.
    pub steps_open: u16,
    /// Steps accepted (done or not).
    pub steps_accepted: u16,
    /// Steps not done whose answer is missing or "thinking".
    pub steps_unanswered: u16,
    /// Days that must pass before the next open step, where that is recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_gap_days: Option<u16>,
    /// The steps not done, in their order; absent for roles that may not know what a patient answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<StepCare>,
}

/// A step that is not done, as who asks the patient about it knows it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepCare {
    /// The step.
    pub step: ActId,
    /// What would be done, in the practice's words; its code where there are none.
    pub what: String,
    /// FDI number of the tooth, `Sup` or `Inf`, or empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tooth: String,
    /// What the patient has answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<PlanAnswer>,
}

/// A plan of which everything is done or declined.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinishedPlan {
    /// The plan.
    pub plan: PlanId,
    /// Its title.
    pub title: String,
    /// Day of its last act.
    pub last_done: Date,
}

/// What a patient owes, as the call list tells it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoneyCare {
    /// Finished or stopped care not wholly paid, more than €1.00.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balance: Option<Due>,
    /// Instalments due before the day of the digest and not paid, more than €1.00.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instalment: Option<Due>,
    /// Band of the patient's own exposure, part of the rank of the call list.
    pub band: ExposureBand,
    /// Plans that a payment may be for: the active ones, and the others of which something is left to pay. Absent for roles
    /// that know only whether something is due.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plans: Vec<PayablePlan>,
}

/// A plan that a payment may be for: nothing clinical is in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayablePlan {
    /// The plan.
    pub plan: PlanId,
    /// When it was presented to the patient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presented: Option<Date>,
    /// What is left to pay: of the acts done, or of the instalments, whichever is more; never negative.
    pub left: Cents,
}

/// An amount due and the day it is counted from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// How much; absent for roles that know only whether something is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Cents>,
    /// Balance: day of the oldest unpaid act. Instalment: due date of the oldest one not wholly paid.
    pub day: Date,
}

/// Bands of the patient's own exposure (`domain.md`, "Rank", 10), the largest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExposureBand {
    /// €1,000 or more.
    Large,
    /// €300 or more.
    Medium,
    /// Less.
    #[default]
    Small,
}

/// A visit before the window that was missed or called off.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissedVisit {
    /// The appointment.
    pub appointment: AppointmentId,
    /// Its start.
    pub start: DateTime,
    /// Called off by whom; `None` = the patient did not come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled_by: Option<CancelledBy>,
    /// When it happened, wall clock of the practice: the cancellation where its time is known, else the visit.
    pub event: DateTime,
}

/// A plan of care as the practice recorded it. Never leaves the server.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Plan {
    /// Identity.
    pub id: PlanId,
    /// Code in the practice's former software.
    pub code: String,
    /// Whose care.
    pub patient: PatientId,
    /// Its title.
    pub title: String,
    /// When it was presented to the patient.
    pub presented: Option<Date>,
    /// How its cycle stands, as recorded.
    pub state: PlanState,
}

/// How a plan stands, as recorded. One recorded as active is finished once its steps are: see [`crate::money::ledger`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PlanState {
    /// `Attivo`
    Active,
    /// `Concluso`
    Finished,
    /// `Interrotto`
    Stopped,
}

/// A step of a plan, or an act outside any plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Act {
    /// Identity.
    pub id: ActId,
    /// Identifier in the practice's former software: acts of one day go by it.
    pub code: String,
    /// Whose care.
    pub patient: PatientId,
    /// The plan, if any.
    pub plan: Option<PlanId>,
    /// Place among the steps of the plan.
    pub position: Option<u16>,
    /// What (`IGIENE`, `PROV-EST`, …).
    pub act_code: String,
    /// The same in the practice's words; may be empty.
    pub description: String,
    /// FDI number of the tooth, `Sup` or `Inf`, or empty.
    pub tooth: String,
    /// Who did it or will.
    pub clinician: Option<ClinicianId>,
    /// When it was done.
    pub done: Option<Date>,
    /// Price.
    pub price: Cents,
    /// Discount, an amount.
    pub discount: Cents,
    /// What the patient answered to the step.
    pub answer: Option<PlanAnswer>,
    /// Days that must pass between the step before it and this one.
    pub gap_days: Option<u16>,
}

impl Act {
    /// What the act costs: price less discount.
    pub fn net(&self) -> Cents {
        self.price - self.discount
    }
}

/// A patient's answer to a step of a plan.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanAnswer {
    /// `accettata`
    Accepted,
    /// `ci pensa`
    Thinking,
    /// `rinviata`
    Postponed,
    /// `rifiutata`
    Declined,
}

/// A payment or a refund.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Payment {
    /// Identity.
    pub id: PaymentId,
    /// Who is credited.
    pub patient: PatientId,
    /// The plan, if any.
    pub plan: Option<PlanId>,
    /// Value date.
    pub day: Date,
    /// Payments are positive, refunds negative.
    pub amount: Cents,
    /// Whether it is a waiver, or takes one back: it lowers what is owed, or raises it, and no money moved.
    pub is_waiver: bool,
}

/// A due part of the price of a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Instalment {
    /// Identity.
    pub id: InstalmentId,
    /// The plan.
    pub plan: PlanId,
    /// Number within the plan, from 1.
    pub number: u16,
    /// Due day.
    pub due: Date,
    /// How much.
    pub amount: Cents,
    /// The day on which it was due before it was put off in a call.
    pub put_off_from: Option<Date>,
}

/// Everything recorded about one patient. The server gathers it, [`crate::digest`] condenses it.
#[derive(Clone, Debug)]
pub struct History {
    /// The patient.
    pub patient: crate::patient::Patient,
    /// Months between two hygienes; 0 = disabled.
    pub hygiene_interval_months: u8,
    /// A recall date set by hand in the former software.
    pub hygiene_fixed: Option<Date>,
    /// What is set by hand of the hygiene recall here, in the place of both; the digest leaves it to a row of its own.
    pub recall: Option<Recall>,
    /// What is set by hand of the other recalls; the digest leaves it to rows of their own.
    pub check_recalls: Vec<Recall>,
    /// What clinicians say by hand of episodes of risk; the digest leaves it to a row of its own.
    pub risk_marks: Option<RiskMarks>,
    /// Every appointment, in and before the window.
    pub appointments: Vec<crate::agenda::Appointment>,
    /// Every plan.
    pub plans: Vec<Plan>,
    /// Every act, of plans and single.
    pub acts: Vec<Act>,
    /// Every payment and refund credited to the patient.
    pub payments: Vec<Payment>,
    /// Every instalment of the plans.
    pub instalments: Vec<Instalment>,
}

impl History {
    /// Months between two hygienes; 0 = disabled.
    pub fn interval_months(&self) -> u8 {
        self.recall
            .map_or(self.hygiene_interval_months, |set| set.rule.interval_months)
    }
}
