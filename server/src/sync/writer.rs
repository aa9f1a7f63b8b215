//! The one writer: takes whatever queued while the last commit ran, a savepoint each, one commit, and only then answers
//! and tells the others.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use app_domain::refusal::Refusal;
use app_domain::rows::{Change, Key, Row};
use app_domain::time::{Instant, Now};
use app_sync::server::{Decided, Event, LogEntry, Plan, Planned, Submission, Verdict};
use app_sync::wire::{ClientId, Mid};
use tokio::sync::mpsc;
use tokio::time::{Duration, MissedTickBehavior, interval};

use super::Inner;
use super::books;
use super::follow::{catch_up, follow};
use crate::store::appointment::in_the_way;
use crate::store::change::write_changes;
use crate::store::log::{append, lock_head, move_head};
use crate::store::mutation::{decided, insert_decided, standing};
use crate::store::refused::Constraint;
use crate::store::{StoreError, Tx};

/// How often the head is looked at, in seconds: another process may have moved it without being heard.
const LOOK_EVERY: u64 = 5;

/// Mutations in one commit. More would make the first ones wait too long for their answer.
const BATCH: usize = 512;

/// Writes until it is told to stop; what has queued until then is written.
pub(super) async fn run(inner: &Arc<Inner>, mut queue: mpsc::UnboundedReceiver<Submission>) {
    let mut look = interval(Duration::from_secs(LOOK_EVERY));
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let first = tokio::select! {
            // In this order: a queue that never empties does not keep the day from turning, and is written before the end.
            biased;
            _ = look.tick() => None,
            submission = queue.recv() => submission,
            () = inner.poke.notified() => None,
            () = inner.stopped() => return,
        };
        let batch = gather(first, &mut queue);
        let done = if batch.is_empty() {
            follow(inner).await
        } else {
            write(inner, batch).await
        };
        if let Err(error) = done {
            report(&error);
        }
    }
}

fn gather(first: Option<Submission>, queue: &mut mpsc::UnboundedReceiver<Submission>) -> Vec<Submission> {
    let mut batch: Vec<Submission> = first.into_iter().collect();
    let size = |batch: &[Submission]| batch.iter().map(|one| one.mutations.len()).sum::<usize>();
    while size(&batch) < BATCH
        && let Ok(next) = queue.try_recv()
    {
        batch.push(next);
    }
    batch
}

/// Nothing can be promised on a disk that fails: what the kernel has dropped is not written by trying again.
fn report(error: &StoreError) {
    tracing::error!(%error, "not written");
    if error.is_disk_failure() {
        tracing::error!("the disk fails: stopping at once");
        std::process::abort();
    }
}

/// Writes a batch, in as many transactions as it takes. What cannot be written is put off.
async fn write(inner: &Arc<Inner>, mut batch: Vec<Submission>) -> Result<(), StoreError> {
    while !batch.is_empty() {
        match write_some(inner, &batch).await {
            Ok(rest) => batch = rest,
            Err(error) => {
                let postponed = inner.room().plan(batch, inner.clock.now()).postponed();
                inner.handle(Event::Committed(postponed));
                return Err(error);
            }
        }
    }
    Ok(())
}

/// One transaction. Returns what is left to be written.
async fn write_some(inner: &Arc<Inner>, batch: &[Submission]) -> Result<Vec<Submission>, StoreError> {
    let mut tx = inner.store.begin().await?;
    let head = lock_head(&mut tx, inner.practice).await?;
    if head.epoch != inner.room().head().epoch {
        tx.rollback().await?;
        follow(inner).await?;
        return Ok(batch.to_vec());
    }
    catch_up(inner, &mut tx).await?;
    learn_standings(inner, &mut tx, batch).await?;
    let now = inner.clock.now();
    let plan = inner.room().plan(batch.to_vec(), now);
    let written = write_plan(inner, &mut tx, plan, now).await?;
    let (from, to) = (head.seq, head.seq + written.plan.entries().count() as u64);
    if from < to {
        move_head(&mut tx, inner.practice, from, to).await?;
    }
    tx.commit().await?;
    if written.plan.entries().any(sets_acts) {
        // Other acts count now: where they do, the digests are made anew, beside the writers who follow.
        inner.poke.notify_one();
    }
    let rest = rest_of(batch, written.plan.items.len());
    inner.handle(Event::Committed(written.plan.committed(&written.stored)));
    Ok(rest)
}

/// Whether an entry sets which acts count, for the table of risk or for recalls.
fn sets_acts(entry: &LogEntry) -> bool {
    let is_rule = |change: &Change| matches!(change.key(), Key::RiskRule(_) | Key::CallSettings);
    entry.changes.iter().any(is_rule)
}

/// How far the clients are is in the database: one of them may have been with another process before.
async fn learn_standings(inner: &Arc<Inner>, tx: &mut Tx, batch: &[Submission]) -> Result<(), StoreError> {
    let clients: BTreeSet<ClientId> = batch.iter().map(|submission| submission.client).collect();
    for client in clients {
        if let Some(standing) = standing(tx, inner.practice, client).await? {
            inner.room().learn(client, standing);
        }
    }
    Ok(())
}

