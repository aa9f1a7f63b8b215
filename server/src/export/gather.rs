//! What is recorded in rows that devices share, all of it, whatever the window.

use std::collections::HashMap;

use app_domain::agenda::{Absence, Appointment, DayNote, VisitType};
use app_domain::autonomy::Budget;
use app_domain::calls::{Attempt, CallSettings, Recall, RiskRule, SharedView};
use app_domain::id::PracticeId;
use app_domain::patient::Patient;
use app_domain::practice::{Chair, Clinician, Closure, Member};
use app_domain::requests::Request;
use app_domain::review::Review;
use app_domain::risk_marks::RiskMarks;
use app_domain::treatment_consent::TreatmentConsent;
use jiff::civil::Date;
use uuid::Uuid;

use crate::store::absence::absences;
use crate::store::attempt::attempts_of;
use crate::store::budget::budgets;
use crate::store::call_settings::call_settings;
use crate::store::chair::chairs;
use crate::store::clinician::clinicians;
use crate::store::closure::closures;
use crate::store::day_note::day_notes;
use crate::store::export::{BEGINNING, Codes, attempt_codes, visit_codes};
use crate::store::history::{all_families, histories};
use crate::store::member::members;
use crate::store::request::requests;
use crate::store::review::reviews;
use crate::store::risk_rule::risk_rules;
use crate::store::shared_view::shared_views;
use crate::store::treatment_consent::treatment_consents;
use crate::store::visit_type::visit_types;
use crate::store::{StoreError, Tx};

/// What is recorded, and what the former software called it.
#[derive(Default)]
pub(super) struct Known {
    pub(super) chairs: Vec<Chair>,
    pub(super) clinicians: Vec<Clinician>,
    pub(super) closures: Vec<Closure>,
    pub(super) absences: Vec<Absence>,
    pub(super) visit_types: Vec<VisitType>,
    pub(super) budgets: Vec<Budget>,
    pub(super) call_settings: Option<CallSettings>,
    pub(super) risk_rules: Vec<RiskRule>,
    pub(super) members: Vec<Member>,
    pub(super) day_notes: Vec<DayNote>,
    pub(super) recalls: Vec<Recall>,
    pub(super) risk_marks: Vec<RiskMarks>,
    pub(super) shared_views: Vec<SharedView>,
    pub(super) requests: Vec<Request>,
    pub(super) treatment_consents: Vec<TreatmentConsent>,
    pub(super) reviews: Vec<Review>,
    pub(super) patients: Vec<Patient>,
    pub(super) visits: Vec<Appointment>,
    pub(super) attempts: Vec<Attempt>,
    codes: HashMap<Uuid, String>,
}

impl Known {
    /// What other rows call a row: its code, or its id where it was made here.
    pub(super) fn code(&self, id: Uuid) -> String {
        self.codes.get(&id).cloned().unwrap_or_else(|| id.to_string())
    }

    fn name(&mut self, codes: Codes) {
        let read = codes
            .into_iter()
            .filter_map(|(id, code)| Some((id.parse::<Uuid>().ok()?, code)));
        self.codes.extend(read);
    }
}

/// Reads everything.
pub(super) async fn gather(tx: &mut Tx, practice: PracticeId) -> Result<Known, StoreError> {
    let mut known = Known {
        chairs: chairs(tx, practice).await?,
        clinicians: clinicians(tx, practice).await?,
        closures: closures(tx, practice).await?,
        absences: absences(tx, practice, Date::MIN).await?,
        visit_types: visit_types(tx, practice).await?,
        budgets: budgets(tx, practice).await?,
        call_settings: call_settings(tx, practice).await?,
        risk_rules: risk_rules(tx, practice).await?,
        members: members(tx, practice).await?,
        day_notes: day_notes(tx, practice, Date::MIN).await?,
        shared_views: shared_views(tx, practice).await?,
        requests: requests(tx, practice).await?,
        treatment_consents: treatment_consents(tx, practice).await?,
        reviews: reviews(tx, practice, BEGINNING).await?,
        ..Known::default()
    };
    for families in all_families(tx, practice).await? {
        known
            .attempts
            .extend(attempts_of(tx, practice, &families, BEGINNING).await?);
        for history in histories(tx, practice, &families).await?.into_iter().flatten() {
            for plan in history.plans.iter().filter(|plan| !plan.code.is_empty()) {
                known.codes.insert(plan.id.0, plan.code.clone());
            }
            known.recalls.extend(history.recall);
            known.recalls.extend(history.check_recalls);
            known.risk_marks.extend(history.risk_marks);
            known.visits.extend(history.appointments);
            known.patients.push(history.patient);
        }
    }
    known.recalls.sort_by_key(|set| (set.patient, set.check));
    known.risk_marks.sort_by_key(|marks| marks.patient);
    known.visits.sort_by_key(|visit| (visit.start(), visit.id));
    known.attempts.sort_by_key(|attempt| (attempt.at, attempt.id));
    known.patients.sort_by(|a, b| a.code.cmp(&b.code));
    let own = known
        .patients
        .iter()
        .map(|patient| (patient.id.0, patient.code.clone()))
        .chain(known.chairs.iter().map(|chair| (chair.id.0, chair.code.clone())))
        .chain(known.clinicians.iter().map(|one| (one.id.0, one.code.clone())));
    let own: Vec<(Uuid, String)> = own.collect();
    known.codes.extend(own);
    known.name(visit_codes(tx, practice).await?);
    known.name(attempt_codes(tx, practice).await?);
    Ok(known)
}
