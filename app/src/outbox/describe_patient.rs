//! Commands about a patient's record, in words.

use app_domain::id::PatientId;
use app_domain::language::Language;
use app_domain::patient::{Consent, PatientField};
use app_domain::rows::Rows;

use super::Lookup;
use super::describe::Description;
use crate::patient::phone::written;

/// The value of a field in words; `None` where there is none.
pub fn field_value(field: &PatientField, language: Language) -> Option<String> {
    match field {
        PatientField::Mobile(value) | PatientField::Landline(value) => value.as_deref().map(written),
        PatientField::Email(value) => value.clone(),
        PatientField::Born(value) => value.map(|born| crate::text::text(language).date(born)),
        PatientField::Times(times) => {
            (!times.is_any()).then(|| crate::text::text(language).place_times(times))
        }
        PatientField::Language(spoken) => {
            spoken.map(|spoken| (crate::text::text(language).spoken)(spoken).to_owned())
        }
        PatientField::RecallConsent(consent) => {
            let words = super::text::text(language).describe.consents;
            let word = match consent {
                Consent::NeverAsked => words[0],
                Consent::Given => words[1],
                Consent::Denied => words[2],
            };
            Some(word.to_owned())
        }
    }
}

/// The place of a field among the words of fields.
const fn field_index(field: &PatientField) -> usize {
    match field {
        PatientField::Mobile(_) => 0,
        PatientField::Landline(_) => 1,
        PatientField::Email(_) => 2,
        PatientField::Born(_) => 3,
        PatientField::RecallConsent(_) => 4,
        PatientField::Times(_) => 5,
        PatientField::Language(_) => 6,
    }
}

/// A field of a patient with another value.
pub(super) fn edited(
    patient: PatientId,
    [was, becomes]: [&PatientField; 2],
    lookup: &Lookup<'_, impl Rows>,
) -> Description {
    let text = &lookup.text().describe;
    let value = |field| field_value(field, lookup.language).unwrap_or_else(|| text.nothing.to_owned());
    Description {
        headline: (text.edits)(
            text.fields[field_index(becomes)],
            &lookup.patient_or_unknown(patient),
        ),
        fields: vec![
            (text.was.to_owned(), value(was)),
            (text.becomes.to_owned(), value(becomes)),
        ],
    }
}
