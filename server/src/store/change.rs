//! From an effect on the shared rows to its table.

use app_domain::id::PracticeId;
use app_domain::rows::{Change, Key, Row};

use super::{StoreError, Tx};
use super::{
    absence, appointment, attempt, budget, call_settings, chair, claim, clinician, closure, day_note, member,
    patient, payment, practice, recall, request, review, risk_marks, risk_rule, shared_view,
    treatment_consent, visit_type,
};

/// Carries the effects of one mutation out on the tables. What is pointed at is written before what points at it.
pub async fn write_changes(tx: &mut Tx, practice: PracticeId, changes: &[Change]) -> Result<(), StoreError> {
    let mut ordered: Vec<&Change> = changes.iter().collect();
    // The order of the keys is that of the tables: an attempt comes after the visit that was booked in it. Within the books,
    // what takes an entry back comes after it.
    ordered.sort_by_key(|change| (takes_back(change), change.key()));
    for change in ordered {
        write_change(tx, practice, change).await?;
    }
    Ok(())
}

fn takes_back(change: &Change) -> bool {
    matches!(change, Change::Put { row: Row::Payment(payment) } if payment.entry.corrects().is_some())
}

/// Carries one effect out on its table.
///
/// # Errors
/// [`StoreError::Kept`] for the removal of what is never deleted, and for a digest, which only the turn of the day
/// writes; or when the database does not take it.
pub async fn write_change(tx: &mut Tx, practice: PracticeId, change: &Change) -> Result<(), StoreError> {
    match change {
        Change::Put { row } => put(tx, practice, row).await,
        Change::Remove { key } => remove(tx, practice, *key).await,
    }
}

async fn put(tx: &mut Tx, practice: PracticeId, row: &Row) -> Result<(), StoreError> {
    match row {
        Row::Practice(row) => practice::put_practice(tx, row).await,
        Row::Chair(row) => chair::put_chair(tx, practice, row).await,
        Row::Clinician(row) => clinician::put_clinician(tx, practice, row).await,
        Row::Closure(row) => closure::put_closure(tx, practice, row).await,
        Row::Absence(row) => absence::put_absence(tx, practice, row).await,
        Row::VisitType(row) => visit_type::put_visit_type(tx, practice, row).await,
        Row::Budget(row) => budget::put_budget(tx, practice, row).await,
        Row::CallSettings(row) => call_settings::put_call_settings(tx, practice, row).await,
        Row::RiskRule(row) => risk_rule::put_risk_rule(tx, practice, row).await,
        Row::Member(row) => member::put_member(tx, practice, row).await,
        Row::DayNote(row) => day_note::put_day_note(tx, practice, row).await,
        Row::SharedView(row) => shared_view::put_shared_view(tx, practice, row).await,
        Row::Patient(row) => patient::put_patient(tx, practice, row).await,
        Row::Recall(row) => recall::put_recall(tx, practice, row).await,
        Row::RiskMarks(row) => risk_marks::put_risk_marks(tx, practice, row).await,
        Row::Appointment(row) => appointment::put_appointment(tx, practice, row).await,
        Row::Attempt(row) => attempt::put_attempt(tx, practice, row).await,
        Row::Claim(row) => claim::put_claim(tx, practice, row).await,
        Row::Request(row) => request::put_request(tx, practice, row).await,
        Row::TreatmentConsent(row) => treatment_consent::put_treatment_consent(tx, practice, row).await,
        Row::Payment(row) => payment::add_payment(tx, practice, row).await,
        Row::Review(row) => review::put_review(tx, practice, row).await,
        Row::Care(row) => Err(StoreError::Kept(Key::Care(row.patient))),
    }
}

async fn remove(tx: &mut Tx, practice: PracticeId, key: Key) -> Result<(), StoreError> {
    match key {
        Key::Closure(id) => closure::delete_closure(tx, practice, id).await,
        Key::Absence(id) => absence::delete_absence(tx, practice, id).await,
        Key::Appointment(id) => appointment::delete_appointment(tx, practice, id).await,
        Key::TreatmentConsent(plan) => treatment_consent::delete_treatment_consent(tx, practice, plan).await,
        Key::Claim(patient) => claim::delete_claim(tx, practice, patient).await,
        _ => Err(StoreError::Kept(key)),
    }
}
