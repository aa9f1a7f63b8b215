//! Consents to treatment.

use app_domain::id::{PatientId, PlanId, PracticeId};
use app_domain::treatment_consent::TreatmentConsent;

use super::column::{from_json, parsed, to_json, unreadable};
use super::{StoreError, Tx, sql};

/// Plan, patient, every time it was given.
type Columns = (String, String, String);

fn read((plan, patient, given): Columns) -> Result<TreatmentConsent, StoreError> {
    let plan = parsed("treatment_consent.plan_id", &plan)?;
    let patient = parsed("treatment_consent.patient_id", &patient)?;
    TreatmentConsent::of(plan, patient, from_json("treatment_consent.given", &given)?)
        .ok_or_else(|| unreadable("treatment_consent.given", given))
}

/// Consents of the patients whom the devices know.
pub async fn treatment_consents_in_scope(
    tx: &mut Tx,
    practice: PracticeId,
) -> Result<Vec<TreatmentConsent>, StoreError> {
    let rows = sql!(
        tx,
        all::<Columns>,
        "SELECT plan_id, patient_id, given FROM treatment_consent
         WHERE practice_id = $1 AND patient_id IN (SELECT patient_id FROM care WHERE practice_id = $1)",
        practice.to_string(),
    )?;
    rows.into_iter().map(read).collect()
}

/// Consents of one patient.
pub async fn treatment_consents_of(
    tx: &mut Tx,
    practice: PracticeId,
    patient: PatientId,
) -> Result<Vec<TreatmentConsent>, StoreError> {
    let rows = sql!(
        tx,
        all::<Columns>,
        "SELECT plan_id, patient_id, given FROM treatment_consent
         WHERE practice_id = $1 AND patient_id = $2 ORDER BY plan_id",
        practice.to_string(),
        patient.to_string(),
    )?;
    rows.into_iter().map(read).collect()
}

/// Every consent.
pub async fn treatment_consents(
    tx: &mut Tx,
    practice: PracticeId,
) -> Result<Vec<TreatmentConsent>, StoreError> {
    let rows = sql!(
        tx,
        all::<Columns>,
        "SELECT plan_id, patient_id, given FROM treatment_consent WHERE practice_id = $1 ORDER BY plan_id",
        practice.to_string(),
    )?;
    rows.into_iter().map(read).collect()
}

/// A consent that was given, or what became of one.
pub async fn put_treatment_consent(
    tx: &mut Tx,
    practice: PracticeId,
    consent: &TreatmentConsent,
) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO treatment_consent (practice_id, plan_id, patient_id, given) VALUES ($1, $2, $3, $4)
         ON CONFLICT (practice_id, plan_id) DO UPDATE SET given = excluded.given",
        practice.to_string(),
        consent.plan.to_string(),
        consent.patient.to_string(),
        to_json(&consent.given),
    )?;
    Ok(())
}

/// Takes an attestation away that was a slip, and the only one.
pub async fn delete_treatment_consent(
    tx: &mut Tx,
    practice: PracticeId,
    plan: PlanId,
) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "DELETE FROM treatment_consent WHERE practice_id = $1 AND plan_id = $2",
        practice.to_string(),
        plan.to_string(),
    )?;
    Ok(())
}
