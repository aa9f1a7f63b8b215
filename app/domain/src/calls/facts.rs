//! What the rules of the call list read about one patient.

use std::borrow::Cow;

use crate::agenda::Appointment;
use crate::calls::{
    Attempt, CheckRule, FollowUp, Recall, RecallType, RiskChecks, answers_by_step, plans_under,
};
use crate::care::{Care, HygieneCare, PlanCare};
use crate::id::PatientId;
use crate::patient::Patient;
use crate::risk_marks::RiskMarks;
use crate::rows::Rows;
use crate::time::Instant;

/// The facts of one patient.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// The patient.
    pub patient: &'a Patient,
    /// The digest of the history.
    pub care: &'a Care,
    /// What is set by hand of the hygiene recall, if anything.
    pub recall: Option<&'a Recall>,
    /// What is set by hand of the other recalls, in no order.
    pub check_recalls: Vec<&'a Recall>,
    /// What clinicians say by hand of episodes of risk, if anything.
    pub risk_marks: Option<&'a RiskMarks>,
    /// Visits of the window, in no order.
    pub appointments: Vec<&'a Appointment>,
    /// Attempts, in no order.
    pub attempts: Vec<&'a Attempt>,
    /// Whether the practice asks how it went once care has ended.
    pub follow_up: FollowUp,
    /// How often each category of risk is checked.
    pub risk_checks: RiskChecks,
    /// The recalls beside hygiene that are on.
    pub checks: &'a [CheckRule],
}

impl<'a> Facts<'a> {
    /// Looks the facts of a patient up; `None` where the patient or the digest is not known (yet).
    pub fn gather(rows: &'a impl Rows, patient: PatientId) -> Option<Self> {
        Some(Self {
            patient: rows.patient(patient)?,
            care: rows.care(patient)?,
            recall: rows.recall(patient, None),
            check_recalls: RecallType::ALL
                .into_iter()
                .filter_map(|check| rows.recall(patient, Some(check)))
                .collect(),
            risk_marks: rows.risk_marks(patient),
            appointments: rows.appointments_of(patient).collect(),
            attempts: rows.attempts_of(patient).collect(),
            follow_up: rows
                .call_settings()
                .map_or(FollowUp::Off, |settings| settings.follow_up),
            risk_checks: RiskChecks::of(rows),
            checks: rows.call_settings().map_or(&[], |settings| &settings.checks),
        })
    }

    /// What the hygiene recall follows from: what was set by hand, else what the digest says.
    pub fn hygiene(&self) -> HygieneCare {
        self.care.hygiene.under(self.recall)
    }

    /// The active plans, under what the patient has answered in the calls made by `now`.
    pub fn plans(&self, now: Instant) -> Cow<'a, [PlanCare]> {
        plans_under(
            &self.care.plans,
            &answers_by_step(self.attempts.iter().copied(), now),
        )
    }
}
