//! Patients: identity, contacts, and what they want of contacts.

use app_domain::patient::{Channel, Consent, Opposition, Purpose, Standing};

use super::practice::names_of;
use super::{Reader, TableRead, non_empty};
use crate::import::ImportError;
use crate::import::cells::{Cells, Need, Skip};
use crate::import::date_format::Century;
use crate::import::facts::{Facts, PatientFact};
use crate::import::mapping::{EveryOr, OppositionColumn, PatientColumns, Source, Word, fold};
use crate::import::phone::{self, Line};
use crate::import::report::{Action, Kind};
use crate::import::tax_code;

/// Months between two hygienes where the export says nothing (`domain.md`, `hygiene_recall`).
const USUAL_INTERVAL: u8 = 6;

pub(super) fn read(reader: &mut Reader<'_>, facts: &mut Facts) -> Result<(), ImportError> {
    let table = &reader.mapping.patients;
    let columns = &table.columns;
    let read = TableRead {
        name: "patients",
        table,
        id: columns.code.clone(),
    };
    let today = Century::NotAfter(reader.today);
    reader.table(&read, &mut |cells, known| {
        let mut patient = identity(cells, columns, today)?;
        contacts(cells, columns, &mut patient)?;
        patient.dentist = cells.reference(
            columns.dentist.as_ref(),
            &known.clinicians,
            Kind::UnknownClinician,
            Need::Field,
        )?;
        patient.hygienist = cells.reference(
            columns.hygienist.as_ref(),
            &known.clinicians,
            Kind::UnknownClinician,
            Need::Field,
        )?;
        wishes(cells, columns, &mut patient)?;
        facts.patients.push(patient);
        Ok(())
    })?;
    reader.known.patients = facts
        .patients
        .iter()
        .map(|patient| patient.code.clone())
        .collect();
    Ok(())
}

fn identity(
    cells: &mut Cells<'_, '_>,
    columns: &PatientColumns,
    births: Century,
) -> Result<PatientFact, Skip> {
    let text = |source: &Option<Source>| non_empty(cells.text_or_empty(source.as_ref()));
    let tax_code = text(&columns.tax_code).map(|code| code.to_uppercase().replace(' ', ""));
    let sex = text(&columns.sex).and_then(|word| match word.to_lowercase().chars().next() {
        Some('f' | 'd') => Some("F"),
        Some('m' | 'u') => Some("M"),
        _ => None,
    });
    let (birth_place, address, postal_code) = (
        text(&columns.birth_place),
        text(&columns.address),
        text(&columns.postal_code),
    );
    let (town, province, payer) = (text(&columns.town), text(&columns.province), text(&columns.payer));
    let names = (columns.surname.as_ref(), columns.name.as_ref());
    let known_code = tax_code.as_deref().unwrap_or_default();
    let (surname, name) = names_of(cells, columns.full_name.as_ref(), names, known_code)?;
    let flags = tax_code_flag(cells, columns, tax_code.as_deref());
    Ok(PatientFact {
        origin: cells.origin(),
        code: cells.id.clone(),
        surname,
        name,
        sex,
        born: cells.date(columns.born.as_ref(), births, Need::Field)?,
        birth_place,
        tax_code,
        mobile: None,
        landline: None,
        email: None,
        address,
        postal_code,
        town,
        province,
        payer,
        preferred: None,
        consent: Consent::NeverAsked,
        oppositions: Vec::new(),
        dentist: None,
        hygienist: None,
        hygiene_interval_months: USUAL_INTERVAL,
        hygiene_fixed: None,
        standing: Standing::Active,
        note: cells.text_or_empty(columns.note.as_ref()),
        flags,
    })
}

fn tax_code_flag(
    cells: &mut Cells<'_, '_>,
    columns: &PatientColumns,
    code: Option<&str>,
) -> Vec<&'static str> {
    let (Some(code), Some(source)) = (code, &columns.tax_code) else {
        return Vec::new();
    };
    let kind = match tax_code::check(code) {
        Ok(()) => return Vec::new(),
        Err(tax_code::Fault::CheckCharacter) => Kind::TaxCodeCheckCharacter,
        Err(tax_code::Fault::Malformed) => Kind::TaxCodeMalformed,
    };
    cells.note(kind, source, Action::KeptFlagged, "");
    vec![kind.name()]
}

fn contacts(
    cells: &mut Cells<'_, '_>,
    columns: &PatientColumns,
    patient: &mut PatientFact,
) -> Result<(), Skip> {
    patient.mobile = columns.mobile.as_ref().and_then(|source| number(cells, source));
    patient.landline = columns.landline.as_ref().and_then(|source| number(cells, source));
    if let Some(source) = &columns.phones {
        several_numbers(cells, source, patient);
    }
    patient.email = non_empty(cells.text_or_empty(columns.email.as_ref()));
    if patient.mobile.is_none() && patient.landline.is_none() {
        let source = columns
            .mobile
            .as_ref()
            .or(columns.phones.as_ref())
            .or(columns.landline.as_ref());
        cells.note(
            Kind::NoPhone,
            source.unwrap_or(&columns.code),
            Action::KeptFlagged,
            "",
        );
        patient.flags.push(Kind::NoPhone.name());
    }
    let channel: Option<Channel> = cells.word(
        columns.preferred_channel.as_ref(),
        |words| &words.channel,
        Need::Field,
    )?;
    patient.preferred = channel;
    Ok(())
}

