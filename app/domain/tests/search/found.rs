//! What is found by what.

use app_domain::patient::Standing;
use app_domain::search::{Hits, Query, SearchIndex, Sight};
use jiff::civil::date;

use super::people::{Known, person};

fn index(people: &[Known]) -> SearchIndex {
    let mut index = SearchIndex::default();
    for known in people {
        index.put_with_tax_code(&known.patient, known.tax_code.as_deref());
    }
    index
}

/// The numbers of those who are found.
fn found(people: &[Known], typed: &str, sight: Sight) -> Vec<u128> {
    let query = Query::parse(typed, date(2026, 11, 23));
    let hits = index(people).search(&query, sight, 20);
    hits.patients.into_iter().map(|id| id.0.as_u128()).collect()
}

fn seen(people: &[Known], typed: &str) -> Vec<u128> {
    found(people, typed, Sight::WHOLE)
}

#[test]
fn accents_apostrophes_case_and_order_do_not_matter() {
    let people = [
        person(1, "D'Angelo", "Niccolò"),
        person(2, "Rossi", "Mario"),
        person(3, "De Luca", "Anna"),
    ];
    for typed in [
        "dangelo",
        "d angelo",
        "D’ANGELO",
        "niccolo",
        "angelo nicc",
        "niccolo'",
    ] {
        assert_eq!(seen(&people, typed), [1], "{typed}");
    }
    assert_eq!(seen(&people, "mario ros"), [2]);
    assert_eq!(seen(&people, "deluca"), [3]);
    assert_eq!(seen(&people, "mario rossini"), [] as [u128; 0]);
}

#[test]
fn the_beginning_of_a_surname_comes_before_that_of_a_name_before_a_later_word_before_the_inside() {
    let people = [
        person(1, "Ghezzi", "Tommaso"),
        person(2, "De Maso", "Ugo"),
        person(3, "Bianchi", "Maso"),
        person(4, "Masotti", "Ada"),
    ];
    assert_eq!(seen(&people, "maso"), [4, 3, 2, 1]);
    assert_eq!(
        seen(&people, "ma"),
        [4, 3, 2],
        "two letters are within too many words"
    );
}

#[test]
fn who_is_in_care_comes_first_then_by_name_then_by_code() {
    let people = [
        person(1, "Rossi", "Ada").standing(Standing::Deceased),
        person(2, "Rossi", "Ada").standing(Standing::MovedAway),
        person(4, "Rossi", "Zoe"),
        person(6, "Ròssi", "ada"),
        person(5, "Rossi", "Ada"),
    ];
    assert_eq!(seen(&people, "rossi"), [5, 6, 4, 2, 1]);
}

#[test]
fn a_telephone_number_is_found_by_its_figures() {
    let people = [
        person(1, "Rossi", "Ada").mobile("+393475550128"),
        person(2, "Bianchi", "Ugo").landline("0372/41.12.07"),
    ];
    for typed in [
        "347 555",
        "3475550128",
        "+39 347",
        "0039347555",
        "0128",
        "rossi 3",
    ] {
        assert_eq!(seen(&people, typed), [1], "{typed}");
    }
    assert_eq!(seen(&people, "411207"), [2]);
    assert_eq!(seen(&people, "0372 41"), [2]);
    assert_eq!(
        seen(&people, "47"),
        [] as [u128; 0],
        "two figures are a beginning"
    );
}

#[test]
fn a_birth_date_is_found_as_people_write_it() {
    let people = [
        person(1, "Rossi", "Ada").born("1980-03-12"),
        person(2, "Rossi", "Ada").born("1980-12-03"),
    ];
    for typed in [
        "12/03/1980",
        "12-3-80",
        "120380",
        "1980-03-12",
        "12 marzo 1980",
        "rossi 12/3/1980",
    ] {
        assert_eq!(seen(&people, typed), [1], "{typed}");
    }
}

#[test]
fn a_tax_code_is_found_by_its_beginning_and_a_code_whole() {
    let people = [
        person(1, "Rossi", "Ada").tax_code("RSSDAA80C52D150X"),
        person(2, "Rossi", "Ugo"),
    ];
    assert_eq!(seen(&people, "rssdaa80"), [1]);
    assert_eq!(seen(&people, "RSSDA"), [1]);
    assert_eq!(seen(&people, "rssd"), [] as [u128; 0]);
    assert_eq!(seen(&people, "p00002"), [2]);
    assert_eq!(seen(&people, "P0000"), [] as [u128; 0]);
}

#[test]
fn what_is_not_seen_is_not_searched() {
    let people = [person(1, "Rossi", "Ada")
        .born("1980-03-12")
        .mobile("+393475550128")
        .tax_code("RSSDAA80C52D150X")];
    let blind = Sight {
        phones: false,
        born: false,
        tax_code: false,
    };
    for typed in [
        "12/03/1980",
        "12 marzo 1980",
        "347555",
        "3",
        "rssdaa80",
        "rossi 0128",
        "120380",
    ] {
        assert_eq!(found(&people, typed, blind), [] as [u128; 0], "{typed}");
        if typed != "3" {
            assert_eq!(seen(&people, typed), [1], "{typed}");
        }
    }
    assert_eq!(found(&people, "ross", blind), [1]);
    let dates = Sight { born: true, ..blind };
    assert_eq!(found(&people, "120380", dates), [1]);
    assert_eq!(found(&people, "0128", dates), [] as [u128; 0]);
}

#[test]
fn nothing_typed_finds_nobody_and_the_rest_is_counted() {
    let people: Vec<_> = (1..=25).map(|number| person(number, "Rossi", "Ada")).collect();
    let index = index(&people);
    let today = date(2026, 11, 23);
    let of = |typed: &str| index.search(&Query::parse(typed, today), Sight::WHOLE, 20);
    assert_eq!(of("  "), Hits::default());
    let hits = of("r");
    assert_eq!((hits.patients.len(), hits.more), (20, 5));
}

#[test]
fn a_changed_patient_is_found_by_what_is_true_now_and_keeps_the_tax_code() {
    let before = person(1, "Rossi", "Ada")
        .mobile("+393475550128")
        .tax_code("RSSDAA80C52D150X");
    let mut index = index(&[before.clone(), person(2, "Rossi", "Ugo")]);
    let after = person(1, "Bianchi", "Ada").born("1980-03-12");
    index.put(&after.patient);
    let today = date(2026, 11, 23);
    let found = |typed: &str| -> Vec<u128> {
        let hits = index.search(&Query::parse(typed, today), Sight::WHOLE, 20);
        hits.patients.into_iter().map(|id| id.0.as_u128()).collect()
    };
    assert_eq!(found("rossi"), [2]);
    assert_eq!(found("bianchi 12/3/1980"), [1]);
    assert_eq!(found("347555"), [] as [u128; 0]);
    assert_eq!(found("rssdaa"), [1]);
    assert_eq!(index.len(), 2);
}
