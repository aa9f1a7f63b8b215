//! What the index remembers of a patient.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::calls::folded;
use crate::id::PatientId;
use crate::patient::{Patient, Standing};

use super::words::name_words;
use super::{PHONE_WITHIN_FROM, Place};

/// What the index remembers of a patient.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) id: PatientId,
    standing: u8,
    /// "surname name", folded.
    full_name: Box<str>,
    surname_length: usize,
    pub(super) code: Box<str>,
    pub(super) born: Option<Date>,
    phones: [Option<Box<str>>; 2],
    pub(super) tax_code: Option<Box<str>>,
}

impl Entry {
    pub(super) fn of(patient: &Patient, tax_code: Option<&str>) -> Self {
        let (surname, name) = (folded(&patient.surname), folded(&patient.name));
        let contacts = patient.contacts.as_ref();
        let digits = |number: Option<&String>| number.map(|number| digits(number).into_boxed_str());
        Self {
            id: patient.id,
            standing: standing_weight(patient.standing),
            surname_length: surname.len(),
            full_name: format!("{surname} {name}").into_boxed_str(),
            code: patient.code.as_str().into(),
            born: patient.born,
            phones: [
                digits(contacts.and_then(|contacts| contacts.mobile.as_ref())),
                digits(contacts.and_then(|contacts| contacts.landline.as_ref())),
            ],
            tax_code: tax_code
                .map(folded)
                .filter(|code| !code.is_empty())
                .map(Into::into),
        }
    }

    /// The words by which the patient is found.
    pub(super) fn words(&self) -> Vec<(String, Place)> {
        let (surname, name) = self.full_name.split_at(self.surname_length);
        name_words(surname, name)
    }

    /// The code as it is searched.
    pub(super) fn searched_code(&self) -> String {
        folded(&self.code)
    }

    /// Whether figures are in a telephone number. Few are at its beginning, which [`Self::grams`] tells already.
    pub(super) fn has_phone(&self, digits: &str) -> bool {
        digits.len() < PHONE_WITHIN_FROM || self.phones.iter().flatten().any(|phone| phone.contains(digits))
    }

    /// The pieces by which the telephone numbers are found: the beginnings without the country, and all that lie within.
    pub(super) fn grams(&self) -> BTreeSet<&str> {
        let phones = || self.phones.iter().flatten().map(AsRef::as_ref);
        let beginnings = phones().flat_map(|phone: &str| {
            let national = phone.strip_prefix("39").unwrap_or(phone);
            (1..PHONE_WITHIN_FROM).filter_map(|length| national.get(..length))
        });
        beginnings.chain(phones().flat_map(grams)).collect()
    }

    /// What decides between those who are found in the same places.
    pub(super) fn order(&self) -> (u8, &str, &str, PatientId) {
        (self.standing, &self.full_name, &self.code, self.id)
    }
}

/// Figures in pieces that overlap, as long as those that are looked for anywhere must be at least.
pub(super) fn grams(digits: &str) -> impl Iterator<Item = &str> {
    (0..digits.len()).filter_map(|at| digits.get(at..at + PHONE_WITHIN_FROM))
}

/// The figures of a number, with its country.
fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

/// Who is in care comes before who is not.
const fn standing_weight(standing: Standing) -> u8 {
    match standing {
        Standing::Active => 0,
        Standing::Inactive => 1,
        Standing::MovedAway => 2,
        Standing::Deceased => 3,
    }
}
