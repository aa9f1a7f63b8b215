//! Patients, as rules and devices read them.

use std::collections::BTreeMap;

use app_domain::agenda::PlaceTimes;
use app_domain::id::PracticeId;
use app_domain::patient::{Contacts, Opposition, Patient};
use sqlx::FromRow;

use super::column::{
    from_json, from_word, from_word_or_none, narrow, parsed, parsed_or_none, to_json, to_word,
};
use super::{Families, StoreError, Tx, sql};

#[derive(FromRow)]
pub(super) struct PatientColumns {
    id: String,
    code: String,
    surname: String,
    name: String,
    born: Option<String>,
    pub(super) tax_code: Option<String>,
    mobile: Option<String>,
    landline: Option<String>,
    email: Option<String>,
    preferred_channel: Option<String>,
    language: Option<String>,
    payer_id: Option<String>,
    recall_consent: String,
    dentist_id: Option<String>,
    hygienist_id: Option<String>,
    hygiene_interval_months: i64,
    hygiene_fixed: Option<String>,
    standing: String,
    times: Option<String>,
    note: String,
}

/// A patient with what only the digest reads of them.
pub(super) struct PatientRow {
    pub(super) patient: Patient,
    pub(super) hygiene_interval_months: u8,
    pub(super) hygiene_fixed: Option<jiff::civil::Date>,
}

impl PatientColumns {
    fn read(self, oppositions: Vec<Opposition>) -> Result<PatientRow, StoreError> {
        let contacts = Contacts {
            preferred: from_word_or_none("patient.preferred_channel", self.preferred_channel.as_deref())?,
            language: from_word_or_none("patient.language", self.language.as_deref())?,
            mobile: self.mobile,
            landline: self.landline,
            email: self.email,
            note: self.note,
        };
        let patient = Patient {
            id: parsed("patient.id", &self.id)?,
            code: self.code,
            surname: self.surname,
            name: self.name,
            born: parsed_or_none("patient.born", self.born.as_deref())?,
            contacts: Some(contacts),
            standing: from_word("patient.standing", &self.standing)?,
            payer: parsed_or_none("patient.payer_id", self.payer_id.as_deref())?,
            dentist: parsed_or_none("patient.dentist_id", self.dentist_id.as_deref())?,
            hygienist: parsed_or_none("patient.hygienist_id", self.hygienist_id.as_deref())?,
            recall_consent: from_word("patient.recall_consent", &self.recall_consent)?,
            oppositions,
            times: self.times.as_deref().map_or_else(
                || Ok(PlaceTimes::default()),
                |times| from_json("patient.times", times),
            )?,
        };
        Ok(PatientRow {
            patient,
            hygiene_interval_months: narrow("patient.hygiene_interval_months", self.hygiene_interval_months)?,
            hygiene_fixed: parsed_or_none("patient.hygiene_fixed", self.hygiene_fixed.as_deref())?,
        })
    }
}

/// A patient's id, a purpose and a channel.
pub(super) type OppositionColumns = (String, Option<String>, Option<String>);

/// Patients that the devices know: those with a digest.
pub async fn patients_in_scope(tx: &mut Tx, practice: PracticeId) -> Result<Vec<Patient>, StoreError> {
    let practice = practice.to_string();
    let oppositions = sql!(
        tx,
        all::<OppositionColumns>,
        "SELECT patient_id, purpose, channel FROM opposition
         WHERE practice_id = $1 AND patient_id IN (SELECT patient_id FROM care WHERE practice_id = $1)",
        practice.as_str(),
    )?;
    let rows = sql!(
        tx,
        all::<PatientColumns>,
        "SELECT * FROM patient
         WHERE practice_id = $1 AND id IN (SELECT patient_id FROM care WHERE practice_id = $1)",
        practice.as_str(),
    )?;
    Ok(join(rows, oppositions)?
        .into_iter()
        .map(|row| row.patient)
        .collect())
}

