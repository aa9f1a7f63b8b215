//! How the engines are opened.

use server::store::refused::Constraint;
use server::store::{Db, Store, StoreError};
use sqlx::SqlitePool;

use super::database::Database;
use super::small_practice::{PRACTICE, fill, now};

super::on_both_engines!(
    a_database_can_be_opened_again_and_holds_what_it_held,
    an_open_reader_sees_one_state,
);

async fn a_database_can_be_opened_again_and_holds_what_it_held(database: Database) {
    fill(&database.store).await;
    let before = database.store.truth(PRACTICE).await.expect("rows");
    database.store.checkpoint().await.expect("a checkpoint");
    database.store.close().await;
    let again = database.again().await.truth(PRACTICE).await.expect("rows");
    assert_eq!(before.rows(), again.rows());
    assert_eq!((before.epoch(), before.head()), (again.epoch(), again.head()));
}

async fn an_open_reader_sees_one_state(database: Database) {
    fill(&database.store).await;
    let mut reading = database.store.db().begin_read().await.expect("a transaction");
    let count = server::store::care::care_as_of(&mut reading, PRACTICE)
        .await
        .expect("a day");
    server::sync::day::turn(&database.store, PRACTICE, now())
        .await
        .expect("a turn");
    let again = server::store::care::care_as_of(&mut reading, PRACTICE)
        .await
        .expect("a day");
    assert_eq!(count, again);
}

async fn pragma(pool: &SqlitePool, name: &'static str) -> String {
    let sql = sqlx::AssertSqlSafe(format!("SELECT CAST({name} AS TEXT) FROM pragma_{name}"));
    sqlx::query_scalar(sql).fetch_one(pool).await.expect("a pragma")
}

#[tokio::test]
async fn sqlite_is_opened_so_that_nothing_is_lost() {
    let database = Database::sqlite().await;
    let Db::Sqlite { write, read } = database.store.db() else {
        panic!("a file")
    };
    for pool in [write, read] {
        assert_eq!(pragma(pool, "journal_mode").await, "wal");
        assert_eq!(pragma(pool, "synchronous").await, "2");
        assert_eq!(pragma(pool, "foreign_keys").await, "1");
        assert_eq!(
            sqlx::query_scalar::<_, i64>("PRAGMA busy_timeout")
                .fetch_one(pool)
                .await
                .expect("it"),
            30_000
        );
        assert_eq!(
            sqlx::query_scalar::<_, i64>("PRAGMA mmap_size")
                .fetch_one(pool)
                .await
                .expect("it"),
            0
        );
    }
    assert_eq!(
        sqlx::query_scalar::<_, i64>("PRAGMA wal_autocheckpoint")
            .fetch_one(write)
            .await
            .expect("it"),
        0
    );
    let version: String = sqlx::query_scalar("SELECT sqlite_version()")
        .fetch_one(read)
        .await
        .expect("a version");
    let parts: Vec<u32> = version
        .split('.')
        .map(|part| part.parse().expect("a number"))
        .collect();
    assert!(
        parts >= vec![3, 51, 3],
        "{version} can damage its write-ahead log"
    );
}

#[tokio::test]
async fn connections_that_read_cannot_write() {
    let database = Database::sqlite().await;
    fill(&database.store).await;
    let Db::Sqlite { read, .. } = database.store.db() else {
        panic!("a file")
    };
    assert!(sqlx::query("DELETE FROM closure").execute(read).await.is_err());
}

#[tokio::test]
async fn a_damaged_file_is_told_from_a_constraint() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("damaged.db");
    std::fs::write(&file, "no database ".repeat(1_000)).expect("a file");
    let damaged = Store::open(&file.display().to_string())
        .await
        .expect_err("no database");
    assert!(damaged.is_disk_failure(), "{damaged}");
    assert_eq!(damaged.constraint(), None);

    let database = Database::sqlite().await;
    fill(&database.store).await;
    let twice = database
        .run("INSERT INTO practice SELECT * FROM practice")
        .await
        .map_err(StoreError::from);
    let twice = twice.expect_err("it is there");
    assert!(!twice.is_disk_failure());
    assert_eq!(twice.constraint(), Some(Constraint::Unique));
}

#[tokio::test]
async fn an_address_that_is_no_database_is_named() {
    for address in ["", "sqlite:", "mysql://localhost/x"] {
        let refused = Store::open(address).await.expect_err("no database");
        assert!(matches!(refused, StoreError::Address(named) if named == address));
    }
}