/// A number in the form that can be called; one that cannot be read stays as written.
fn number(cells: &mut Cells<'_, '_>, source: &Source) -> Option<String> {
    let text = non_empty(cells.text(source))?;
    let Some(phone) = phone::read(&text) else {
        cells.note(
            Kind::PhoneUnreadable,
            source,
            Action::NeedsPerson,
            "kept as written",
        );
        return Some(text);
    };
    if !phone::is_plain(&text) {
        cells.note(Kind::PhoneFormat, source, Action::Normalised, "");
    }
    Some(phone.e164)
}

fn several_numbers(cells: &mut Cells<'_, '_>, source: &Source, patient: &mut PatientFact) {
    let Some(text) = non_empty(cells.text(source)) else {
        return;
    };
    let numbers = phone::read_several(&text);
    if numbers.is_empty() {
        cells.note(
            Kind::PhoneUnreadable,
            source,
            Action::NeedsPerson,
            "kept as written",
        );
        patient.landline.get_or_insert(text);
        return;
    }
    if !phone::is_plain(&text) {
        cells.note(Kind::PhoneFormat, source, Action::Normalised, "");
    }
    for number in numbers {
        let place = match number.line {
            Line::Mobile if patient.mobile.is_none() => &mut patient.mobile,
            _ => &mut patient.landline,
        };
        match place {
            None => *place = Some(number.e164),
            // There is room for two numbers; what is left goes where a person reads it.
            Some(_) => patient.note = [patient.note.as_str(), &number.e164].join(" ").trim().to_owned(),
        }
    }
}

fn wishes(
    cells: &mut Cells<'_, '_>,
    columns: &PatientColumns,
    patient: &mut PatientFact,
) -> Result<(), Skip> {
    let consent: Option<Consent> = cells.word(
        columns.recall_consent.as_ref(),
        |words| &words.consent,
        Need::Field,
    )?;
    patient.consent = consent.unwrap_or_default();
    let standing: Option<Standing> =
        cells.word(columns.standing.as_ref(), |words| &words.standing, Need::Row)?;
    patient.standing = standing.unwrap_or_default();
    let months = cells.number::<u8>(columns.hygiene_interval_months.as_ref(), Need::Field)?;
    patient.hygiene_interval_months = months.unwrap_or(USUAL_INTERVAL);
    patient.hygiene_fixed = cells.date(columns.hygiene_fixed.as_ref(), Century::Present, Need::Field)?;
    for column in &columns.oppositions {
        oppositions(cells, column, &mut patient.oppositions);
    }
    patient.oppositions.sort_unstable();
    patient.oppositions.dedup();
    Ok(())
}

/// Adds what a column opposes. An entry that cannot be understood is for a person: an opposition must not get lost in silence.
fn oppositions(cells: &mut Cells<'_, '_>, column: &OppositionColumn, into: &mut Vec<Opposition>) {
    let text = cells.text(&column.column);
    if !column.when.is_empty() {
        if column.when.iter().any(|value| fold(value) == fold(&text)) {
            into.push(Opposition {
                purpose: named::<EveryOr<Purpose>>(column.purpose.as_deref()).and_then(EveryOr::one),
                channel: named::<EveryOr<Channel>>(column.channel.as_deref()).and_then(EveryOr::one),
            });
        }
        return;
    }
    let entries: Vec<&str> = match &column.list {
        Some(list) => text.split(list.as_str()).collect(),
        None => vec![&text],
    };
    for entry in entries
        .into_iter()
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
    {
        match opposition(cells, column, entry) {
            Some(opposition) => into.push(opposition),
            None if column.entries.named(entry) == Some("") => {}
            None => cells.note(Kind::UnknownWord, &column.column, Action::NeedsPerson, entry),
        }
    }
}

fn opposition(cells: &Cells<'_, '_>, column: &OppositionColumn, entry: &str) -> Option<Opposition> {
    if let Some(ours) = column.entries.named(entry) {
        let (purpose, channel) = ours.split_once(':')?;
        return Some(Opposition {
            purpose: named::<EveryOr<Purpose>>(Some(purpose))?.one(),
            channel: named::<EveryOr<Channel>>(Some(channel))?.one(),
        });
    }
    let purpose = |word: &str| meant::<EveryOr<Purpose>>(cells.words.purpose.named(word), word);
    let channel = |word: &str| meant::<EveryOr<Channel>>(cells.words.channel.named(word), word);
    let pair = column.pair.as_deref().and_then(|pair| entry.split_once(pair));
    let (about, by) = match pair {
        Some((about, by)) => (purpose(about)?, channel(by)?),
        // A word alone names a channel or a purpose; the mapping says the other.
        None => match (channel(entry), purpose(entry)) {
            (Some(by), None) => (named(column.purpose.as_deref()).unwrap_or(EveryOr::Every), by),
            (_, Some(about)) => (about, named(column.channel.as_deref()).unwrap_or(EveryOr::Every)),
            (None, None) => return None,
        },
    };
    Some(Opposition {
        purpose: about.one(),
        channel: by.one(),
    })
}

fn named<W: Word>(name: Option<&str>) -> Option<W> {
    W::from_name(name?)
}

fn meant<W: Word>(ours: Option<&str>, theirs: &str) -> Option<W> {
    W::from_name(ours.unwrap_or(theirs.trim()))
}
