//! What keeps a running server informed and its files small.

use sqlx::postgres::PgListener;

use super::log::CHANNEL;
use super::{Db, Store, StoreError};

/// Hears when a server process on the same PostgreSQL has moved a head.
#[derive(Debug)]
pub struct Listener(PgListener);

impl Store {
    /// Listens to other processes; `None` on SQLite, where there is nothing to hear.
    ///
    /// What is heard is a hint. What is not heard (a lost connection) is found by looking at the head every few seconds.
    pub async fn listen(&self) -> Result<Option<Listener>, StoreError> {
        let Db::Postgres(pool) = self.db() else {
            return Ok(None);
        };
        let mut listener = PgListener::connect_with(pool).await?;
        listener.listen(CHANNEL).await?;
        Ok(Some(Listener(listener)))
    }

    /// Moves what is in SQLite's write-ahead log into its file, without waiting for anybody and without making anybody
    /// wait: the connection that writes never does this itself. Nothing to do on PostgreSQL.
    pub async fn checkpoint(&self) -> Result<(), StoreError> {
        if let Db::Sqlite { read, .. } = self.db() {
            sqlx::query("PRAGMA wal_checkpoint(PASSIVE)")
                .execute(read)
                .await?;
        }
        Ok(())
    }
}

impl Listener {
    /// Returns when a head may have moved.
    pub async fn heard(&mut self) -> Result<(), StoreError> {
        self.0.recv().await?;
        Ok(())
    }
}
