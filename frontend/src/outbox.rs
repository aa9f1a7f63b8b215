//! The outbox on the device's disk: one record per mutation, in IndexedDB, written with strict durability.
//!
//! One database per person, so that another person's sign-in neither sees nor drops what waits here. Within it, one outbox
//! per page: mutations are numbered per client, and two tabs (or a cloned one) must not share numbers. A page holds a
//! Web Lock named after its client for as long as it lives; a page that starts takes over the oldest outbox whose lock
//! is free and that still holds work, as its own, else it opens a new one. A page whose own outbox is settled looks from
//! time to time whether another tab has left one behind, and takes that over too.

mod disk;

use std::cell::Cell;

use app_domain::id::MemberId;
use app_sync::outbox::OutboxRecord;
use app_sync::wire::{ClientId, Mid};
use indexed_db_futures::error::Error;

use crate::clock;
use crate::locks::Locks;
use disk::{Disk, LyingClient, LyingRecord};

/// The outbox of this page.
pub struct Outbox {
    client: Cell<ClientId>,
    /// `None` where this browser keeps nothing: what is typed lives only as long as the page.
    disk: Option<Disk>,
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
        let (Some(locks), Ok(disk)) = (Locks::of_browser(), Disk::open(person).await) else {
            return Self::with(None, fresh);
        };
        match take_over(&locks, &disk).await {
            Ok(Some(rested)) => Self::with(Some(disk), rested),
            Ok(None) if locks.take(&lock_name(fresh.client)).await => Self::with(Some(disk), fresh),
            Ok(None) | Err(_) => Self::with(None, fresh),
        }
    }

    fn with(disk: Option<Disk>, rested: Rested) -> (Self, Rested) {
        (
            Self {
                client: Cell::new(rested.client),
                disk,
                last_mid: Cell::new(rested.last_mid),
            },
            rested,
        )
    }

    /// Takes hold of an outbox that a closed tab has left behind, if there is one. It is to be told to
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

    /// Writes a record; once this has resolved well, a power cut cannot take it.
    pub async fn keep(&self, record: &OutboxRecord) -> Result<(), NotKept> {
        let disk = self.disk.as_ref().ok_or(NotKept)?;
        // A record that was refused is written once more, when later ones have long been kept.
        self.last_mid.set(self.last_mid.get().max(record.mutation.mid));
        let client = self.client.get();
        let lying = LyingRecord {
            client,
            record: record.clone(),
        };
        let outbox = LyingClient {
            client,
            last_mid: self.last_mid.get(),
        };
        disk.keep(&lying, &outbox).await.map_err(|_| NotKept)
    }

    /// Takes a record out. If this gets lost, the record is sent again and answered as a duplicate.
    pub async fn forget(&self, mid: Mid) {
        if let Some(disk) = &self.disk {
            let _ = disk.forget(self.client.get(), mid).await;
        }
    }
}

/// The oldest outbox that holds work and whose page is gone, now held by this page. Those that hold none are not used again.
async fn take_over(locks: &Locks, disk: &Disk) -> Result<Option<Rested>, Error> {
    let held = locks.held().await;
    let lying = disk.read().await?;
    let is_free = |client: &ClientId| !held.contains(&lock_name(*client));
    let waits = |client: &ClientId| lying.records.iter().any(|record| record.client == *client);
    let (waiting, done): (Vec<ClientId>, Vec<ClientId>) = lying
        .clients
        .iter()
        .map(|outbox| outbox.client)
        .filter(is_free)
        .partition(waits);
    disk.forget_clients(&done).await?;
    for client in waiting {
        if locks.take(&lock_name(client)).await {
            // Read again: its page may have written until the moment it went.
            return Ok(Some(rested(disk, client).await?));
        }
    }
    Ok(None)
}

async fn rested(disk: &Disk, client: ClientId) -> Result<Rested, Error> {
    let lying = disk.read().await?;
    let outbox = lying.clients.iter().find(|outbox| outbox.client == client);
    let own = lying.records.into_iter().filter(|record| record.client == client);
    Ok(Rested {
        client,
        records: own.map(|lying| lying.record).collect(),
        last_mid: outbox.map_or(Mid(0), |outbox| outbox.last_mid),
    })
}

fn lock_name(client: ClientId) -> String {
    format!("richiamo.outbox.{}", client.0)
}
