//! A person's database in IndexedDB: their outboxes, and the key ring of their vault.
//!
//! Values are JSON texts. Of a record, whose number it bears may be read; what it says is sealed.

mod keys;
mod notes;

use app_domain::id::MemberId;
use app_sync::outbox::OutboxRecord;
use app_sync::wire::{ClientId, Mid};
use futures::channel::oneshot;
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use indexed_db_futures::database::Database;
use indexed_db_futures::error::Error;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction, TransactionDurability, TransactionMode, TransactionOptions,
};
use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::spawn_local;

use crate::vault::{RingKey, Sealed};

pub use notes::LyingNotes;

const RECORDS: &str = "record";
const CLIENTS: &str = "client";
const KEYS: &str = "key";
/// Version of the stores. In version 1 there were no keys, and records lay in clear.
const VERSION: u8 = 2;
/// Milliseconds that a page waits for its database. A page of the version before, still open, keeps it shut.
const PATIENCE: u32 = 5_000;

/// The database of one person.
pub struct Disk(Database);

/// A record as it lies there.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub enum LyingRecord {
    /// As it is written.
    Sealed(SealedRecord),
    /// As version 1 wrote it.
    Clear(ClearRecord),
}

/// A record whose content is sealed.
#[derive(Serialize, Deserialize)]
pub struct SealedRecord {
    /// Whose number it bears.
    pub client: ClientId,
    /// The number.
    pub mid: Mid,
    /// Version of the rows of which it speaks.
    pub schema: u32,
    /// What it says.
    pub sealed: Sealed,
}

/// A record of version 1.
#[derive(Serialize, Deserialize)]
pub struct ClearRecord {
    /// Whose number it bears.
    pub client: ClientId,
    /// What it says.
    pub record: OutboxRecord,
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Transactions that have begun still end.
        self.0.clone().close();
    }
}

impl LyingRecord {
    /// Whose number it bears.
    pub const fn client(&self) -> ClientId {
        match self {
            Self::Sealed(record) => record.client,
            Self::Clear(record) => record.client,
        }
    }
}

/// An outbox as it lies there.
#[derive(Serialize, Deserialize)]
pub struct LyingClient {
    /// Which.
    pub client: ClientId,
    /// The highest number that was ever kept in it.
    pub last_mid: Mid,
}

/// Everything that lies there but the keys, in their order: clients by age, records by number.
pub struct Lying {
    /// The outboxes.
    pub clients: Vec<LyingClient>,
    /// What waits in them.
    pub records: Vec<LyingRecord>,
    /// How many records are no records any more.
    pub broken: usize,
}

impl Disk {
    /// Opens the database of a person; `None` where the browser does not give it, or not in time.
    pub async fn open(person: MemberId) -> Option<Self> {
        let (answer, opened) = oneshot::channel();
        // Goes on beside even when nobody waits any more: an upgrade that is given up half-way would leave a database
        // without its stores.
        spawn_local(async move {
            let opening = Database::open(format!("richiamo-{person}")).with_version(VERSION);
            let opening = opening.with_on_upgrade_needed(|event, database| {
                if event.old_version() < 1.0 {
                    database.create_object_store(RECORDS).build()?;
                    database.create_object_store(CLIENTS).build()?;
                }
                database.create_object_store(KEYS).build()?;
                Ok(())
            });
            if let Ok(database) = opening.await
                && let Err(late) = answer.send(database)
            {
                late.close();
            }
        });
        match select(opened, TimeoutFuture::new(PATIENCE)).await {
            Either::Left((Ok(database), _)) => Some(Self(database)),
            Either::Left((Err(_), _)) | Either::Right(_) => None,
        }
    }

