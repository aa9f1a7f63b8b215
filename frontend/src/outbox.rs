//! The outbox on the device's disk: one record per mutation, in IndexedDB, written with strict durability.
//!
//! One database per person, so that another person's sign-in neither sees nor drops what waits here. Within it, one outbox
//! per page: mutations are numbered per client, and two tabs (or a cloned one) must not share numbers. A page holds a
//! Web Lock named after its client for as long as it lives; a page that starts takes over the oldest outbox whose lock
//! is free and that still holds work, as its own, else it opens a new one. A page whose own outbox is settled looks from
//! time to time whether another tab has left one behind, and takes that over too.

use std::cell::Cell;

use app_domain::id::MemberId;
use app_sync::outbox::OutboxRecord;
use app_sync::wire::{ClientId, Mid};
use indexed_db_futures::database::Database;
use indexed_db_futures::error::Error;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{TransactionDurability, TransactionMode, TransactionOptions};
use serde::{Deserialize, Serialize};

use crate::clock;
use crate::locks::Locks;

const RECORDS: &str = "record";
const CLIENTS: &str = "client";

/// The outbox of this page.
pub struct Outbox {
    client: Cell<ClientId>,
    /// `None` where this browser keeps nothing: what is typed lives only as long as the page.
    disk: Option<Database>,
    last_mid: Cell<Mid>,
}

/// What rested on the disk, of one client.
pub struct Rested {
    /// Whose numbers they bear.
    pub client: ClientId,
    /// In the order of their numbers.
    pub records: Vec<OutboxRecord>,
    /// The highest number that was ever kept here.
    pub last_mid: Mid,
}

/// A record as it lies in the database, as JSON: later, encrypted.
#[derive(Serialize, Deserialize)]
struct Lying {
    client: ClientId,
    record: OutboxRecord,
}

/// An outbox as it lies in the database.
#[derive(Serialize, Deserialize)]
struct LyingClient {
    client: ClientId,
    last_mid: Mid,
}

/// The record could not be written: it lives in memory only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotKept;

impl Outbox {
    /// Opens the outbox of a person: the oldest one that waits and that no page holds, or a new one.
    pub async fn open(person: MemberId) -> (Self, Rested) {
        let fresh = Rested {
            client: ClientId(clock::new_id()),
            records: Vec::new(),
            last_mid: Mid(0),
        };
        let (Some(locks), Ok(disk)) = (Locks::of_browser(), open_disk(person).await) else {
            return Self::with(None, fresh);
        };
        match take_over(&locks, &disk).await {
            Ok(Some(rested)) => Self::with(Some(disk), rested),
            Ok(None) if locks.take(&lock_name(fresh.client)).await => Self::with(Some(disk), fresh),
            Ok(None) | Err(_) => Self::with(None, fresh),
        }
    }

    fn with(disk: Option<Database>, rested: Rested) -> (Self, Rested) {
        (
            Self {
                client: Cell::new(rested.client),
                disk,
                last_mid: Cell::new(rested.last_mid),
            },
            rested,
        )
    }

    /// Takes hold of an outbox that a closed tab has left behind, if there is one. What comes of it is to be told to
    /// [`Self::go_on_with`].
    pub async fn left_behind(&self) -> Option<Rested> {
        take_over(&Locks::of_browser()?, self.disk.as_ref()?)
            .await
            .ok()
            .flatten()
    }

    /// From now on the mutations of this page are numbered and kept with those of another outbox. Right only while
    /// nothing of this page's own waits.
    pub fn go_on_with(&self, rested: &Rested) {
        self.client.set(rested.client);
        self.last_mid.set(rested.last_mid);
    }

    /// Whether what is kept here outlives the page.
    pub fn is_durable(&self) -> bool {
        self.disk.is_some()
    }

    /// Writes a record. Resolves once the browser says that it rests on the disk, not when it is merely queued.
    pub async fn keep(&self, record: &OutboxRecord) -> Result<(), NotKept> {
        let disk = self.disk.as_ref().ok_or(NotKept)?;
        // A record that was refused is written once more, when later ones have long been kept.
        self.last_mid.set(self.last_mid.get().max(record.mutation.mid));
        let client = self.client.get();
        let lying = Lying {
            client,
            record: record.clone(),
        };
        let lying_client = LyingClient {
            client,
            last_mid: self.last_mid.get(),
        };
        let texts = serde_json::to_string(&lying)
            .and_then(|record| Ok((record, serde_json::to_string(&lying_client)?)));
        let (record_text, client_text) = texts.map_err(|_| NotKept)?;
        let write = async {
            let strict = TransactionOptions::new().with_durability(TransactionDurability::Strict);
            let writing = disk
                .transaction([RECORDS, CLIENTS])
                .with_mode(TransactionMode::Readwrite)
                .with_options(strict)
                .build()?;
            let name = record_name(client, record.mutation.mid);
            writing
                .object_store(RECORDS)?
                .put(record_text)
                .with_key(name)
                .primitive()?;
            writing
                .object_store(CLIENTS)?
                .put(client_text)
                .with_key(client.0.to_string())
                .primitive()?;
            writing.commit().await
        };
        write.await.map_err(|_: Error| NotKept)
    }