/// What was written of a plan: all of it, or up to what the database refused.
struct Written {
    plan: Plan,
    stored: BTreeMap<(ClientId, Mid), Decided>,
}

async fn write_plan(
    inner: &Arc<Inner>,
    tx: &mut Tx,
    plan: Plan,
    now: Instant,
) -> Result<Written, StoreError> {
    let mut items = Vec::with_capacity(plan.items.len());
    let mut stored = BTreeMap::new();
    for mut item in plan.items {
        let key = (item.client, item.mid);
        match &mut item.verdict {
            Verdict::Answer(_) => {}
            Verdict::Known { .. } => {
                stored.extend(
                    decided(tx, inner.practice, key)
                        .await?
                        .map(|decided| (key, decided)),
                );
            }
            Verdict::New { decided, entry } => {
                let (decided, mut entry) = (decided.clone(), entry.take());
                let refused = write_new(inner, tx, &item, &decided, entry.as_mut(), now).await?;
                let moves_digests = entry
                    .as_ref()
                    .is_some_and(|entry| books::moves_digests(&entry.changes));
                item.verdict = Verdict::New { decided, entry };
                if let Some(refused) = refused {
                    item.verdict = Verdict::New {
                        decided: refused,
                        entry: None,
                    };
                    items.push(item);
                    // What follows was decided as if this had been done: it is decided again.
                    break;
                }
                if moves_digests {
                    // Those digests are not in memory yet: what follows is decided when they are.
                    items.push(item);
                    break;
                }
            }
        }
        items.push(item);
    }
    Ok(Written {
        plan: Plan { items },
        stored,
    })
}

/// Writes a new mutation. Returns what is decided instead, where a constraint of the database does not let it pass.
async fn write_new(
    inner: &Arc<Inner>,
    tx: &mut Tx,
    item: &Planned,
    decided: &Decided,
    mut entry: Option<&mut LogEntry>,
    now: Instant,
) -> Result<Option<Decided>, StoreError> {
    let (practice, member, key) = (inner.practice, item.actor.member, (item.client, item.mid));
    tx.mark().await?;
    let effect = match entry.as_deref_mut() {
        Some(entry) => write_entry(inner, tx, entry, now).await,
        None => Ok(()),
    };
    let refused = match effect {
        Ok(()) => {
            tx.keep().await?;
            None
        }
        Err(error) => {
            let Some(constraint) = error.constraint() else {
                return Err(error);
            };
            tracing::warn!(client = %item.client.0, mid = item.mid.0, %error, "passed by the rules, not by the database");
            tx.undo().await?;
            let refusal = explain(inner, tx, constraint, entry.as_deref()).await?;
            Some(Decided {
                fingerprint: decided.fingerprint,
                refusal: Some(refusal),
            })
        }
    };
    insert_decided(tx, practice, member, key, refused.as_ref().unwrap_or(decided)).await?;
    Ok(refused)
}

async fn write_entry(
    inner: &Arc<Inner>,
    tx: &mut Tx,
    entry: &mut LogEntry,
    now: Instant,
) -> Result<(), StoreError> {
    write_changes(tx, inner.practice, &entry.changes).await?;
    let digests = books::digests_after(tx, inner.practice, &entry.changes, Now::at(now)).await?;
    entry.changes.extend(digests);
    append(tx, inner.practice, now, entry).await
}

/// What to tell a person whose change the database did not take.
async fn explain(
    inner: &Arc<Inner>,
    tx: &mut Tx,
    constraint: Constraint,
    entry: Option<&LogEntry>,
) -> Result<Refusal, StoreError> {
    match constraint {
        Constraint::Unique => Ok(Refusal::AlreadyRecorded),
        Constraint::Reference => Ok(Refusal::NotFound),
        Constraint::Value => Ok(Refusal::UnfitValue),
        Constraint::Overlap => {
            for change in entry.iter().flat_map(|entry| &entry.changes) {
                let Change::Put {
                    row: Row::Appointment(visit),
                } = change
                else {
                    continue;
                };
                if let Some((other, common)) = in_the_way(tx, inner.practice, visit).await? {
                    return Ok(Refusal::PlaceTaken {
                        by: other.id,
                        patient: other.patient,
                        common,
                    });
                }
            }
            Ok(Refusal::NotAPlace)
        }
    }
}

/// A batch without its first mutations.
fn rest_of(batch: &[Submission], mut done: usize) -> Vec<Submission> {
    let mut rest = Vec::new();
    for submission in batch {
        let here = done.min(submission.mutations.len());
        done -= here;
        if here == submission.mutations.len() {
            continue;
        }
        let mut left = submission.clone();
        left.after = left
            .mutations
            .drain(..here)
            .map(|mutation| mutation.mid)
            .fold(left.after, Mid::max);
        rest.push(left);
    }
    rest
}
