//! What rests of outboxes: sealing, opening, and taking over.

use app_sync::outbox::OutboxRecord;
use app_sync::wire::{ClientId, Mid, SCHEMA};
use indexed_db_futures::error::Error;
use jiff::civil::Date;

use super::Place;
use crate::disk::{Lying, LyingRecord, SealedRecord};
use crate::locks::Locks;
use crate::vault::{Purpose, RingKey, Unopened, Vault};

/// How the locks of outboxes begin.
pub(super) const LOCKS: &str = "richiamo.outbox.";

/// What rested on the disk, of one client.
pub struct Rested {
    /// Whose numbers they bear.
    pub client: ClientId,
    /// In the order of their numbers.
    pub records: Vec<OutboxRecord>,
    /// The highest number that was ever kept here.
    pub last_mid: Mid,
    /// How many records of this person, of any client, do not open. They stay where they are.
    pub unreadable: usize,
}

impl Rested {
    /// A new outbox.
    pub(super) const fn nothing(client: ClientId) -> Self {
        Self {
            client,
            records: Vec::new(),
            last_mid: Mid(0),
            unreadable: 0,
        }
    }
}

/// The records that open, and how many do not.
struct Opened {
    records: Vec<(ClientId, OutboxRecord)>,
    unreadable: usize,
}

/// The oldest outbox that holds work and whose page is gone, now held by this page; and how many records do not open.
/// Outboxes that hold nothing are not used again.
pub(super) async fn take_over(locks: &Locks, place: &Place) -> Result<(Option<Rested>, usize), Error> {
    let held = locks.held().await;
    let lying = place.disk.read().await?;
    let opened = open(&place.vault, &lying).await;
    let is_free = |client: &ClientId| !held.contains(&lock_name(*client));
    let waits = |client: &ClientId| opened.records.iter().any(|(of, _)| of == client);
    let holds = |client: &ClientId| lying.records.iter().any(|record| record.client() == *client);
    let free: Vec<ClientId> = lying
        .clients
        .iter()
        .map(|outbox| outbox.client)
        .filter(is_free)
        .collect();
    let done: Vec<ClientId> = free.iter().copied().filter(|client| !holds(client)).collect();
    place.disk.forget_clients(&done).await?;
    for client in free.into_iter().filter(waits) {
        if locks.take(&lock_name(client)).await {
            // Read again: its page may have written until the moment it went.
            let rested = rested(place, client).await?;
            let unreadable = rested.unreadable;
            return Ok((Some(rested), unreadable));
        }
    }
    Ok((None, opened.unreadable))
}

async fn rested(place: &Place, client: ClientId) -> Result<Rested, Error> {
    let lying = place.disk.read().await?;
    let opened = open(&place.vault, &lying).await;
    let outbox = lying.clients.iter().find(|outbox| outbox.client == client);
    let own = opened.records.into_iter().filter(|(of, _)| *of == client);
    Ok(Rested {
        client,
        records: own.map(|(_, record)| record).collect(),
        last_mid: outbox.map_or(Mid(0), |outbox| outbox.last_mid),
        unreadable: opened.unreadable,
    })
}

async fn open(vault: &Vault, lying: &Lying) -> Opened {
    let mut opened = Opened {
        records: Vec::new(),
        unreadable: lying.broken,
    };
    for record in &lying.records {
        match unseal(vault, record).await {
            Ok(content) => opened.records.push((record.client(), content)),
            Err(Unopened) => opened.unreadable += 1,
        }
    }
    opened
}

async fn unseal(vault: &Vault, record: &LyingRecord) -> Result<OutboxRecord, Unopened> {
    let record = match record {
        LyingRecord::Clear(clear) => return Ok(clear.record.clone()),
        LyingRecord::Sealed(record) => record,
    };
    let place = place_name(record.schema, record.client, record.mid);
    let plain = vault.unseal(Purpose::Outbox, &place, &record.sealed).await?;
    serde_json::from_slice(&plain).map_err(|_| Unopened)
}

/// A record as it is written, with the key that seals it.
pub(super) async fn seal(
    vault: &Vault,
    client: ClientId,
    record: &OutboxRecord,
    day: Date,
) -> Result<(SealedRecord, RingKey), Unopened> {
    let mid = record.mutation.mid;
    let plain = serde_json::to_vec(record).map_err(|_| Unopened)?;
    let place = place_name(SCHEMA, client, mid);
    let (sealed, key) = vault.seal(Purpose::Outbox, day, &place, &plain).await?;
    let sealed = SealedRecord {
        client,
        mid,
        schema: SCHEMA,
        sealed,
    };
    Ok((sealed, key))
}

/// Version 1 kept records in clear: each is sealed where it lies. One that cannot be sealed stays as it is, and is sent.
pub(super) async fn seal_what_lies_in_clear(place: &Place, day: Date) {
    let Ok(lying) = place.disk.read().await else {
        return;
    };
    let mut sealed = Vec::new();
    for record in lying.records {
        if let LyingRecord::Clear(clear) = record
            && let Ok(one) = seal(&place.vault, clear.client, &clear.record, day).await
        {
            sealed.push(one);
        }
    }
    if !sealed.is_empty() {
        // Tried again at the next start.
        let _ = place.disk.replace(&sealed).await;
    }
}

/// Bound into a record's encryption: one that is moved to another number, outbox or version does not open.
fn place_name(schema: u32, client: ClientId, mid: Mid) -> String {
    format!("schema {schema} {} {}", client.0, mid.0)
}

/// The lock that the page of an outbox holds.
pub(super) fn lock_name(client: ClientId) -> String {
    format!("{LOCKS}{}", client.0)
}
