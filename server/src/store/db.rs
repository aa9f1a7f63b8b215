//! Two engines behind one macro.

use sqlx::{PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};

/// One of two things of one kind: that of SQLite, or that of PostgreSQL.
#[derive(Debug)]
pub enum Engine<S, P> {
    /// SQLite's.
    Sqlite(S),
    /// PostgreSQL's.
    Postgres(P),
}

/// The connections to a database.
#[derive(Clone, Debug)]
pub enum Db {
    /// A file: one connection writes, the others read.
    Sqlite {
        /// The one connection that writes.
        write: SqlitePool,
        /// Those that read, and cannot write.
        read: SqlitePool,
    },
    /// A server.
    Postgres(PgPool),
}

impl Db {
    /// Begins a transaction that writes.
    pub async fn begin(&self) -> Result<Tx, sqlx::Error> {
        Ok(match self {
            // A transaction that begins as a reader can fail when it wants to write; one that begins as a writer waits.
            Self::Sqlite { write, .. } => Tx::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Begins a transaction that reads one state of the database, whatever is written meanwhile.
    pub async fn begin_read(&self) -> Result<Tx, sqlx::Error> {
        Ok(match self {
            Self::Sqlite { read, .. } => Tx::Sqlite(read.begin().await?),
            Self::Postgres(pool) => Tx::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .await?,
            ),
        })
    }

    /// What executes a statement that reads.
    pub fn target(&self) -> Engine<&SqlitePool, &PgPool> {
        match self {
            Self::Sqlite { read, .. } => Engine::Sqlite(read),
            Self::Postgres(pool) => Engine::Postgres(pool),
        }
    }

    /// Closes every connection, once those in use are given back.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

/// An open transaction. Dropped without [`Tx::commit`], it leaves nothing.
#[derive(Debug)]
pub enum Tx {
    /// On SQLite.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    /// What executes a statement.
    pub fn target(&mut self) -> Engine<&mut SqliteConnection, &mut PgConnection> {
        match self {
            Self::Sqlite(tx) => Engine::Sqlite(tx),
            Self::Postgres(tx) => Engine::Postgres(tx),
        }
    }

    /// Makes everything durable.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(tx) => tx.commit().await,
            Self::Postgres(tx) => tx.commit().await,
        }
    }

    /// Undoes everything.
    pub async fn rollback(self) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(tx) => tx.rollback().await,
            Self::Postgres(tx) => tx.rollback().await,
        }
    }

    /// Marks a point to which [`Tx::undo`] comes back. Points do not nest.
    pub async fn mark(&mut self) -> Result<(), sqlx::Error> {
        sql!(self, execute, "SAVEPOINT mark").map(drop)
    }

    /// Undoes what was done since [`Tx::mark`]; what was done before stays.
    pub async fn undo(&mut self) -> Result<(), sqlx::Error> {
        sql!(self, execute, "ROLLBACK TO SAVEPOINT mark")?;
        self.keep().await
    }

    /// Keeps what was done since [`Tx::mark`].
    pub async fn keep(&mut self) -> Result<(), sqlx::Error> {
        sql!(self, execute, "RELEASE SAVEPOINT mark").map(drop)
    }
}

/// Runs one statement, with `$1` placeholders, on either engine: on a [`Db`], where it can only read, or in a [`Tx`].
///
/// * `sql!(tx, execute, "UPDATE … WHERE id = $1", id)?` gives the number of rows affected;
/// * `sql!(db, all::<T>, "SELECT …")?` gives every row, `one::<T>` exactly one, `optional::<T>` one or none, where `T`
///   is a tuple or derives `sqlx::FromRow`; every whole number is an `i64`.
///
/// Where the engines differ, `{ sqlite: "…", postgres: "…" }` stands for the statement.
macro_rules! sql {
    ($on:expr, execute, { sqlite: $sqlite:expr, postgres: $postgres:expr $(,)? } $(, $arg:expr)* $(,)?) => {
        match $on.target() {
            $crate::store::Engine::Sqlite(on) => {
                sqlx::query::<sqlx::Sqlite>($sqlite)$(.bind($arg))*.execute(on).await.map(|done| done.rows_affected())
            }
            $crate::store::Engine::Postgres(on) => {
                sqlx::query::<sqlx::Postgres>($postgres)$(.bind($arg))*.execute(on).await.map(|done| done.rows_affected())
            }
        }
    };
    ($on:expr, all::<$row:ty>, $sql:tt $(, $arg:expr)* $(,)?) => {
        $crate::store::sql!(@fetch $on, fetch_all, $row, $sql $(, $arg)*)
    };
    ($on:expr, one::<$row:ty>, $sql:tt $(, $arg:expr)* $(,)?) => {
        $crate::store::sql!(@fetch $on, fetch_one, $row, $sql $(, $arg)*)
    };
    ($on:expr, optional::<$row:ty>, $sql:tt $(, $arg:expr)* $(,)?) => {
        $crate::store::sql!(@fetch $on, fetch_optional, $row, $sql $(, $arg)*)
    };
    (@fetch $on:expr, $fetch:ident, $row:ty, { sqlite: $sqlite:expr, postgres: $postgres:expr $(,)? } $(, $arg:expr)*) => {
        match $on.target() {
            $crate::store::Engine::Sqlite(on) => {
                sqlx::query_as::<sqlx::Sqlite, $row>($sqlite)$(.bind($arg))*.$fetch(on).await
            }
            $crate::store::Engine::Postgres(on) => {
                sqlx::query_as::<sqlx::Postgres, $row>($postgres)$(.bind($arg))*.$fetch(on).await
            }
        }
    };
    (@fetch $on:expr, $fetch:ident, $row:ty, $sql:tt $(, $arg:expr)*) => {
        $crate::store::sql!(@fetch $on, $fetch, $row, { sqlite: $sql, postgres: $sql } $(, $arg)*)
    };
    ($on:expr, execute, $sql:tt $(, $arg:expr)* $(,)?) => {
        $crate::store::sql!($on, execute, { sqlite: $sql, postgres: $sql } $(, $arg)*)
    };
}
pub(crate) use sql;
