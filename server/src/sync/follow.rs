//! Keeping up with what others have written: this server's own turn of the day, an import, another server process.

use std::sync::Arc;

use app_sync::server::{Commit, Event, LogEntry, Standing};
use app_sync::wire::ClientId;

use super::Inner;
use super::day;
use crate::store::log::{entries_after, head_of};
use crate::store::mutation::standing;
use crate::store::{StoreError, Tx};

/// Turns the day if it is due, and takes in what was written by somebody else.
pub(super) async fn follow(inner: &Arc<Inner>) -> Result<(), StoreError> {
    day::turn(&inner.store, inner.practice, inner.clock.present()).await?;
    let head = inner.store.head(inner.practice).await?;
    let known = inner.room().head();
    if head.epoch != known.epoch {
        return reload(inner).await;
    }
    if head.seq > known.seq {
        let mut tx = inner.store.db().begin_read().await?;
        catch_up(inner, &mut tx).await?;
        tx.rollback().await?;
    }
    Ok(())
}

/// Loads everything anew: the rows have changed in a way that the log does not tell.
async fn reload(inner: &Arc<Inner>) -> Result<(), StoreError> {
    let truth = inner.store.truth(inner.practice).await?;
    let log_from = inner.store.log_from(inner.practice).await?;
    tracing::info!(practice = %inner.practice, head = truth.head(), "rows loaded anew");
    inner.search.begin_anew();
    inner.room().reload(truth, log_from);
    Ok(())
}

/// Takes in the entries of the log that memory does not have. They are durable: this transaction has not written yet.
pub(super) async fn catch_up(inner: &Arc<Inner>, tx: &mut Tx) -> Result<(), StoreError> {
    let known = inner.room().head();
    if head_of(tx, inner.practice).await?.seq == known.seq {
        return Ok(());
    }
    let entries = entries_after(tx, inner.practice, known.seq).await?;
    let clients = standings_of(inner, tx, &entries).await?;
    inner.handle(Event::Committed(Commit {
        entries,
        clients,
        answers: Vec::new(),
    }));
    Ok(())
}

async fn standings_of(
    inner: &Arc<Inner>,
    tx: &mut Tx,
    entries: &[LogEntry],
) -> Result<Vec<(ClientId, Standing)>, StoreError> {
    let mut standings = Vec::new();
    for client in entries
        .iter()
        .filter_map(|entry| entry.mutation.map(|(client, _)| client))
    {
        standings.extend(
            standing(tx, inner.practice, client)
                .await?
                .map(|standing| (client, standing)),
        );
    }
    Ok(standings)
}
