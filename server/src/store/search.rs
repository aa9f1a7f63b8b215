//! What search reads of patients: everybody, also those whom no device knows.

use app_domain::id::{PatientId, PracticeId};
use app_domain::patient::Patient;

use super::patient::{OppositionColumns, PatientColumns, join};
use super::{Store, StoreError, sql};

/// Patients that are read at a time: memory holds few of them twice, and nobody waits long for their turn.
const AT_A_TIME: i64 = 1_000;

/// A patient with the tax code, which is no part of the row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SearchedPatient {
    /// The row, without oppositions: nobody is searched by them.
    pub patient: Patient,
    /// The tax code.
    pub tax_code: Option<String>,
}

impl Store {
    /// The next patients of the practice in the order of their ids, each with the tax code; none at all after the last.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn searched_patients(
        &self,
        practice: PracticeId,
        after: Option<PatientId>,
    ) -> Result<Vec<SearchedPatient>, StoreError> {
        let after = after.map(|id| id.to_string()).unwrap_or_default();
        let rows = sql!(
            self.db(),
            all::<PatientColumns>,
            "SELECT * FROM patient WHERE practice_id = $1 AND id > $2 ORDER BY id LIMIT $3",
            practice.to_string(),
            after.as_str(),
            AT_A_TIME,
        )?;
        let tax_codes: Vec<Option<String>> = rows.iter().map(|row| row.tax_code.clone()).collect();
        let patients = join(rows, Vec::new())?;
        Ok(patients
            .into_iter()
            .zip(tax_codes)
            .map(|(row, tax_code)| SearchedPatient {
                patient: row.patient,
                tax_code,
            })
            .collect())
    }

    /// Some patients in no order, whether or not the devices know of them.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn any_patients(
        &self,
        practice: PracticeId,
        ids: &[PatientId],
    ) -> Result<Vec<Patient>, StoreError> {
        let ids = serde_json::json!(ids).to_string();
        let mut tx = self.db().begin_read().await?;
        let oppositions = sql!(
            tx,
            all::<OppositionColumns>,
            {
                sqlite: "SELECT patient_id, purpose, channel FROM opposition
                    WHERE practice_id = $1 AND patient_id IN (SELECT value FROM json_each($2))",
                postgres: "SELECT patient_id, purpose, channel FROM opposition
                    WHERE practice_id = $1 AND patient_id IN (SELECT json_array_elements_text($2::json))",
            },
            practice.to_string(),
            ids.as_str(),
        )?;
        let rows = sql!(
            tx,
            all::<PatientColumns>,
            {
                sqlite: "SELECT * FROM patient
                    WHERE practice_id = $1 AND id IN (SELECT value FROM json_each($2))",
                postgres: "SELECT * FROM patient
                    WHERE practice_id = $1 AND id IN (SELECT json_array_elements_text($2::json))",
            },
            practice.to_string(),
            ids.as_str(),
        )?;
        tx.rollback().await?;
        Ok(join(rows, oppositions)?
            .into_iter()
            .map(|row| row.patient)
            .collect())
    }
}
