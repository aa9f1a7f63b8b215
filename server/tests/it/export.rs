//! What is exported and imported again is the same practice.

mod two_hundred_calls;

use std::collections::BTreeSet;

use app_domain::id::PracticeId;
use app_domain::time::{Instant, Now};
use server::calls_command::{CallList, list_at};
use server::export::{ExportFile, files};
use server::import::{Import, Mapping, Missing, Mode, Progress, Report};
use server::store::Store;
use server::sync::day;

use crate::import::{Files, import, now};
use crate::store::database::Database;
use two_hundred_calls::two_hundred_calls;

/// On one engine: what each of them stores and gives back is in the contract of the store.
#[tokio::test]
async fn two_hundred_calls_come_back_from_an_export_as_the_same_list() {
    let database = Database::sqlite().await;
    let aurora = Mapping::load("aurora").expect("it ships");
    import(&Files::of("demo/aurora"), &aurora)
        .run(&database.store, now(), &mut Progress::Silent)
        .await
        .expect("an import");
    let practice = the_practice(&database.store).await;
    day::turn(&database.store, practice, now()).await.expect("a turn");
    let tally = two_hundred_calls(&database, practice).await;
    tally.check();

    let exported = files(&database.store, practice).await.expect("an export");
    let copy = Database::sqlite().await;
    let report = take_over(&copy.store, &exported).await;
    let skipped: usize = report.tables.iter().map(|table| table.skipped).sum();
    assert_eq!(skipped, 0, "{}", report.summary());
    assert!(
        take_over(&copy.store, &exported).await.changes() == 0,
        "twice is once"
    );

    let copied = the_practice(&copy.store).await;
    // Now, and when promises are overdue and what was put off for a week is back.
    for days in [0, 9] {
        let at = Now::at(Instant(now().instant.0 + days * 24 * 60 * 60 * 1_000));
        let was = list_at(&database.store, practice, at).await.expect("a list");
        let is = list_at(&copy.store, copied, at).await.expect("a list");
        assert_same(&was, &is, days);
    }
    let again = files(&copy.store, copied).await.expect("an export");
    for (was, is) in exported.iter().zip(&again) {
        assert_eq!(rows(was), rows(is), "{}", was.name);
    }
}

/// The only practice of a store.
pub async fn the_practice(store: &Store) -> PracticeId {
    store.practices().await.expect("practices")[0]
}

/// Imports an export of our own.
pub async fn take_over(store: &Store, exported: &[ExportFile]) -> Report {
    let own = Mapping::load("richiamo").expect("it ships");
    let files = exported
        .iter()
        .map(|file| (file.name.to_owned(), file.text.clone().into_bytes()))
        .collect();
    let import = Import {
        files: &Files::new(files),
        mapping: &own,
        mode: Mode::Write,
        missing: Missing::Refused,
        practice_name: "Copia",
        weeks_later: 0,
    };
    import
        .run(store, now(), &mut Progress::Silent)
        .await
        .expect("an import of an export")
}

/// The first thing that differs says more than two lists of a thousand patients.
fn assert_same(was: &CallList, is: &CallList, days: i64) {
    for (was, is) in was.listed.iter().zip(&is.listed) {
        assert_eq!(was, is, "after {days} days");
    }
    for (was, is) in was.excluded.iter().zip(&is.excluded) {
        assert_eq!(was, is, "after {days} days");
    }
    assert_eq!(was.listed.len(), is.listed.len(), "after {days} days");
    assert_eq!(was.excluded.len(), is.excluded.len(), "after {days} days");
    assert!(was.listed.len() > 200, "a list worth comparing");
}

/// The rows of a file in no order. The former software's number of a visit or a call goes where Richiamo has changed it.
fn rows(file: &ExportFile) -> BTreeSet<String> {
    let numbered = matches!(file.name, "agenda.csv" | "contatti.csv");
    let without = |line: &str| {
        let mut cells = line.splitn(3, ';');
        match (cells.next(), cells.next(), cells.next()) {
            (Some(id), Some(_), Some(rest)) if numbered => format!("{id};{rest}"),
            _ => line.to_owned(),
        }
    };
    file.text.lines().map(without).collect()
}
