//! Leases on calls.

use app_domain::calls::Claim;
use app_domain::id::{PatientId, PracticeId};
use app_domain::time::Instant;

use super::column::{json_or_none, parsed, to_json};
use super::{StoreError, Tx, sql};

/// Every lease, whether or not it still holds, on patients that the devices know.
pub async fn claims(tx: &mut Tx, practice: PracticeId) -> Result<Vec<Claim>, StoreError> {
    let rows = sql!(
        tx,
        all::<(String, String, i64, i64, Option<String>)>,
        "SELECT patient_id, member_id, since, until, taken FROM claim
         WHERE practice_id = $1 AND patient_id IN (SELECT patient_id FROM care WHERE practice_id = $1)",
        practice.to_string(),
    )?;
    let read = |(patient, member, since, until, taken): (String, String, i64, i64, Option<String>)| {
        Ok(Claim {
            patient: parsed("claim.patient_id", &patient)?,
            by: parsed("claim.member_id", &member)?,
            since: Instant(since),
            until: Instant(until),
            taken: json_or_none("claim.taken", taken.as_deref())?,
        })
    };
    rows.into_iter().map(read).collect()
}

/// A lease, new or renewed.
pub async fn put_claim(tx: &mut Tx, practice: PracticeId, claim: &Claim) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO claim (practice_id, patient_id, member_id, since, until, taken) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (practice_id, patient_id) DO UPDATE
         SET member_id = excluded.member_id, since = excluded.since, until = excluded.until, taken = excluded.taken",
        practice.to_string(),
        claim.patient.to_string(),
        claim.by.to_string(),
        claim.since.0,
        claim.until.0,
        claim.taken.as_ref().map(to_json),
    )?;
    Ok(())
}

/// Forgets the leases that have not held since an instant.
pub async fn delete_old_claims(tx: &mut Tx, practice: PracticeId, before: Instant) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "DELETE FROM claim WHERE practice_id = $1 AND until <= $2",
        practice.to_string(),
        before.0,
    )?;
    Ok(())
}

/// Gives a lease back.
pub async fn delete_claim(tx: &mut Tx, practice: PracticeId, patient: PatientId) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "DELETE FROM claim WHERE practice_id = $1 AND patient_id = $2",
        practice.to_string(),
        patient.to_string(),
    )?;
    Ok(())
}