    /// Begins to write a record with its key and, with both, the highest number of its outbox. Once the transaction has
    /// committed, the browser says that they rest on the disk (`complete` of a strict transaction), not that they are
    /// merely queued.
    pub fn begin_keep(
        &self,
        record: &SealedRecord,
        key: &RingKey,
        client: &LyingClient,
    ) -> Result<Transaction<'_>, Error> {
        let writing = self.begin_strict([RECORDS, CLIENTS, KEYS])?;
        put(&writing, RECORDS, record_name(record.client, record.mid), record)?;
        put(&writing, CLIENTS, client_name(client.client), client)?;
        put(&writing, KEYS, key.id.to_string(), key)?;
        Ok(writing)
    }

    /// Begins to take a record out.
    pub fn begin_forget(&self, client: ClientId, mid: Mid) -> Result<Transaction<'_>, Error> {
        let writing = self.begin(RECORDS)?;
        delete(&writing, RECORDS, record_name(client, mid))?;
        Ok(writing)
    }

    /// Drops outboxes that hold nothing.
    pub async fn forget_clients(&self, clients: &[ClientId]) -> Result<(), Error> {
        if clients.is_empty() {
            return Ok(());
        }
        let writing = self.begin(CLIENTS)?;
        for client in clients {
            delete(&writing, CLIENTS, client_name(*client))?;
        }
        writing.commit().await
    }

    /// Writes sealed records, with their keys, in the place of those of version 1.
    pub async fn replace(&self, records: &[(SealedRecord, RingKey)]) -> Result<(), Error> {
        let writing = self.begin_strict([RECORDS, KEYS])?;
        for (record, key) in records {
            put(&writing, RECORDS, record_name(record.client, record.mid), record)?;
            put(&writing, KEYS, key.id.to_string(), key)?;
        }
        writing.commit().await
    }

    /// Reads everything but the keys.
    pub async fn read(&self) -> Result<Lying, Error> {
        let reading = self.0.transaction([RECORDS, CLIENTS]).build()?;
        let clients = texts(&reading, CLIENTS).await?;
        let texts = texts(&reading, RECORDS).await?;
        reading.commit().await?;
        let lying = texts.len();
        let records: Vec<LyingRecord> = texts.into_iter().filter_map(read).collect();
        Ok(Lying {
            clients: clients.into_iter().filter_map(read).collect(),
            broken: lying - records.len(),
            records,
        })
    }

    /// How many changes wait here, whether or not they can be read.
    pub async fn count(&self) -> usize {
        let count = async {
            let reading = self.0.transaction(RECORDS).build()?;
            let count = reading.object_store(RECORDS)?.count().primitive()?.await?;
            Ok::<_, Error>(count as usize)
        };
        count.await.unwrap_or_default()
    }

    fn begin_strict<const N: usize>(&self, stores: [&str; N]) -> Result<Transaction<'_>, Error> {
        let strict = TransactionOptions::new().with_durability(TransactionDurability::Strict);
        self.0
            .transaction(stores)
            .with_mode(TransactionMode::Readwrite)
            .with_options(strict)
            .build()
    }

    fn begin(&self, store: &str) -> Result<Transaction<'_>, Error> {
        self.0
            .transaction(store)
            .with_mode(TransactionMode::Readwrite)
            .build()
    }
}

fn put(writing: &Transaction<'_>, store: &str, name: String, value: &impl Serialize) -> Result<(), Error> {
    let text = serde_json::to_string(value).expect("these hold no maps with keys other than strings");
    let store = writing.object_store(store)?;
    store.put(text).with_key(name).primitive()?;
    Ok(())
}

fn delete(writing: &Transaction<'_>, store: &str, name: String) -> Result<(), Error> {
    writing.object_store(store)?.delete(name).primitive()?;
    Ok(())
}

/// The values of a store; an empty text stands for one that is none.
async fn texts(reading: &Transaction<'_>, store: &str) -> Result<Vec<String>, Error> {
    let store = reading.object_store(store)?;
    let all = store.get_all::<String>().primitive()?.await?;
    Ok(all.map(Result::unwrap_or_default).collect())
}

fn read<T: for<'de> Deserialize<'de>>(text: String) -> Option<T> {
    serde_json::from_str(&text).ok()
}

fn client_name(client: ClientId) -> String {
    client.0.to_string()
}

/// Sorts as the numbers do.
fn record_name(client: ClientId, mid: Mid) -> String {
    format!("{}/{:020}", client.0, mid.0)
}
