//! The export that ships as the demo, with its list of defects and the figures that the rules give.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use server::calls_command::{CallList, list_at};
use server::import::{Mapping, Progress};

use super::{Files, figures, import, now};
use crate::store::database::Database;

#[derive(Deserialize)]
struct Defect {
    file: String,
    id: String,
    kind: String,
    #[serde(default)]
    column: Option<String>,
}

#[test]
fn the_report_accounts_for_every_defect() {
    let (files, mapping) = (Files::of("demo/aurora"), Mapping::load("aurora").unwrap());
    let (_, report) = import(&files, &mapping)
        .facts(now(), &mut Progress::Silent)
        .unwrap();
    let told: BTreeSet<(String, String, String, String)> = report
        .defects
        .iter()
        .flat_map(|defect| {
            let file = defect.file.trim_end_matches(".csv").to_owned();
            let row = (file, defect.id.clone(), defect.kind.name().to_owned());
            [defect.column.clone(), String::new()]
                .map(|column| (row.0.clone(), row.1.clone(), row.2.clone(), column))
        })
        .collect();
    let listed: Vec<Defect> = serde_json::from_str(include_str!("../../data/aurora/defects.json")).unwrap();
    assert!(listed.len() > 3_000);
    for defect in listed {
        let row = (
            defect.file,
            defect.id,
            defect.kind,
            defect.column.unwrap_or_default(),
        );
        assert!(told.contains(&row), "not told: {row:?}");
    }
    assert!(report.defects.iter().all(|defect| defect.line > 0));
}

#[derive(Deserialize)]
struct Expected {
    counts: BTreeMap<String, usize>,
    patients_on_the_list: usize,
    excluded: ExpectedExcluded,
    first_40: Vec<ExpectedPatient>,
}

#[derive(Deserialize)]
struct ExpectedExcluded {
    by_kind: BTreeMap<String, BTreeMap<String, usize>>,
}

#[derive(Deserialize)]
struct ExpectedPatient {
    patient: String,
    reasons: Vec<ExpectedReason>,
}

#[derive(Deserialize, PartialEq, Eq, Debug)]
struct ExpectedReason {
    kind: String,
    since: String,
}

#[tokio::test]
async fn an_imported_practice_gives_the_expected_calls_and_figures_and_a_second_import_changes_nothing() {
    let database = Database::sqlite().await;
    let (files, mapping) = (Files::of("demo/aurora"), Mapping::load("aurora").unwrap());
    let first = import(&files, &mapping)
        .run(&database.store, now(), &mut Progress::Silent)
        .await
        .unwrap();
    let second = import(&files, &mapping)
        .run(&database.store, now(), &mut Progress::Silent)
        .await
        .unwrap();
    assert_eq!(second.changes(), 0);
    assert_eq!(second.defects, first.defects);

    let practice = database.store.practices().await.unwrap()[0];
    check_calls(&list_at(&database.store, practice, now()).await.unwrap());
    figures::check(&database.store, practice).await;
}

fn check_calls(list: &CallList) {
    let expected: Expected =
        serde_json::from_str(include_str!("../../data/aurora/expected.json")).expect("figures");
    assert_eq!(list.listed.len(), expected.patients_on_the_list);
    for (kind, count) in &expected.counts {
        let reasons = list.listed.iter().flat_map(|row| &row.reasons);
        assert_eq!(
            reasons.filter(|reason| reason.kind().name() == kind).count(),
            *count,
            "{kind}"
        );
    }
    let mut excluded: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for held in &list.excluded {
        let of_kind = excluded.entry(held.kind.name().to_owned()).or_default();
        *of_kind.entry(held.cause.name().to_owned()).or_default() += 1;
    }
    let mut by_kind = expected.excluded.by_kind;
    by_kind.retain(|_, causes| !causes.is_empty());
    assert_eq!(excluded, by_kind);
    for (row, expected) in list.listed.iter().zip(&expected.first_40) {
        assert_eq!(row.patient, expected.patient, "at {}", row.rank);
        let reasons: Vec<ExpectedReason> = row
            .reasons
            .iter()
            .map(|reason| ExpectedReason {
                kind: reason.kind().name().to_owned(),
                since: reason.since.to_string(),
            })
            .collect();
        assert_eq!(reasons, expected.reasons, "{}", row.patient);
    }
}