/// Patients of some families.
pub(super) async fn patients_of(
    tx: &mut Tx,
    practice: PracticeId,
    families: &Families,
) -> Result<Vec<PatientRow>, StoreError> {
    let oppositions = sql!(
        tx,
        all::<OppositionColumns>,
        "SELECT opposition.patient_id, purpose, channel FROM patient
         JOIN opposition ON opposition.practice_id = patient.practice_id AND opposition.patient_id = patient.id
         WHERE patient.practice_id = $1 AND coalesce(patient.payer_id, patient.id) BETWEEN $2 AND $3",
        practice.to_string(),
        families.first.to_string(),
        families.last.to_string(),
    )?;
    let rows = sql!(
        tx,
        all::<PatientColumns>,
        "SELECT * FROM patient WHERE practice_id = $1 AND coalesce(payer_id, id) BETWEEN $2 AND $3",
        practice.to_string(),
        families.first.to_string(),
        families.last.to_string(),
    )?;
    join(rows, oppositions)
}

pub(super) fn join(
    rows: Vec<PatientColumns>,
    oppositions: Vec<OppositionColumns>,
) -> Result<Vec<PatientRow>, StoreError> {
    let mut of: BTreeMap<String, Vec<Opposition>> = BTreeMap::new();
    for (patient, purpose, channel) in oppositions {
        let purpose = from_word_or_none("opposition.purpose", purpose.as_deref())?;
        let channel = from_word_or_none("opposition.channel", channel.as_deref())?;
        of.entry(patient)
            .or_default()
            .push(Opposition { purpose, channel });
    }
    // In an order of their own, so that the same facts make the same row whatever the database's order.
    of.values_mut()
        .for_each(|oppositions| oppositions.sort_unstable());
    let read = |row: PatientColumns| {
        let oppositions = of.remove(&row.id).unwrap_or_default();
        row.read(oppositions)
    };
    rows.into_iter().map(read).collect()
}

/// A patient, new or changed. What the row does not hold (tax code, address, recall, …) stays as it is.
pub async fn put_patient(tx: &mut Tx, practice: PracticeId, patient: &Patient) -> Result<(), StoreError> {
    let none = Contacts::default();
    let contacts = patient.contacts.as_ref().unwrap_or(&none);
    sql!(
        tx,
        execute,
        "INSERT INTO patient (practice_id, id, code, surname, name, born, mobile, landline, email, preferred_channel,
             note, payer_id, recall_consent, dentist_id, hygienist_id, standing, times, language)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
         ON CONFLICT (practice_id, id) DO UPDATE SET code = excluded.code, surname = excluded.surname,
             name = excluded.name, born = excluded.born, mobile = excluded.mobile, landline = excluded.landline,
             email = excluded.email, preferred_channel = excluded.preferred_channel, note = excluded.note,
             payer_id = excluded.payer_id, recall_consent = excluded.recall_consent,
             dentist_id = excluded.dentist_id, hygienist_id = excluded.hygienist_id, standing = excluded.standing,
             times = excluded.times, language = excluded.language",
        practice.to_string(),
        patient.id.to_string(),
        patient.code.as_str(),
        patient.surname.as_str(),
        patient.name.as_str(),
        patient.born.map(|day| day.to_string()),
        contacts.mobile.as_deref(),
        contacts.landline.as_deref(),
        contacts.email.as_deref(),
        contacts.preferred.map(to_word),
        contacts.note.as_str(),
        patient.payer.map(|id| id.to_string()),
        to_word(patient.recall_consent),
        patient.dentist.map(|id| id.to_string()),
        patient.hygienist.map(|id| id.to_string()),
        to_word(patient.standing),
        (!patient.times.is_any()).then(|| to_json(&patient.times)),
        contacts.language.map(to_word),
    )?;
    put_oppositions(tx, practice, patient).await
}

async fn put_oppositions(tx: &mut Tx, practice: PracticeId, patient: &Patient) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "DELETE FROM opposition WHERE practice_id = $1 AND patient_id = $2",
        practice.to_string(),
        patient.id.to_string(),
    )?;
    for opposition in &patient.oppositions {
        sql!(
            tx,
            execute,
            "INSERT INTO opposition (practice_id, patient_id, purpose, channel) VALUES ($1, $2, $3, $4)",
            practice.to_string(),
            patient.id.to_string(),
            opposition.purpose.map(to_word),
            opposition.channel.map(to_word),
        )?;
    }
    Ok(())
}
