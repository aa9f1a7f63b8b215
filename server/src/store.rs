//! The store: relational tables in SQLite or PostgreSQL, with one code for both. SQL is written here and nowhere else.

pub mod absence;
pub mod accounts;
pub mod appointment;
pub mod attempt;
pub mod budget;
pub mod call_settings;
pub mod care;
pub mod chair;
pub mod change;
pub mod claim;
pub mod clinician;
pub mod closure;
mod column;
pub mod day_note;
mod db;
pub mod export;
pub mod history;
pub mod import;
pub mod listen;
pub mod log;
pub mod member;
pub mod mutation;
pub mod patient;
pub mod payment;
pub mod practice;
pub mod recall;
pub mod refused;
pub mod request;
pub mod rescued;
pub mod review;
pub mod risk_marks;
pub mod risk_rule;
pub mod search;
pub mod shared_view;
pub mod treatment_consent;
pub mod truth;
pub mod visit_type;

use std::str::FromStr;
use std::time::Duration;

use app_domain::rows::Key;
use sqlx::Sqlite;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use thiserror::Error;

pub(crate) use db::sql;
pub use db::{Db, Engine, Tx};
pub use history::Families;

/// Versions of SQLite below this one can damage the write-ahead log of a database with several connections.
const OLDEST_SQLITE: (u32, u32, u32) = (3, 51, 3);

/// Connections that read; SQLite writes through one more.
const READERS: u32 = 4;

/// How long a statement waits for a lock, and a caller for a connection.
const PATIENCE: Duration = Duration::from_secs(30);

/// Why the store did not do what was asked.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The address is neither a file nor a PostgreSQL server.
    #[error("`{0}` is not a database: give a file, `sqlite:FILE` or `postgres://…`")]
    Address(String),
    /// The SQLite that is linked in is too old to be trusted with data.
    #[error("SQLite {0} can damage its write-ahead log; 3.51.3 or later is needed")]
    OldSqlite(String),
    /// The database answered with an error.
    #[error("database: {0}")]
    Sql(#[from] sqlx::Error),
    /// The tables could not be brought up to date.
    #[error("migration: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// A column holds what no version of this program has written.
    #[error("column {column} holds `{value}`")]
    Column {
        /// Which.
        column: &'static str,
        /// What it holds.
        value: String,
    },
    /// The machine gives no randomness.
    #[error("randomness: {0}")]
    Randomness(#[from] getrandom::Error),
    /// Rows of that kind are not written so: history is never deleted, and digests are made by the turn of the day.
    #[error("{0:?} is not written by a change")]
    Kept(Key),
}

/// The open database, with its tables up to date. Clones share the connections.
#[derive(Clone, Debug)]
pub struct Store {
    db: Db,
}

impl Store {
    /// Opens `sqlite:FILE` or a plain file name (made where there is none) or `postgres://…`, and brings its tables up
    /// to date.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let db = if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            open_postgres(url).await?
        } else {
            open_sqlite(url).await?
        };
        Ok(Self { db })
    }

    /// The database, for reading: `sql!(store.db(), …)`.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Begins a transaction that writes. On SQLite there is one at a time, and it waits for its turn here.
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        Ok(self.db.begin().await?)
    }

    /// Closes every connection, once those in use are given back.
    pub async fn close(&self) {
        self.db.close().await;
    }
}

async fn open_sqlite(url: &str) -> Result<Db, StoreError> {
    let file = url
        .strip_prefix("sqlite://")
        .or_else(|| url.strip_prefix("sqlite:"))
        .unwrap_or(url);
    if file.is_empty() || file.contains("://") {
        return Err(StoreError::Address(url.to_owned()));
    }
    // The time to wait for a lock is set by the driver before any of these pragmas, and so before WAL is asked for.
    // `mmap_size` stays 0: an I/O error on mapped memory kills the process without a word.
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .busy_timeout(PATIENCE)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true);
    let write = SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(PATIENCE)
        .idle_timeout(None)
        .max_lifetime(None)
        // Checkpoints are made beside the writer: see `Store::checkpoint`.
        .connect_with(options.clone().pragma("wal_autocheckpoint", "0"))
        .await?;
    let version: String = sqlx::query_scalar::<Sqlite, _>("SELECT sqlite_version()")
        .fetch_one(&write)
        .await?;
    if !is_recent(&version) {
        return Err(StoreError::OldSqlite(version));
    }
    sqlx::migrate!("migrations/sqlite").run(&write).await?;
    let read = SqlitePoolOptions::new()
        .max_connections(READERS)
        .acquire_timeout(PATIENCE)
        .connect_with(options.pragma("query_only", "1"))
        .await?;
    Ok(Db::Sqlite { write, read })
}

async fn open_postgres(url: &str) -> Result<Db, StoreError> {
    let options = PgConnectOptions::from_str(url)?;
    let pool = PgPoolOptions::new()
        .max_connections(READERS + 4)
        .acquire_timeout(PATIENCE)
        .connect_with(options)
        .await?;
    sqlx::migrate!("migrations/postgres").run(&pool).await?;
    Ok(Db::Postgres(pool))
}

fn is_recent(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    (next(), next(), next()) >= OLDEST_SQLITE
}

#[cfg(test)]
mod tests {
    use super::is_recent;

    #[test]
    fn a_sqlite_that_can_damage_its_log_is_too_old() {
        assert!(!is_recent("3.51.2"));
        assert!(!is_recent("3.9.9"));
        assert!(is_recent("3.51.3"));
        assert!(is_recent("3.52.0"));
        assert!(is_recent("4.0.0"));
    }
}
