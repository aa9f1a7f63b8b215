//! The index says what a look at every patient says, whatever has happened to it.

use std::collections::BTreeMap;

use app_domain::id::PatientId;
use app_domain::patient::Standing;
use app_domain::search::{Query, SearchIndex, Sight};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::naive::{Part, scan};
use super::people::{Known, person};

const TODAY: Date = date(2026, 11, 23);

/// Few syllables, so that names begin alike, and lie within each other.
fn a_name() -> impl Strategy<Value = String> {
    let word = prop::collection::vec(
        prop::sample::select(vec!["ma", "ri", "o", "rò", "D'", "as", "L"]),
        1..4,
    )
    .prop_map(|parts| parts.concat());
    prop::collection::vec(word, 1..3).prop_map(|words| words.join(" "))
}

fn a_day() -> impl Strategy<Value = Date> {
    (1980..1982_i16, 1..3_i8, 1..4_i8).prop_map(|(year, month, day)| date(year, month, day))
}

fn a_number() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(vec!["3", "4", "7"]), 5..8)
        .prop_map(|figures| format!("+39{}", figures.concat()))
}

fn a_patient() -> impl Strategy<Value = Known> {
    let standing = prop::sample::select(vec![
        Standing::Active,
        Standing::Inactive,
        Standing::Deceased,
        Standing::MovedAway,
    ]);
    let tax_code = prop::option::of(prop::sample::select(vec![
        "MRARIO80A01",
        "MRARIO81B02",
        "MARIOO80A01",
    ]));
    (
        (1..12_u128, a_name(), a_name(), standing),
        (
            prop::option::of(a_day()),
            prop::option::of(a_number()),
            prop::option::of(a_number()),
            tax_code,
        ),
    )
        .prop_map(
            |((number, surname, name, standing), (born, mobile, landline, tax_code))| {
                let mut known = person(number, &surname, &name).standing(standing);
                known.patient.born = born;
                known.patient.code = format!("{}", number % 5 + 330);
                known.tax_code = tax_code.map(str::to_owned);
                known = mobile.iter().fold(known, |known, number| known.mobile(number));
                landline
                    .iter()
                    .fold(known, |known, number| known.landline(number))
            },
        )
}

/// What happens to the index between two queries.
#[derive(Clone, Debug)]
enum Edit {
    Put(Known),
    Change(Known),
    Remove(u128),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = prop_oneof![
        4 => a_patient().prop_map(Edit::Put),
        1 => a_patient().prop_map(Edit::Change),
        1 => (1..12_u128).prop_map(Edit::Remove),
    ];
    prop::collection::vec(edit, 0..30)
}

/// Part of a query, as it is typed and as it is meant.
fn a_part() -> impl Strategy<Value = (String, Part)> {
    let word = prop::sample::select(vec![
        "m", "ma", "mar", "mari", "ario", "r", "ro", "o", "d", "das", "as", "dd", "mrari", "mrario80", "l",
        "ior",
    ])
    .prop_map(|word| (word.to_uppercase(), Part::Word(word.to_owned())));
    let figures = prop::sample::select(vec!["3", "33", "34", "347", "3473", "333", "39", "331"])
        .prop_map(|figures| (figures.to_owned(), Part::Figures(figures.to_owned(), None)));
    let day = a_day().prop_map(|day| {
        let figures = format!("{:02}{:02}{}", day.day(), day.month(), day.year());
        let typed = format!("{:02}/{:02}/{}", day.day(), day.month(), day.year());
        (typed, Part::Figures(figures, Some(day)))
    });
    prop_oneof![6 => word, 2 => figures, 1 => day]
}

/// Words in any number, with figures at most once: figures that stand together are one number.
fn a_query() -> impl Strategy<Value = (String, Vec<Part>)> {
    prop::collection::vec(a_part(), 0..4).prop_map(|parts| {
        let mut numbers = 0;
        let parts: Vec<_> = parts
            .into_iter()
            .filter(|(_, part)| {
                numbers += usize::from(matches!(part, Part::Figures(..)));
                matches!(part, Part::Word(_)) || numbers <= 1
            })
            .collect();
        let typed: Vec<_> = parts.iter().map(|(typed, _)| typed.as_str()).collect();
        (
            typed.join(" "),
            parts.iter().map(|(_, part)| part.clone()).collect(),
        )
    })
}

fn a_sight() -> impl Strategy<Value = Sight> {
    any::<(bool, bool, bool)>().prop_map(|(phones, born, tax_code)| Sight {
        phones,
        born,
        tax_code,
    })
}

/// What the index should hold after the edits.
fn carry_out(edits: Vec<Edit>, index: &mut SearchIndex) -> BTreeMap<PatientId, Known> {
    let mut known: BTreeMap<PatientId, Known> = BTreeMap::new();
    for edit in edits {
        match edit {
            Edit::Put(new) => {
                index.put_with_tax_code(&new.patient, new.tax_code.as_deref());
                known.insert(new.patient.id, new);
            }
            Edit::Change(mut new) => {
                index.put(&new.patient);
                new.tax_code = known
                    .get(&new.patient.id)
                    .and_then(|known| known.tax_code.clone());
                known.insert(new.patient.id, new);
            }
            Edit::Remove(number) => {
                let id = person(number, "", "").patient.id;
                index.remove(id);
                known.remove(&id);
            }
        }
    }
    known
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_index_finds_what_a_look_at_every_patient_finds(
        edits in edits(),
        queries in prop::collection::vec(a_query(), 1..8),
        sight in a_sight(),
        limit in 0..6_usize,
    ) {
        let mut index = SearchIndex::default();
        let known = carry_out(edits, &mut index);
        prop_assert_eq!(index.len(), known.len());
        for (typed, parts) in queries {
            let all = known.values().map(|known| (&known.patient, known.tax_code.as_deref()));
            let expected = scan(all, &parts, sight, limit);
            let found = index.search(&Query::parse(&typed, TODAY), sight, limit);
            prop_assert_eq!(found, expected, "{}", typed);
        }
    }

    #[test]
    fn whatever_is_typed_is_answered(typed in ".{0,40}", edits in edits()) {
        let mut index = SearchIndex::default();
        let known = carry_out(edits, &mut index);
        let hits = index.search(&Query::parse(&typed, TODAY), Sight::WHOLE, 5);
        prop_assert!(hits.patients.len() + hits.more <= known.len());
    }
}
