//! A broken export imports nothing, and says where it is broken.

use server::import::{ImportError, Mapping, Progress};

use super::{Files, gestionale, import, now, take_over};
use crate::store::database::Database;

/// File, line and a part of what is told.
fn refused(files: &Files, mapping: &Mapping) -> (String, usize, String) {
    match import(files, mapping).facts(now(), &mut Progress::Silent) {
        Err(ImportError::Broken { file, line, problem }) => (file, line, problem),
        other => panic!("not refused as broken: {:?}", other.map(|(_, report)| report)),
    }
}

#[track_caller]
fn assert_refused(files: Files, file: &str, line: usize, told: &str) {
    let (of, at, problem) = refused(&files, &gestionale());
    assert_eq!((of.as_str(), at), (file, line), "{problem}");
    assert!(problem.contains(told), "{problem}");
}

#[test]
fn a_file_that_is_missing_is_named() {
    assert_refused(
        Files::gestionale().without("cassa.csv"),
        "cassa.csv",
        1,
        "payments.file",
    );
}

#[test]
fn a_column_that_is_missing_is_named_with_those_that_are_there() {
    let files = Files::gestionale().with("staff.csv", "Mansione", "Ruolo");
    assert_refused(
        files,
        "staff.csv",
        1,
        "no column \"Mansione\" (clinicians.columns.profession",
    );
}

#[test]
fn a_file_that_is_cut_off_in_a_row_is_refused_at_its_last_line() {
    let cut = |bytes: &mut Vec<u8>| bytes.truncate(bytes.len() - 40);
    assert_refused(
        Files::gestionale().with_bytes("cure.csv", cut),
        "cure.csv",
        6,
        "cut off",
    );
}

#[test]
fn a_file_that_is_cut_off_in_its_last_field_is_refused() {
    let cut = |bytes: &mut Vec<u8>| bytes.truncate(bytes.len() - 3);
    assert_refused(
        Files::gestionale().with_bytes("cassa.csv", cut),
        "cassa.csv",
        4,
        "no line end",
    );
}

#[test]
fn a_file_that_is_no_text_is_refused() {
    let binary = |bytes: &mut Vec<u8>| *bytes = b"PK\x03\x04\x00\x00\x00\x00".to_vec();
    assert_refused(
        Files::gestionale().with_bytes("cassa.csv", binary),
        "cassa.csv",
        1,
        "no text file",
    );
}

#[test]
fn a_file_in_another_encoding_is_refused() {
    let mapping = Mapping::parse("m", &super::GESTIONALE.replace("\"utf-8\"", "\"windows-1252\"")).unwrap();
    let unmarked = Files::gestionale().with("assistiti.csv", "\u{feff}", "");
    let (file, line, problem) = refused(&unmarked.with("riuniti.csv", "\u{feff}", ""), &mapping);
    assert_ne!(file, "", "{line} {problem}");
    assert!(problem.contains("UTF-8"), "{problem}");
}

#[test]
fn a_table_that_others_refer_to_and_that_is_cut_off_at_a_line_is_noticed() {
    let aurora = Mapping::load("aurora").unwrap();
    let half = |bytes: &mut Vec<u8>| {
        let end = bytes
            .iter()
            .enumerate()
            .filter(|(_, byte)| **byte == b'\n')
            .nth(2_000)
            .map(|(at, _)| at + 1);
        bytes.truncate(end.unwrap());
    };
    let (file, _, problem) = refused(
        &Files::of("demo/aurora").with_bytes("pazienti.csv", half),
        &aurora,
    );
    assert_eq!(file, "piani.csv");
    assert!(
        problem.contains("the patient is not among the patients"),
        "{problem}"
    );
}

#[test]
fn the_mapping_of_another_program_is_refused() {
    let aurora = Mapping::load("aurora").unwrap();
    let (file, line, _) = refused(&Files::gestionale(), &aurora);
    assert_eq!((file.as_str(), line), ("poltrone.csv", 1));
}

#[tokio::test]
async fn a_broken_export_leaves_the_database_as_it_was() {
    let database = Database::sqlite().await;
    let broken = Files::gestionale().without("telefonate.csv");
    assert!(take_over(&database.store, &broken).await.is_err());
    assert_eq!(database.number("SELECT count(*) FROM practice").await, 0);
}
