//! Patients to be searched.

use app_domain::id::PatientId;
use app_domain::patient::{Consent, Contacts, Patient, Standing};
use uuid::Uuid;

/// A patient with the tax code, which is no part of the row.
#[derive(Clone, Debug)]
pub struct Known {
    pub patient: Patient,
    pub tax_code: Option<String>,
}

/// A patient of whom only the name is known.
pub fn person(number: u128, surname: &str, name: &str) -> Known {
    Known {
        patient: Patient {
            id: PatientId(Uuid::from_u128(number)),
            code: format!("P{number:05}"),
            surname: surname.to_owned(),
            name: name.to_owned(),
            born: None,
            contacts: None,
            standing: Standing::Active,
            payer: None,
            dentist: None,
            hygienist: None,
            recall_consent: Consent::NeverAsked,
            oppositions: Vec::new(),
            times: app_domain::agenda::PlaceTimes::default(),
        },
        tax_code: None,
    }
}

impl Known {
    pub fn born(mut self, day: &str) -> Self {
        self.patient.born = Some(day.parse().expect("a day"));
        self
    }

    pub fn mobile(mut self, number: &str) -> Self {
        self.patient.contacts.get_or_insert_with(Contacts::default).mobile = Some(number.to_owned());
        self
    }

    pub fn landline(mut self, number: &str) -> Self {
        self.patient
            .contacts
            .get_or_insert_with(Contacts::default)
            .landline = Some(number.to_owned());
        self
    }

    pub fn tax_code(mut self, code: &str) -> Self {
        self.tax_code = Some(code.to_owned());
        self
    }

    pub fn standing(mut self, standing: Standing) -> Self {
        self.patient.standing = standing;
        self
    }
}
