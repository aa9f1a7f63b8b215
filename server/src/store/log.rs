//! The change log and its head.

use app_domain::id::PracticeId;
use app_domain::rows::Change;
use app_domain::time::Instant;
use app_sync::server::{LogEntry, LogEpoch};
use app_sync::wire::{ClientId, Mid};

use super::column::{from_json, parsed, to_json, unreadable, wide};
use super::{Store, StoreError, Tx, sql};

/// Name of the PostgreSQL channel on which server processes tell each other that a practice's head has moved.
pub const CHANNEL: &str = "richiamo_head";

/// How far the log of a practice is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Head {
    /// Which log.
    pub epoch: LogEpoch,
    /// Number of the last entry; 0 before the first.
    pub seq: u64,
}

type HeadColumns = (String, i64);

fn read_head((epoch, seq): HeadColumns) -> Result<Head, StoreError> {
    let seq = u64::try_from(seq).map_err(|_| unreadable("practice.head", seq))?;
    Ok(Head {
        epoch: LogEpoch(parsed("practice.log_epoch", &epoch)?),
        seq,
    })
}

impl Store {
    /// How far the log is now.
    pub async fn head(&self, practice: PracticeId) -> Result<Head, StoreError> {
        let row = sql!(
            self.db(),
            one::<HeadColumns>,
            "SELECT log_epoch, head FROM practice WHERE id = $1",
            practice.to_string(),
        )?;
        read_head(row)
    }

    /// Number of the first entry that the log still has; one above the head where it has none.
    pub async fn log_from(&self, practice: PracticeId) -> Result<u64, StoreError> {
        let (from,) = sql!(
            self.db(),
            one::<(i64,)>,
            "SELECT coalesce((SELECT min(seq) FROM change_log WHERE practice_id = $1), head + 1)
             FROM practice WHERE id = $1",
            practice.to_string(),
        )?;
        u64::try_from(from).map_err(|_| unreadable("change_log.seq", from))
    }

    /// The next entries after a number, in order: at most `limit`.
    pub async fn log_after(
        &self,
        practice: PracticeId,
        after: u64,
        limit: u32,
    ) -> Result<Vec<LogEntry>, StoreError> {
        let rows = sql!(
            self.db(),
            all::<EntryColumns>,
            "SELECT seq, changes, client_id, mid FROM change_log WHERE practice_id = $1 AND seq > $2
             ORDER BY seq LIMIT $3",
            practice.to_string(),
            wide(after),
            i64::from(limit),
        )?;
        rows.into_iter().map(read_entry).collect()
    }
}

/// How far the log is, as this transaction sees it.
pub async fn head_of(tx: &mut Tx, practice: PracticeId) -> Result<Head, StoreError> {
    let row = sql!(
        tx,
        one::<HeadColumns>,
        "SELECT log_epoch, head FROM practice WHERE id = $1",
        practice.to_string()
    )?;
    read_head(row)
}

/// How far the log is, and will stay until this transaction ends: who writes a practice's log comes here first.
///
/// On SQLite the transaction is the only one that writes anyway.
pub async fn lock_head(tx: &mut Tx, practice: PracticeId) -> Result<Head, StoreError> {
    let row = sql!(
        tx,
        one::<HeadColumns>,
        {
            sqlite: "SELECT log_epoch, head FROM practice WHERE id = $1",
            postgres: "SELECT log_epoch, head FROM practice WHERE id = $1 FOR UPDATE",
        },
        practice.to_string(),
    )?;
    read_head(row)
}

/// Adds an entry. The head is moved afterwards, once for all entries of the transaction.
pub async fn append(
    tx: &mut Tx,
    practice: PracticeId,
    at: Instant,
    entry: &LogEntry,
) -> Result<(), StoreError> {
    let (client, mid) = entry.mutation.unzip();
    sql!(
        tx,
        execute,
        "INSERT INTO change_log (practice_id, seq, at, changes, client_id, mid) VALUES ($1, $2, $3, $4, $5, $6)",
        practice.to_string(),
        wide(entry.seq),
        at.0,
        to_json(&entry.changes),
        client.map(|client| client.0.to_string()),
        mid.map(|mid| wide(mid.0)),
    )?;
    Ok(())
}

