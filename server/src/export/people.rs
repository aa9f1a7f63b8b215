//! Chairs, clinicians and patients.

use std::collections::HashMap;

use app_domain::id::PracticeId;
use app_domain::patient::{Opposition, Patient};
use app_domain::rows::Row;

use super::gather::Known;
use super::sheet::{ExportFile, Sheet, hour, some, survives, whole, word};
use crate::import::read_phone;
use crate::store::export::{PatientRecord, colours, patient_records};
use crate::store::{StoreError, Tx};

pub(super) async fn files(
    tx: &mut Tx,
    practice: PracticeId,
    known: &Known,
) -> Result<Vec<ExportFile>, StoreError> {
    let colours: HashMap<String, String> = colours(tx, practice).await?.into_iter().collect();
    let records = patient_records(tx, practice).await?;
    let records: HashMap<String, PatientRecord> = records
        .into_iter()
        .map(|record| (record.id.clone(), record))
        .collect();
    Ok(vec![
        chairs(known),
        hours(known),
        clinicians(known, &colours),
        patients(known, &records),
    ])
}

fn chairs(known: &Known) -> ExportFile {
    let mut sheet = Sheet::new("poltrone.csv", &["Id Richiamo", "Codice", "Nome", "Riga"]);
    for chair in &known.chairs {
        sheet.row([
            chair.id.to_string(),
            chair.code.clone(),
            chair.name.clone(),
            whole(&Row::Chair(chair.clone())),
        ]);
    }
    sheet.file()
}

fn hours(known: &Known) -> ExportFile {
    let mut sheet = Sheet::new("orari.csv", &["Poltrona", "Giorno", "Apertura", "Chiusura"]);
    for chair in &known.chairs {
        for span in &chair.opening {
            sheet.row([
                chair.code.clone(),
                span.weekday.to_string(),
                hour(span.from),
                hour(span.to),
            ]);
        }
    }
    sheet.file()
}

fn clinicians(known: &Known, colours: &HashMap<String, String>) -> ExportFile {
    let headers = ["Id Richiamo", "Codice", "Cognome", "Nome", "Ruolo", "Colore"];
    let mut sheet = Sheet::new("operatori.csv", &headers);
    for clinician in &known.clinicians {
        let id = clinician.id.to_string();
        let colour = some(colours.get(&id));
        sheet.row([
            id,
            clinician.code.clone(),
            clinician.surname.clone(),
            clinician.name.clone(),
            word(clinician.profession),
            colour,
        ]);
    }
    sheet.file()
}

fn patients(known: &Known, records: &HashMap<String, PatientRecord>) -> ExportFile {
    let headers = [
        "Id Richiamo",
        "Codice",
        "Cognome",
        "Nome",
        "Sesso",
        "Data nascita",
        "Luogo nascita",
        "Codice fiscale",
        "Cellulare",
        "Telefono",
        "Email",
        "Indirizzo",
        "CAP",
        "Comune",
        "Prov",
        "Intestatario",
        "Canale preferito",
        "Consenso richiami",
        "Opposizioni",
        "Odontoiatra",
        "Igienista",
        "Intervallo igiene mesi",
        "Richiamo fissato a mano",
        "Stato",
        "Note",
        "Riga",
    ];
    let mut sheet = Sheet::new("pazienti.csv", &headers);
    for patient in &known.patients {
        let id = patient.id.to_string();
        let Some(record) = records.get(&id).cloned() else {
            continue;
        };
        let contacts = patient.contacts.clone().unwrap_or_default();
        let code = |id: Option<uuid::Uuid>| some(id.map(|id| known.code(id)));
        sheet.row([
            id,
            patient.code.clone(),
            patient.surname.clone(),
            patient.name.clone(),
            some(record.sex),
            some(patient.born),
            some(record.birth_place),
            some(record.tax_code),
            some(contacts.mobile),
            some(contacts.landline),
            some(contacts.email),
            some(record.address),
            some(record.postal_code),
            some(record.town),
            some(record.province),
            code(patient.payer.map(|id| id.0)),
            some(contacts.preferred.map(word)),
            word(patient.recall_consent),
            oppositions(&patient.oppositions),
            code(patient.dentist.map(|id| id.0)),
            code(patient.hygienist.map(|id| id.0)),
            record.hygiene_interval_months.to_string(),
            some(record.hygiene_fixed),
            word(patient.standing),
            contacts.note,
            beyond_columns(patient),
        ]);
    }
    sheet.file()
}

fn oppositions(all: &[Opposition]) -> String {
    let every = || "all".to_owned();
    let entry = |opposition: &Opposition| {
        let purpose = opposition.purpose.map_or_else(every, word);
        format!("{purpose}:{}", opposition.channel.map_or_else(every, word))
    };
    all.iter().map(entry).collect::<Vec<_>>().join(",")
}

/// The row, where columns would not give it back: when the patient can come, in which language they are
/// spoken to, and what was typed as no column takes it.
fn beyond_columns(patient: &Patient) -> String {
    let number = |text: &Option<String>| {
        text.as_deref()
            .is_none_or(|text| read_phone(text).is_some_and(|phone| phone.e164 == text))
    };
    let contacts = patient.contacts.clone().unwrap_or_default();
    let texts = [&contacts.note, &patient.surname, &patient.name];
    let columns_do = patient.times.is_any()
        && contacts.language.is_none()
        && number(&contacts.mobile)
        && number(&contacts.landline)
        && contacts.email.as_deref().is_none_or(survives)
        && texts.into_iter().all(|text| survives(text));
    if columns_do {
        String::new()
    } else {
        whole(&Row::Patient(patient.clone()))
    }
}
