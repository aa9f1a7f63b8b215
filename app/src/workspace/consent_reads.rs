//! The reactive reads of consents to treatment.

use app_domain::agenda::Appointment;
use app_domain::id::{PatientId, PlanId};
use app_domain::policy::may_attest;
use app_domain::rows::{Key, Rows};
use app_domain::treatment_consent::{TreatmentConsent, misses_consent, plan_treated};
use app_sync::client::RowState;
use leptos::prelude::*;

use super::Workspace;
use super::wake::Topic;

/// How a visit stands with the consent to the plan that it treats.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConsentOfVisit {
    /// The plan.
    pub plan: PlanId,
    /// Whose.
    pub patient: PatientId,
    /// What is recorded of its consent, if anything.
    pub consent: Option<TreatmentConsent>,
    /// Whether the visit misses one.
    pub misses: bool,
    /// Whether this person may attest it, or withdraw it.
    pub may_attest: bool,
    /// How what was done last to it stands.
    pub state: RowState,
}

impl Workspace {
    /// How a visit stands with the consent to the plan that it treats; `None` where it treats none, or none is seen.
    pub fn consent_of(self, visit: Memo<Option<Appointment>>) -> Memo<Option<ConsentOfVisit>> {
        let today = self.today();
        Memo::new(move |_| {
            let visit = visit.read();
            let visit = visit.as_ref()?;
            self.with(|inner| {
                inner.wakers.track(Topic::Row(Key::Care(visit.patient)));
                inner.wakers.track(Topic::State);
            });
            self.watch(Topic::TreatmentConsents, |core| {
                let rows = core.view();
                let plan = plan_treated(visit, rows)?.plan;
                let actor = core.viewer()?.actor();
                Some(ConsentOfVisit {
                    plan,
                    patient: visit.patient,
                    consent: rows.treatment_consent(plan).cloned(),
                    misses: misses_consent(visit, rows, today.get()),
                    may_attest: may_attest(&actor, plan, visit.patient, rows),
                    state: core.row_state(Key::TreatmentConsent(plan)),
                })
            })
        })
    }

    /// Subscribes the running memo to any change of any consent to treatment.
    pub fn track_treatment_consents(self) {
        self.with(|inner| inner.wakers.track(Topic::TreatmentConsents));
    }
}
