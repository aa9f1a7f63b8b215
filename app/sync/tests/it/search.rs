//! What each role may search: what it sees, and nothing else.

use app_domain::patient::{Contacts, Patient};
use app_domain::role::Role;
use app_domain::rows::Row;
use app_domain::search::{Query, SearchIndex, Sight};
use app_sync::project::{ViewClass, project};
use app_sync::search::{SearchAnswer, SearchRequest};
use jiff::civil::date;

use crate::practice::{patient, patient_id};

const TAX_CODE: &str = "RSSNMA80A41D150X";

/// A query of every kind, all of which find the patient for whoever sees everything; and whether it needs the numbers, the
/// birth date, or the tax code.
const QUERIES: [(&str, Needs); 14] = [
    ("surname", Needs::Name),
    ("nam", Needs::Name),
    ("URNA", Needs::Name),
    ("p1", Needs::Name),
    ("3330000001", Needs::Phone),
    ("000 01", Needs::Phone),
    ("0372", Needs::Phone),
    ("surname 3", Needs::Phone),
    ("15/01/1980", Needs::Born),
    ("150180", Needs::Born),
    ("1980-01-15", Needs::Born),
    ("name 15 gennaio 1980", Needs::Born),
    ("rssnma80", Needs::TaxCode),
    (TAX_CODE, Needs::TaxCode),
];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Needs {
    Name,
    Phone,
    Born,
    TaxCode,
}

fn known() -> Patient {
    Patient {
        born: Some(date(1980, 1, 15)),
        contacts: Some(Contacts {
            landline: Some("+390372411207".into()),
            ..patient(1).contacts.expect("contacts")
        }),
        ..patient(1)
    }
}

fn finds(index: &SearchIndex, typed: &str, sight: Sight) -> bool {
    let query = Query::parse(typed, date(2026, 11, 23));
    index.search(&query, sight, 20).patients.contains(&patient_id(1))
}

fn index_of(patient: &Patient, tax_code: Option<&str>) -> SearchIndex {
    let mut index = SearchIndex::default();
    index.put_with_tax_code(patient, tax_code);
    index
}

#[test]
fn a_role_finds_by_what_it_sees_and_by_nothing_else() {
    let whole = index_of(&known(), Some(TAX_CODE));
    for role in Role::ALL {
        let class = ViewClass { role };
        let Some(Row::Patient(seen)) = project(class, &Row::Patient(known())) else {
            panic!("every role knows names")
        };
        let held = index_of(&seen, None);
        for (typed, needs) in QUERIES {
            let found = finds(&whole, typed, class.sight());
            assert!(finds(&whole, typed, Sight::WHOLE), "{typed}");
            match needs {
                // Tax codes are never part of a row.
                Needs::TaxCode => assert_eq!(found, seen.born.is_some(), "{role:?}: {typed}"),
                _ => assert_eq!(found, finds(&held, typed, Sight::WHOLE), "{role:?}: {typed}"),
            }
        }
    }
}

#[test]
fn the_office_manager_and_the_owner_do_not_find_by_birth_date_or_tax_code_and_the_owner_not_by_number() {
    let whole = index_of(&known(), Some(TAX_CODE));
    for role in Role::ALL {
        let narrow = matches!(role, Role::OfficeManager | Role::Owner);
        for (typed, needs) in QUERIES {
            let expected = match needs {
                Needs::Name => true,
                Needs::Phone => role != Role::Owner,
                Needs::Born | Needs::TaxCode => !narrow,
            };
            let found = finds(&whole, typed, ViewClass { role }.sight());
            assert_eq!(found, expected, "{role:?}: {typed}");
        }
    }
}

#[test]
fn the_question_and_the_answer_stay_as_they_were() {
    let question = r#"{"query":"ros"}"#;
    let asked = SearchRequest::Query("ros".into());
    assert_eq!(serde_json::to_string(&asked).expect("a question"), question);
    assert_eq!(
        serde_json::from_str::<SearchRequest>(question).expect("it"),
        asked
    );
    let question = r#"{"patient":"00000000-0000-0003-0000-000000000001"}"#;
    let asked = SearchRequest::Patient(patient_id(1));
    assert_eq!(serde_json::to_string(&asked).expect("a question"), question);
    assert_eq!(
        serde_json::from_str::<SearchRequest>(question).expect("it"),
        asked
    );
    let answer = r#"{"patients":[],"more":3}"#;
    let answered = SearchAnswer {
        patients: Vec::new(),
        more: 3,
    };
    assert_eq!(serde_json::to_string(&answered).expect("an answer"), answer);
    assert_eq!(
        serde_json::from_str::<SearchAnswer>(answer).expect("it"),
        answered
    );
}
