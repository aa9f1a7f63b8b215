//! The log is gapless, its head moves last, and what was decided is kept.

use app_domain::refusal::Refusal;
use app_domain::rows::{Change, Key, Row};
use app_sync::server::{Decided, LogEntry, Standing};
use app_sync::wire::{ClientId, Mid};
use server::store::StoreError;
use server::store::care::care_as_of;
use server::store::log::{
    append, append_system, begin_epoch, entries_after, fresh_epoch, lock_head, move_head,
};
use server::store::mutation::{decided, insert_decided, standing};
use server::store::refused::Constraint;
use uuid::Uuid;

use super::database::Database;
use super::small_practice::{ANNA, PRACTICE, SARA, at, fill, practice};

super::on_both_engines!(
    entries_come_back_in_order,
    the_head_moves_from_where_it_was_locked_only,
    a_number_is_taken_once,
    what_is_rolled_back_leaves_no_gap,
    what_the_system_does_is_numbered_too,
    another_log_makes_the_digests_due,
    what_was_decided_is_kept_once,
    a_practice_can_begin_with_nothing,
);

const TABLET: ClientId = ClientId(Uuid::from_u128(0x91));

fn entry(seq: u64, mid: u64) -> LogEntry {
    let changes = vec![
        Change::Put {
            row: Row::Practice(practice()),
        },
        Change::Remove {
            key: Key::Claim(ANNA),
        },
    ];
    LogEntry {
        seq,
        changes,
        mutation: Some((TABLET, Mid(mid))),
    }
}

async fn entries_come_back_in_order(database: Database) {
    fill(&database.store).await;
    assert_eq!(database.store.log_from(PRACTICE).await.expect("a number"), 1);
    let entries = [
        entry(1, 5),
        LogEntry {
            mutation: None,
            ..entry(2, 0)
        },
        entry(3, 6),
    ];
    let mut tx = database.store.begin().await.expect("a transaction");
    assert_eq!(lock_head(&mut tx, PRACTICE).await.expect("a head").seq, 0);
    for entry in &entries {
        append(&mut tx, PRACTICE, at(9, 30), entry)
            .await
            .expect("an entry");
    }
    move_head(&mut tx, PRACTICE, 0, 3).await.expect("moved");
    tx.commit().await.expect("a commit");

    let store = &database.store;
    assert_eq!(store.head(PRACTICE).await.expect("a head").seq, 3);
    assert_eq!(store.log_from(PRACTICE).await.expect("a number"), 1);
    assert_eq!(
        store.log_after(PRACTICE, 0, 2).await.expect("entries"),
        entries[..2]
    );
    let mut tx = store.db().begin_read().await.expect("a transaction");
    assert_eq!(
        entries_after(&mut tx, PRACTICE, 1).await.expect("entries"),
        entries[1..]
    );
    assert_eq!(entries_after(&mut tx, PRACTICE, 3).await.expect("entries"), []);
}

async fn the_head_moves_from_where_it_was_locked_only(database: Database) {
    fill(&database.store).await;
    let mut tx = database.store.begin().await.expect("a transaction");
    assert!(matches!(
        move_head(&mut tx, PRACTICE, 1, 2).await,
        Err(StoreError::Column { .. })
    ));
}

async fn a_number_is_taken_once(database: Database) {
    fill(&database.store).await;
    let mut tx = database.store.begin().await.expect("a transaction");
    append(&mut tx, PRACTICE, at(9, 30), &entry(1, 1))
        .await
        .expect("an entry");
    let again = append(&mut tx, PRACTICE, at(9, 30), &entry(1, 2))
        .await
        .expect_err("taken");
    assert_eq!(again.constraint(), Some(Constraint::Unique));
}

async fn what_is_rolled_back_leaves_no_gap(database: Database) {
    fill(&database.store).await;
    for _ in 0..2 {
        let mut tx = database.store.begin().await.expect("a transaction");
        let head = lock_head(&mut tx, PRACTICE).await.expect("a head").seq;
        append(&mut tx, PRACTICE, at(9, 30), &entry(head + 1, 1))
            .await
            .expect("an entry");
        move_head(&mut tx, PRACTICE, head, head + 1).await.expect("moved");
        drop(tx);
    }
    let changes = vec![Change::Remove {
        key: Key::Claim(ANNA),
    }];
    let mut tx = database.store.begin().await.expect("a transaction");
    append_system(&mut tx, PRACTICE, at(9, 30), changes)
        .await
        .expect("an entry");
    tx.commit().await.expect("a commit");
    assert_eq!(database.number("SELECT max(seq) FROM change_log").await, 1);
    assert_eq!(database.number("SELECT head FROM practice").await, 1);
}

