//! Dentists and hygienists.

use app_domain::id::PracticeId;
use app_domain::practice::Clinician;

use super::column::{from_word, parsed, to_word};
use super::{StoreError, Tx, sql};

/// Every dentist and hygienist.
pub async fn clinicians(tx: &mut Tx, practice: PracticeId) -> Result<Vec<Clinician>, StoreError> {
    let rows = sql!(
        tx,
        all::<(String, String, String, String, String)>,
        "SELECT id, code, surname, name, profession FROM clinician WHERE practice_id = $1",
        practice.to_string(),
    )?;
    let clinician = |(id, code, surname, name, profession): (String, String, String, String, String)| {
        Ok(Clinician {
            id: parsed("clinician.id", &id)?,
            code,
            surname,
            name,
            profession: from_word("clinician.profession", &profession)?,
        })
    };
    rows.into_iter().map(clinician).collect()
}

/// A clinician, new or changed.
pub async fn put_clinician(
    tx: &mut Tx,
    practice: PracticeId,
    clinician: &Clinician,
) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO clinician (practice_id, id, code, surname, name, profession) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (practice_id, id) DO UPDATE SET code = excluded.code, surname = excluded.surname,
         name = excluded.name, profession = excluded.profession",
        practice.to_string(),
        clinician.id.to_string(),
        clinician.code.as_str(),
        clinician.surname.as_str(),
        clinician.name.as_str(),
        to_word(clinician.profession),
    )?;
    Ok(())
}