    /// Takes a record out. If this gets lost, the record is sent again and answered as a duplicate.
    pub async fn forget(&self, mid: Mid) {
        let Some(disk) = &self.disk else { return };
        let name = record_name(self.client.get(), mid);
        let erase = async {
            let writing = disk
                .transaction(RECORDS)
                .with_mode(TransactionMode::Readwrite)
                .build()?;
            writing.object_store(RECORDS)?.delete(name).primitive()?;
            writing.commit().await
        };
        let _: Result<(), Error> = erase.await;
    }
}

async fn open_disk(person: MemberId) -> Result<Database, indexed_db_futures::error::OpenDbError> {
    Database::open(format!("richiamo-{person}"))
        .with_version(1u8)
        .with_on_upgrade_needed(|_, disk| {
            disk.create_object_store(RECORDS).build()?;
            disk.create_object_store(CLIENTS).build()?;
            Ok(())
        })
        .await
}

/// Every outbox and every record of the person, in the order of their keys: clients by age, records by number.
async fn read(disk: &Database) -> Result<(Vec<LyingClient>, Vec<Lying>), Error> {
    let reading = disk.transaction([RECORDS, CLIENTS]).build()?;
    let clients = reading
        .object_store(CLIENTS)?
        .get_all::<String>()
        .primitive()?
        .await?;
    let records = reading
        .object_store(RECORDS)?
        .get_all::<String>()
        .primitive()?
        .await?;
    reading.commit().await?;
    let clients = clients
        .filter_map(|text| serde_json::from_str(&text.ok()?).ok())
        .collect();
    let records = records
        .filter_map(|text| serde_json::from_str(&text.ok()?).ok())
        .collect();
    Ok((clients, records))
}

/// The oldest outbox that holds work and whose page is gone, now held by this page.
async fn take_over(locks: &Locks, disk: &Database) -> Result<Option<Rested>, Error> {
    let held = locks.held().await;
    let (clients, records) = read(disk).await?;
    let is_free = |client: &ClientId| !held.contains(&lock_name(*client));
    let waits = |client: &ClientId| records.iter().any(|lying| lying.client == *client);
    let (waiting, done): (Vec<ClientId>, Vec<ClientId>) = clients
        .iter()
        .map(|lying| lying.client)
        .filter(is_free)
        .partition(waits);
    erase_clients(disk, &done).await?;
    for client in waiting {
        if locks.take(&lock_name(client)).await {
            // Read again: its page may have written until the moment it went.
            return Ok(Some(rested(disk, client).await?));
        }
    }
    Ok(None)
}

async fn rested(disk: &Database, client: ClientId) -> Result<Rested, Error> {
    let (clients, records) = read(disk).await?;
    let last_mid = clients
        .iter()
        .find(|lying| lying.client == client)
        .map(|lying| lying.last_mid);
    let own = records.into_iter().filter(|lying| lying.client == client);
    Ok(Rested {
        client,
        records: own.map(|lying| lying.record).collect(),
        last_mid: last_mid.unwrap_or_default(),
    })
}

/// Outboxes whose page is gone and where nothing waits are not used again.
async fn erase_clients(disk: &Database, clients: &[ClientId]) -> Result<(), Error> {
    if clients.is_empty() {
        return Ok(());
    }
    let writing = disk
        .transaction(CLIENTS)
        .with_mode(TransactionMode::Readwrite)
        .build()?;
    for client in clients {
        writing
            .object_store(CLIENTS)?
            .delete(client.0.to_string())
            .primitive()?;
    }
    writing.commit().await
}

fn lock_name(client: ClientId) -> String {
    format!("richiamo.outbox.{}", client.0)
}

/// Sorts as the numbers do.
fn record_name(client: ClientId, mid: Mid) -> String {
    format!("{}/{:020}", client.0, mid.0)
}
