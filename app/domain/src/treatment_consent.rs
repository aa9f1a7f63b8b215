//! Consent to treatment (`consenso alla cura`): that a patient has signed the consent to one plan, attested by a clinician,
//! kept apart from the estimate. Nothing clinical is in it, and nothing of it is ever edited: a consent is given, and may be
//! withdrawn, effective at once.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::agenda::{Appointment, AppointmentKind};
use crate::care::PlanCare;
use crate::id::{MemberId, PatientId, PlanId};
use crate::rows::Rows;
use crate::time::Instant;

/// What is recorded of the consent to one plan. A plan of which nothing was ever recorded has no such row.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TreatmentConsent {
    /// The plan: it has one row.
    pub plan: PlanId,
    /// Whose care.
    pub patient: PatientId,
    /// Whether one is in force: what everybody knows who may know of consents at all.
    pub standing: ConsentStanding,
    /// Every time it was given, the first first; absent for roles that know only whether one is in force.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub given: Vec<GivenConsent>,
}

/// Whether a consent is in force.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentStanding {
    /// Signed, attested, not withdrawn.
    InForce,
    /// There was one, and it was withdrawn.
    Withdrawn,
}

/// A consent that was signed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivenConsent {
    /// Who attested it.
    pub by: MemberId,
    /// When it was attested.
    pub at: Instant,
    /// The day on which the patient signed.
    pub signed: Date,
    /// Set where it was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<WithdrawnConsent>,
}

/// That a consent was withdrawn. Nothing brings it back: another one may be given.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithdrawnConsent {
    /// Who wrote it down.
    pub by: MemberId,
    /// When: it holds from then on.
    pub at: Instant,
    /// Whose wish it was.
    pub wish: WithdrawalWish,
    /// Why, at most [`crate::calls::LONGEST_WORDS`] characters.
    pub reason: String,
}

/// Whose wish it is that a consent no longer holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WithdrawalWish {
    /// The patient does not consent any more.
    Patient,
    /// The clinician takes the attestation back: another plan, another paper, other care.
    Clinician,
}

impl TreatmentConsent {
    /// The one that is in force, for roles that see it.
    pub fn in_force(&self) -> Option<&GivenConsent> {
        self.given.last().filter(|given| given.withdrawn.is_none())
    }

    /// How the last one was withdrawn, for roles that see it.
    pub fn last_withdrawal(&self) -> Option<&WithdrawnConsent> {
        self.given.last().and_then(|given| given.withdrawn.as_ref())
    }

    /// What was given, with the standing that follows from it; `None` where nothing was.
    pub fn of(plan: PlanId, patient: PatientId, given: Vec<GivenConsent>) -> Option<Self> {
        let standing = match given.last()?.withdrawn {
            None => ConsentStanding::InForce,
            Some(_) => ConsentStanding::Withdrawn,
        };
        Some(Self {
            plan,
            patient,
            standing,
            given,
        })
    }
}

/// The active plan of which a visit is a step in which something is done that needs the patient's consent; `None` where the
/// visit names no plan, where the plan is not active, or where its digest is not seen.
///
/// In an examination and a check-up the patient is spoken to and looked at: there the consent is asked for, not needed.
pub fn plan_treated<'a>(visit: &Appointment, rows: &'a impl Rows) -> Option<&'a PlanCare> {
    let treats = !matches!(
        visit.kind,
        AppointmentKind::Examination | AppointmentKind::Checkup
    );
    let plan = visit.plan.filter(|_| treats)?;
    rows.care(visit.patient)?
        .plans
        .iter()
        .find(|care| care.plan == plan)
}

/// Whether a visit misses the consent to treatment: it is to come, treats an active plan, and no consent to that plan is in
/// force.
///
/// A plan of whose consent nothing was ever recorded counts only until its care begins. What is under way was begun before
/// the practice recorded consents here: its paper is in a drawer, and a mark on each of its visits would say of it what
/// nobody knows. A consent that was withdrawn counts whenever. No act is recorded here yet, so a plan that begins without
/// a consent stays marked, whatever is marked done of its visits.
pub fn misses_consent(visit: &Appointment, rows: &impl Rows, today: Date) -> bool {
    let Some(plan) = plan_treated(visit, rows).filter(|_| visit.is_future(today)) else {
        return false;
    };
    match rows.treatment_consent(plan.plan).map(|consent| consent.standing) {
        Some(ConsentStanding::InForce) => false,
        Some(ConsentStanding::Withdrawn) => true,
        None => plan.last_done.is_none(),
    }
}
