//! Digests: one for each patient that the devices know.

use std::collections::BTreeMap;

use app_domain::care::Care;
use app_domain::id::{PatientId, PracticeId};
use jiff::civil::Date;

use super::column::{from_json, parsed_or_none, to_json};
use super::{StoreError, Tx, sql};

/// Every digest.
pub async fn cares(tx: &mut Tx, practice: PracticeId) -> Result<Vec<Care>, StoreError> {
    let rows = sql!(
        tx,
        all::<(String,)>,
        "SELECT body FROM care WHERE practice_id = $1",
        practice.to_string()
    )?;
    rows.iter().map(|(body,)| from_json("care.body", body)).collect()
}

/// The day that the digests are of; `None` before they are first made, and after an import.
pub async fn care_as_of(tx: &mut Tx, practice: PracticeId) -> Result<Option<Date>, StoreError> {
    let (day,) = sql!(
        tx,
        one::<(Option<String>,)>,
        "SELECT care_as_of FROM practice WHERE id = $1",
        practice.to_string()
    )?;
    parsed_or_none("practice.care_as_of", day.as_deref())
}

/// Makes these the digests of the practice, as of a day, with the window that they go with. Writes what differs only.
pub async fn replace_cares(
    tx: &mut Tx,
    practice: PracticeId,
    as_of: Date,
    window_from: Date,
    wanted: &BTreeMap<PatientId, Care>,
) -> Result<(), StoreError> {
    let mut stored: BTreeMap<PatientId, Care> = cares(tx, practice)
        .await?
        .into_iter()
        .map(|care| (care.patient, care))
        .collect();
    for (patient, care) in wanted {
        if stored.remove(patient).as_ref() != Some(care) {
            put_care(tx, practice, care).await?;
        }
    }
    for patient in stored.into_keys() {
        delete_care(tx, practice, patient).await?;
    }
    sql!(
        tx,
        execute,
        "UPDATE practice SET care_as_of = $2, window_from = $3 WHERE id = $1",
        practice.to_string(),
        as_of.to_string(),
        window_from.to_string(),
    )?;
    Ok(())
}

/// The digest of a patient, where the devices know them.
pub async fn care_of(
    tx: &mut Tx,
    practice: PracticeId,
    patient: PatientId,
) -> Result<Option<Care>, StoreError> {
    let row = sql!(
        tx,
        optional::<(String,)>,
        "SELECT body FROM care WHERE practice_id = $1 AND patient_id = $2",
        practice.to_string(),
        patient.to_string(),
    )?;
    row.map(|(body,)| from_json("care.body", &body)).transpose()
}

/// The digest of a patient whom the devices do not know yet; whether it is new.
pub async fn put_new_care(tx: &mut Tx, practice: PracticeId, care: &Care) -> Result<bool, StoreError> {
    let known = sql!(
        tx,
        optional::<(String,)>,
        "SELECT patient_id FROM care WHERE practice_id = $1 AND patient_id = $2",
        practice.to_string(),
        care.patient.to_string(),
    )?;
    if known.is_none() {
        put_care(tx, practice, care).await?;
    }
    Ok(known.is_none())
}

/// A digest, new or made anew.
pub async fn put_care(tx: &mut Tx, practice: PracticeId, care: &Care) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO care (practice_id, patient_id, body) VALUES ($1, $2, $3)
         ON CONFLICT (practice_id, patient_id) DO UPDATE SET body = excluded.body",
        practice.to_string(),
        care.patient.to_string(),
        to_json(care),
    )?;
    Ok(())
}

async fn delete_care(tx: &mut Tx, practice: PracticeId, patient: PatientId) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "DELETE FROM care WHERE practice_id = $1 AND patient_id = $2",
        practice.to_string(),
        patient.to_string(),
    )?;
    Ok(())
}
