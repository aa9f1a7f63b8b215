//! Times in which clinicians are away.

use app_domain::agenda::Absence;
use app_domain::id::{AbsenceId, PracticeId};
use jiff::civil::Date;

use super::column::parsed;
use super::{StoreError, Tx, sql};

/// The absences that have not ended before a day.
pub async fn absences(tx: &mut Tx, practice: PracticeId, from: Date) -> Result<Vec<Absence>, StoreError> {
    let rows = sql!(
        tx,
        all::<(String, String, String, String, String)>,
        "SELECT id, clinician_id, from_time, to_time, reason FROM absence WHERE practice_id = $1 AND to_time >= $2",
        practice.to_string(),
        from.at(0, 0, 0, 0).to_string(),
    )?;
    let absence = |(id, clinician, from, to, reason): (String, String, String, String, String)| {
        Ok(Absence {
            id: parsed("absence.id", &id)?,
            clinician: parsed("absence.clinician_id", &clinician)?,
            from: parsed("absence.from_time", &from)?,
            to: parsed("absence.to_time", &to)?,
            reason,
        })
    };
    rows.into_iter().map(absence).collect()
}

/// An absence, new or changed.
pub async fn put_absence(tx: &mut Tx, practice: PracticeId, absence: &Absence) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO absence (practice_id, id, clinician_id, from_time, to_time, reason)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (practice_id, id) DO UPDATE SET clinician_id = excluded.clinician_id,
             from_time = excluded.from_time, to_time = excluded.to_time, reason = excluded.reason",
        practice.to_string(),
        absence.id.to_string(),
        absence.clinician.to_string(),
        absence.from.to_string(),
        absence.to.to_string(),
        absence.reason.as_str(),
    )?;
    Ok(())
}

/// Takes an absence back: the clinician is there after all.
pub async fn delete_absence(tx: &mut Tx, practice: PracticeId, id: AbsenceId) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "DELETE FROM absence WHERE practice_id = $1 AND id = $2",
        practice.to_string(),
        id.to_string()
    )?;
    Ok(())
}
