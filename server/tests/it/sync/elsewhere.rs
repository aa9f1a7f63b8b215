//! What others write on the same database arrives: an import, another server process, the administration.

use app_domain::agenda::Mark;
use app_domain::practice::Practice;
use app_domain::rows::{Change, Row};
use app_sync::wire::MutationResult;
use server::store::Store;
use server::store::change::write_change;
use server::store::log::{append_system, begin_epoch, fresh_epoch, lock_head};

use super::live::{Live, mark};
use crate::store::database::Database;
use crate::store::on_both_engines;
use crate::store::small_practice::{PRACTICE, SECOND, VISIT, at, practice};

on_both_engines!(
    what_another_process_writes_reaches_the_devices,
    a_device_may_go_on_with_another_process,
    a_writer_that_was_overtaken_decides_on_what_is_there,
    after_an_import_every_device_takes_a_snapshot,
);

async fn rename(store: &Store, name: &str) {
    let change = Change::Put {
        row: Row::Practice(Practice {
            name: name.into(),
            ..practice()
        }),
    };
    let mut tx = store.begin().await.expect("a transaction");
    write_change(&mut tx, PRACTICE, &change).await.expect("a row");
    append_system(&mut tx, PRACTICE, at(9, 30), vec![change])
        .await
        .expect("an entry");
    tx.commit().await.expect("a commit");
}

async fn what_another_process_writes_reaches_the_devices(database: Database) {
    let live = Live::over(&database).await;
    let mut sara = live.device("sara", 1).await;
    rename(&database.again().await, "Studio Nuovo").await;
    live.app.state.sync.poke();
    let changes = sara.changes().await;
    let named =
        matches!(&changes[..], [Change::Put { row: Row::Practice(row) }] if row.name == "Studio Nuovo");
    assert!(named, "{changes:?}");
}

async fn a_device_may_go_on_with_another_process(database: Database) {
    let here = Live::over(&database).await;
    let there = Live::again(database.again().await).await;
    let mut sara = here.device("sara", 1).await;
    let mut marta = there.device("marta", 2).await;
    sara.push([(1, mark(VISIT, Mark::Arrived)), (2, mark(VISIT, Mark::Left))])
        .await;
    let results = sara.results(2).await;
    there.app.state.sync.poke();
    assert_eq!(marta.changes().await.len(), 1);

    let mut moved = there.mute("sara", 1).await;
    moved.cursor = sara.cursor.clone();
    moved.rows = sara.rows.clone();
    moved.read_on().await;
    moved
        .push([(2, mark(VISIT, Mark::Left)), (3, mark(VISIT, Mark::InChair))])
        .await;
    let (_, MutationResult::Refused { refusal }) = &results[1] else {
        panic!("{results:?}")
    };
    let expected = [
        (
            2,
            MutationResult::Dup {
                refusal: Some(refusal.clone()),
            },
        ),
        (3, MutationResult::Ok),
    ];
    assert_eq!(moved.results(2).await, expected);
}

async fn a_writer_that_was_overtaken_decides_on_what_is_there(database: Database) {
    let here = Live::over(&database).await;
    let there = Live::again(database.again().await).await;
    let mut sara = here.device("sara", 1).await;
    let mut marta = there.device("marta", 2).await;
    for (mid, visit) in [(1, VISIT), (2, SECOND)] {
        sara.push([(mid, mark(visit, Mark::Arrived))]).await;
        assert_eq!(sara.result().await, (mid, MutationResult::Ok));
        marta.push([(mid, mark(visit, Mark::InChair))]).await;
        assert_eq!(
            marta.result().await,
            (mid, MutationResult::Ok),
            "it sees that the patient has arrived"
        );
    }
    assert_eq!(
        database
            .number("SELECT count(*) FROM appointment WHERE status = 'in_chair'")
            .await,
        2
    );
    assert_eq!(
        database
            .number("SELECT max(seq) - count(*) FROM change_log")
            .await,
        0,
        "two writers leave no gap"
    );
}

async fn after_an_import_every_device_takes_a_snapshot(database: Database) {
    let live = Live::over(&database).await;
    let mut sara = live.device("sara", 1).await;
    let import = database.again().await;
    let mut tx = import.begin().await.expect("a transaction");
    lock_head(&mut tx, PRACTICE).await.expect("a head");
    let change = Change::Put {
        row: Row::Practice(Practice {
            name: "Importato".into(),
            ..practice()
        }),
    };
    write_change(&mut tx, PRACTICE, &change)
        .await
        .expect("a row that no entry tells of");
    begin_epoch(&mut tx, PRACTICE, fresh_epoch().expect("randomness"))
        .await
        .expect("another log");
    tx.commit().await.expect("a commit");
    live.app.state.sync.poke();
    assert_eq!(sara.next_or_end().await, None, "every socket is closed");

    let mut again = live.mute("sara", 1).await;
    again.cursor = sara.cursor.clone();
    assert!(again.hello().await, "the old cursor is of another log");
    again.take_snapshot().await;
    again.read_on().await;
    assert!(
        again
            .rows
            .rows()
            .any(|row| matches!(row, Row::Practice(row) if row.name == "Importato"))
    );
    again.push([(1, mark(VISIT, Mark::Arrived))]).await;
    assert_eq!(again.result().await, (1, MutationResult::Ok));
}
