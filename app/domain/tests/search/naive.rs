//! The same answers by the plainest way: every patient is looked at for every query. The index must say the same, and is
//! measured against it.

use app_domain::calls::folded;
use app_domain::id::PatientId;
use app_domain::patient::{Patient, Standing};
use app_domain::search::{Hits, Sight};
use jiff::civil::Date;

/// A part of what was typed, as the plain way understands it.
#[derive(Clone, Debug)]
pub enum Part {
    /// Letters, folded, without apostrophes.
    Word(String),
    /// Figures, and the day that they may be.
    Figures(String, Option<Date>),
}

/// Who is found, in order, of all that there are.
pub fn scan<'a>(
    patients: impl Iterator<Item = (&'a Patient, Option<&'a str>)>,
    parts: &[Part],
    sight: Sight,
    limit: usize,
) -> Hits {
    if parts.is_empty() {
        return Hits::default();
    }
    let mut found: Vec<(u32, u8, String, String, PatientId)> = Vec::new();
    for (patient, tax_code) in patients {
        let weights: Option<Vec<u32>> = parts
            .iter()
            .map(|part| weight(patient, tax_code, part, sight))
            .collect();
        if let Some(weights) = weights {
            let standing = match patient.standing {
                Standing::Active => 0,
                Standing::Inactive => 1,
                Standing::MovedAway => 2,
                Standing::Deceased => 3,
            };
            let name = format!("{} {}", folded(&patient.surname), folded(&patient.name));
            found.push((
                weights.iter().sum(),
                standing,
                name,
                patient.code.clone(),
                patient.id,
            ));
        }
    }
    found.sort();
    let more = found.len().saturating_sub(limit);
    let patients = found.into_iter().take(limit).map(|(.., id)| id).collect();
    Hits { patients, more }
}

fn weight(patient: &Patient, tax_code: Option<&str>, part: &Part, sight: Sight) -> Option<u32> {
    match part {
        Part::Word(word) => {
            let coded = folded(&patient.code) == *word
                || (sight.tax_code
                    && word.len() >= 5
                    && tax_code.is_some_and(|code| folded(code).starts_with(word.as_str())));
            let named = [(&patient.surname, 0), (&patient.name, 1)]
                .into_iter()
                .filter_map(|(text, beginning)| in_name(text, beginning, word))
                .min();
            named.or(coded.then_some(4))
        }
        Part::Figures(digits, born) => {
            let coded = folded(&patient.code) == *digits;
            let on_the_day = sight.born && born.is_some() && *born == patient.born;
            (coded || on_the_day || (sight.phones && has_phone(patient, digits))).then_some(4)
        }
    }
}

fn in_name(text: &str, beginning: u32, word: &str) -> Option<u32> {
    let bare = |text: &str| -> String { text.chars().filter(|one| *one != '\'').collect() };
    let text = folded(text);
    let words: Vec<&str> = text
        .split(|one: char| !one.is_alphanumeric() && one != '\'')
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect();
    let whole = bare(&words.concat());
    let mut best = whole.starts_with(word).then_some(beginning);
    let mut offer = |weight: u32| best = Some(best.map_or(weight, |best| best.min(weight)));
    for (index, one) in words.iter().enumerate() {
        let place = if index == 0 { beginning } else { 2 };
        if bare(one).starts_with(word) || one.split('\'').any(|part| part.starts_with(word)) {
            offer(place);
        }
    }
    if word.chars().count() >= 3 && whole.contains(word) {
        offer(3);
    }
    best
}

fn has_phone(patient: &Patient, digits: &str) -> bool {
    let Some(contacts) = &patient.contacts else {
        return false;
    };
    [&contacts.mobile, &contacts.landline]
        .into_iter()
        .flatten()
        .any(|number| {
            let number: String = number.chars().filter(char::is_ascii_digit).collect();
            if digits.len() >= 3 {
                number.contains(digits)
            } else {
                number.strip_prefix("39").unwrap_or(&number).starts_with(digits)
            }
        })
}
