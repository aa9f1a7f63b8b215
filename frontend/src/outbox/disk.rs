//! A person's outboxes in IndexedDB.

use app_domain::id::MemberId;
use app_sync::outbox::OutboxRecord;
use app_sync::wire::{ClientId, Mid};
use indexed_db_futures::database::Database;
use indexed_db_futures::error::{Error, OpenDbError};
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{TransactionDurability, TransactionMode, TransactionOptions};
use serde::{Deserialize, Serialize};

const RECORDS: &str = "record";
const CLIENTS: &str = "client";

/// The database of one person. Values are JSON texts: a later version may encrypt them where they lie.
pub(super) struct Disk(Database);

/// A record as it lies there.
#[derive(Serialize, Deserialize)]
pub(super) struct LyingRecord {
    /// Whose number it bears.
    pub(super) client: ClientId,
    /// The record.
    pub(super) record: OutboxRecord,
}

/// An outbox as it lies there.
#[derive(Serialize, Deserialize)]
pub(super) struct LyingClient {
    /// Which.
    pub(super) client: ClientId,
    /// The highest number that was ever kept in it.
    pub(super) last_mid: Mid,
}

/// Everything that lies there, in the order of the keys: clients by age, records by number.
pub(super) struct Lying {
    pub(super) clients: Vec<LyingClient>,
    pub(super) records: Vec<LyingRecord>,
}

impl Disk {
    pub(super) async fn open(person: MemberId) -> Result<Self, OpenDbError> {
        let opening = Database::open(format!("richiamo-{person}")).with_version(1u8);
        let opening = opening.with_on_upgrade_needed(|_, database| {
            database.create_object_store(RECORDS).build()?;
            database.create_object_store(CLIENTS).build()?;
            Ok(())
        });
        opening.await.map(Self)
    }

    /// Writes a record and, with it, the highest number of its outbox. Resolves once the browser says that both rest on
    /// the disk (`complete` of a strict transaction), not when they are merely queued.
    pub(super) async fn keep(&self, record: &LyingRecord, client: &LyingClient) -> Result<(), Error> {
        let strict = TransactionOptions::new().with_durability(TransactionDurability::Strict);
        let writing = self
            .0
            .transaction([RECORDS, CLIENTS])
            .with_mode(TransactionMode::Readwrite);
        let writing = writing.with_options(strict).build()?;
        let name = record_name(record.client, record.record.mutation.mid);
        writing
            .object_store(RECORDS)?
            .put(text(record))
            .with_key(name)
            .primitive()?;
        writing
            .object_store(CLIENTS)?
            .put(text(client))
            .with_key(client_name(client.client))
            .primitive()?;
        writing.commit().await
    }

    pub(super) async fn forget(&self, client: ClientId, mid: Mid) -> Result<(), Error> {
        let writing = self
            .0
            .transaction(RECORDS)
            .with_mode(TransactionMode::Readwrite)
            .build()?;
        writing
            .object_store(RECORDS)?
            .delete(record_name(client, mid))
            .primitive()?;
        writing.commit().await
    }

    pub(super) async fn forget_clients(&self, clients: &[ClientId]) -> Result<(), Error> {
        if clients.is_empty() {
            return Ok(());
        }
        let writing = self
            .0
            .transaction(CLIENTS)
            .with_mode(TransactionMode::Readwrite)
            .build()?;
        for client in clients {
            writing
                .object_store(CLIENTS)?
                .delete(client_name(*client))
                .primitive()?;
        }
        writing.commit().await
    }

    pub(super) async fn read(&self) -> Result<Lying, Error> {
        let reading = self.0.transaction([RECORDS, CLIENTS]).build()?;
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
        Ok(Lying {
            clients: clients
                .filter_map(|text| serde_json::from_str(&text.ok()?).ok())
                .collect(),
            records: records
                .filter_map(|text| serde_json::from_str(&text.ok()?).ok())
                .collect(),
        })
    }
}

fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("these hold no maps with keys other than strings")
}

fn client_name(client: ClientId) -> String {
    client.0.to_string()
}

/// Sorts as the numbers do.
fn record_name(client: ClientId, mid: Mid) -> String {
    format!("{}/{:020}", client.0, mid.0)
}
