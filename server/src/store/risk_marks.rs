//! What clinicians say by hand of episodes of clinical risk.

use app_domain::id::PracticeId;
use app_domain::risk_marks::RiskMarks;

use super::column::{from_json, parsed, to_json};
use super::{Families, StoreError, Tx, sql};

/// Patient, one mark for each episode.
type Columns = (String, String);

fn read((patient, marks): Columns) -> Result<RiskMarks, StoreError> {
    Ok(RiskMarks {
        patient: parsed("risk_marks.patient_id", &patient)?,
        marks: from_json("risk_marks.marks", &marks)?,
    })
}

/// Marks of the patients whom the devices know.
pub async fn risk_marks_in_scope(tx: &mut Tx, practice: PracticeId) -> Result<Vec<RiskMarks>, StoreError> {
    let rows = sql!(
        tx,
        all::<Columns>,
        "SELECT patient_id, marks FROM risk_marks
         WHERE practice_id = $1 AND patient_id IN (SELECT patient_id FROM care WHERE practice_id = $1)",
        practice.to_string(),
    )?;
    rows.into_iter().map(read).collect()
}

/// Marks of everybody in some families.
pub async fn risk_marks_of(
    tx: &mut Tx,
    practice: PracticeId,
    families: &Families,
) -> Result<Vec<RiskMarks>, StoreError> {
    let rows = sql!(
        tx,
        all::<Columns>,
        "SELECT risk_marks.patient_id, risk_marks.marks FROM risk_marks
         JOIN patient ON patient.practice_id = risk_marks.practice_id AND patient.id = risk_marks.patient_id
         WHERE risk_marks.practice_id = $1 AND coalesce(patient.payer_id, patient.id) BETWEEN $2 AND $3",
        practice.to_string(),
        families.first.to_string(),
        families.last.to_string(),
    )?;
    rows.into_iter().map(read).collect()
}

/// What is said of a patient's episodes, for the first time or with one more word.
pub async fn put_risk_marks(tx: &mut Tx, practice: PracticeId, row: &RiskMarks) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO risk_marks (practice_id, patient_id, marks) VALUES ($1, $2, $3)
         ON CONFLICT (practice_id, patient_id) DO UPDATE SET marks = excluded.marks",
        practice.to_string(),
        row.patient.to_string(),
        to_json(&row.marks),
    )?;
    Ok(())
}