/// Moves the head from where it was locked: the last statement of a transaction. Other processes hear of it when the
/// transaction is durable, not before.
pub async fn move_head(tx: &mut Tx, practice: PracticeId, from: u64, to: u64) -> Result<(), StoreError> {
    if let Tx::Postgres(_) = tx {
        let news = format!("{practice} {to}");
        sql!(tx, execute, { sqlite: "SELECT 1", postgres: "SELECT pg_notify($1, $2)" }, CHANNEL, news)?;
    }
    let moved = sql!(
        tx,
        execute,
        "UPDATE practice SET head = $3 WHERE id = $1 AND head = $2",
        practice.to_string(),
        wide(from),
        wide(to),
    )?;
    if moved == 1 {
        Ok(())
    } else {
        Err(unreadable(
            "practice.head",
            "another number than the one that was locked",
        ))
    }
}

/// Adds an entry for what the server does by itself, and moves the head: the last call of its transaction.
///
/// The rows themselves are written by the caller, earlier in the transaction. Nothing is added for no change.
pub async fn append_system(
    tx: &mut Tx,
    practice: PracticeId,
    at: Instant,
    changes: Vec<Change>,
) -> Result<(), StoreError> {
    if changes.is_empty() {
        return Ok(());
    }
    let Head { seq, .. } = lock_head(tx, practice).await?;
    append(
        tx,
        practice,
        at,
        &LogEntry {
            seq: seq + 1,
            changes,
            mutation: None,
        },
    )
    .await?;
    move_head(tx, practice, seq, seq + 1).await
}

/// Begins another log, as the last call of its transaction, because rows have changed in a way that no entry tells (an
/// import, a restore): every device takes a fresh snapshot, every running server loads its rows again and makes the
/// digests anew.
///
/// On PostgreSQL the transaction begins with [`lock_head`], so that no server decides anything on rows that are about to
/// change.
pub async fn begin_epoch(tx: &mut Tx, practice: PracticeId, epoch: LogEpoch) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "UPDATE practice SET care_as_of = NULL WHERE id = $1",
        practice.to_string()
    )?;
    renew_epoch(tx, practice, epoch).await
}

/// Begins another log while the digests stay good. The numbers go on, so that the head never moves back.
pub async fn renew_epoch(tx: &mut Tx, practice: PracticeId, epoch: LogEpoch) -> Result<(), StoreError> {
    let Head { seq, .. } = lock_head(tx, practice).await?;
    sql!(
        tx,
        execute,
        "UPDATE practice SET log_epoch = $2 WHERE id = $1",
        practice.to_string(),
        epoch.0.to_string(),
    )?;
    move_head(tx, practice, seq, seq).await
}

/// A name for another log, that nobody can guess: the cursors of devices are sealed with it.
///
/// # Errors
/// When the machine gives no randomness.
pub fn fresh_epoch() -> Result<LogEpoch, StoreError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(LogEpoch(uuid::Builder::from_random_bytes(bytes).into_uuid()))
}

type EntryColumns = (i64, String, Option<String>, Option<i64>);

/// The entries after a number, in order.
pub async fn entries_after(
    tx: &mut Tx,
    practice: PracticeId,
    after: u64,
) -> Result<Vec<LogEntry>, StoreError> {
    let rows = sql!(
        tx,
        all::<EntryColumns>,
        "SELECT seq, changes, client_id, mid FROM change_log WHERE practice_id = $1 AND seq > $2 ORDER BY seq",
        practice.to_string(),
        wide(after),
    )?;
    rows.into_iter().map(read_entry).collect()
}

fn read_entry((seq, changes, client, mid): EntryColumns) -> Result<LogEntry, StoreError> {
    let mutation = match (client, mid) {
        (Some(client), Some(mid)) => {
            let mid = u64::try_from(mid).map_err(|_| unreadable("change_log.mid", mid))?;
            Some((ClientId(parsed("change_log.client_id", &client)?), Mid(mid)))
        }
        _ => None,
    };
    Ok(LogEntry {
        seq: u64::try_from(seq).map_err(|_| unreadable("change_log.seq", seq))?,
        changes: from_json("change_log.changes", &changes)?,
        mutation,
    })
}