async fn what_the_system_does_is_numbered_too(database: Database) {
    fill(&database.store).await;
    let changes = vec![Change::Remove {
        key: Key::Claim(ANNA),
    }];
    for changes in [changes.clone(), Vec::new(), changes.clone()] {
        let mut tx = database.store.begin().await.expect("a transaction");
        append_system(&mut tx, PRACTICE, at(9, 30), changes)
            .await
            .expect("an entry");
        tx.commit().await.expect("a commit");
    }
    let expected = [1, 2].map(|seq| LogEntry {
        seq,
        changes: changes.clone(),
        mutation: None,
    });
    assert_eq!(
        database.store.log_after(PRACTICE, 0, 9).await.expect("entries"),
        expected
    );
    assert_eq!(database.store.head(PRACTICE).await.expect("a head").seq, 2);
}

async fn another_log_makes_the_digests_due(database: Database) {
    fill(&database.store).await;
    database
        .run("UPDATE practice SET care_as_of = '2026-11-23', head = 7")
        .await
        .expect("digests");
    let epoch = fresh_epoch().expect("randomness");
    let mut tx = database.store.begin().await.expect("a transaction");
    begin_epoch(&mut tx, PRACTICE, epoch).await.expect("another log");
    tx.commit().await.expect("a commit");
    let head = database.store.head(PRACTICE).await.expect("a head");
    assert_eq!((head.epoch, head.seq), (epoch, 7));
    let mut tx = database.store.db().begin_read().await.expect("a transaction");
    assert_eq!(care_as_of(&mut tx, PRACTICE).await.expect("a day"), None);
    assert_eq!(database.store.log_from(PRACTICE).await.expect("a number"), 8);
}

async fn what_was_decided_is_kept_once(database: Database) {
    fill(&database.store).await;
    let refused = Decided {
        fingerprint: u64::MAX,
        refusal: Some(Refusal::ReasonMissing),
    };
    let done = Decided {
        fingerprint: 3,
        refusal: None,
    };
    let mut tx = database.store.begin().await.expect("a transaction");
    insert_decided(&mut tx, PRACTICE, SARA, (TABLET, Mid(1)), &refused)
        .await
        .expect("kept");
    insert_decided(&mut tx, PRACTICE, SARA, (TABLET, Mid(4)), &done)
        .await
        .expect("kept");
    tx.commit().await.expect("a commit");

    let mut tx = database.store.begin().await.expect("a transaction");
    assert_eq!(
        decided(&mut tx, PRACTICE, (TABLET, Mid(1)))
            .await
            .expect("a look"),
        Some(refused)
    );
    assert_eq!(
        decided(&mut tx, PRACTICE, (TABLET, Mid(2)))
            .await
            .expect("a look"),
        None
    );
    let expected = Standing {
        owner: SARA,
        last: Mid(4),
    };
    assert_eq!(
        standing(&mut tx, PRACTICE, TABLET).await.expect("a look"),
        Some(expected)
    );
    assert_eq!(
        standing(&mut tx, PRACTICE, ClientId(Uuid::nil()))
            .await
            .expect("a look"),
        None
    );
    let again = insert_decided(&mut tx, PRACTICE, SARA, (TABLET, Mid(4)), &done)
        .await
        .expect_err("kept before");
    assert_eq!(again.constraint(), Some(Constraint::Unique));
    drop(tx);
    let truth = database.store.truth(PRACTICE).await.expect("rows");
    assert_eq!(truth.client(TABLET), Some(expected));
}

async fn a_practice_can_begin_with_nothing(database: Database) {
    database
        .run(
            "INSERT INTO practice (id, name, window_from, log_epoch) VALUES
             ('00000000-0000-0000-0000-000000000001', 'Nuovo', '2026-11-16', '00000000-0000-0000-0000-00000000000e')",
        )
        .await
        .expect("a practice");
    let truth = database.store.truth(PRACTICE).await.expect("rows");
    assert_eq!((truth.head(), truth.rows().len()), (0, 1));
}
