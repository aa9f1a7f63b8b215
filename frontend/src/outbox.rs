//! The outbox on the device's disk: one record per mutation, sealed, in IndexedDB, written with strict durability.
//!
//! One database per person, so that another person's sign-in neither sees nor drops what waits here. Within it, one outbox
//! per page: mutations are numbered per client, and two tabs (or a cloned one) must not share numbers. A page holds a
//! Web Lock named after its client for as long as it lives; a page that starts takes over the oldest outbox whose lock
//! is free and that still holds work, as its own, else it opens a new one. A page whose own outbox is settled looks from
//! time to time whether another tab has left one behind, and takes that over too.
//!
//! A record that does not open is neither sent nor dropped: it is counted, and the person is told.

mod rest;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use app_sync::outbox::OutboxRecord;
use app_sync::wire::{ClientId, Mid};
use futures::channel::oneshot;
use jiff::civil::Date;

use crate::clock;
use crate::disk::{Disk, LyingClient};
use crate::locks::Locks;
use crate::vault::Vault;
use rest::{LOCKS, lock_name, seal, take_over};

pub use rest::Rested;

/// The outbox of this page.
pub struct Outbox {
    client: Cell<ClientId>,
    /// `None` where this browser keeps nothing: what is typed lives only as long as the page.
    place: Option<Place>,
    last_mid: Cell<Mid>,
    /// Resolves when the write before has begun: encryption must not turn the order of writes.
    turn: RefCell<Option<oneshot::Receiver<()>>>,
}

/// Where an outbox rests.
#[derive(Clone)]
pub struct Place {
    /// The person's database.
    pub disk: Rc<Disk>,
    /// What seals and opens.
    pub vault: Rc<Vault>,
}

/// The record could not be written: it lives in memory only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotKept;

impl Outbox {
    /// Opens the outbox of a person: the oldest one that waits and that no page holds, or a new one.
    pub async fn open(place: Option<Place>, day: Date) -> (Self, Rested) {
        let fresh = Rested::nothing(ClientId(clock::new_id()));
        let (Some(locks), Some(place)) = (Locks::of_browser(), place) else {
            return Self::with(None, fresh);
        };
        rest::seal_what_lies_in_clear(&place, day).await;
        match take_over(&locks, &place).await {
            Ok((Some(rested), _)) => Self::with(Some(place), rested),
            Ok((None, unreadable)) if locks.take(&lock_name(fresh.client)).await => {
                Self::with(Some(place), Rested { unreadable, ..fresh })
            }
            Ok((None, _)) | Err(_) => Self::with(None, fresh),
        }
    }

    fn with(place: Option<Place>, rested: Rested) -> (Self, Rested) {
        (
            Self {
                client: Cell::new(rested.client),
                place,
                last_mid: Cell::new(rested.last_mid),
                turn: RefCell::default(),
            },
            rested,
        )
    }

    /// Takes hold of an outbox that a closed tab has left behind, if there is one. It is to be told to
    /// [`Self::go_on_with`].
    pub async fn left_behind(&self) -> Option<Rested> {
        let taken = take_over(&Locks::of_browser()?, self.place.as_ref()?).await;
        taken.ok()?.0
    }

    /// From now on the mutations of this page are numbered and kept with those of another outbox. Right only while
    /// nothing of this page's own waits.
    pub fn go_on_with(&self, rested: &Rested) {
        self.client.set(rested.client);
        self.last_mid.set(rested.last_mid);
    }

    /// Whether what is kept here outlives the page.
    pub fn is_durable(&self) -> bool {
        self.place.is_some()
    }

    /// Writes a record; once this has resolved well, a power cut cannot take it.
    pub async fn keep(&self, record: &OutboxRecord, day: Date) -> Result<(), NotKept> {
        let place = self.place.as_ref().ok_or(NotKept)?;
        // A record that was refused is written once more, when later ones have long been kept.
        self.last_mid.set(self.last_mid.get().max(record.mutation.mid));
        let client = self.client.get();
        let (begun, before) = self.queue();
        let sealed = seal(&place.vault, client, record, day).await;
        wait_for(before).await;
        let (sealed, key) = sealed.map_err(|_| NotKept)?;
        let outbox = LyingClient {
            client,
            last_mid: self.last_mid.get(),
        };
        let writing = place.disk.begin_keep(&sealed, &key, &outbox);
        drop(begun);
        writing.map_err(|_| NotKept)?.commit().await.map_err(|_| NotKept)
    }

    /// Takes a record out. If this gets lost, the record is sent again and answered as a duplicate.
    pub async fn forget(&self, mid: Mid) {
        let Some(place) = &self.place else { return };
        let client = self.client.get();
        let (begun, before) = self.queue();
        wait_for(before).await;
        let writing = place.disk.begin_forget(client, mid);
        drop(begun);
        if let Ok(writing) = writing {
            let _ = writing.commit().await;
        }
    }

    /// Whether nothing of this person waits on this device any more, in any page.
    pub async fn is_last_and_empty(&self) -> bool {
        let Some((place, locks)) = self.place.as_ref().zip(Locks::of_browser()) else {
            return false;
        };
        let held = locks.held().await;
        let others = held.iter().filter(|name| name.starts_with(LOCKS)).count() > 1;
        !others && place.disk.count().await == 0
    }

    /// Takes a place in the order of writes: dropped, the first lets the next one go; the second is the one before.
    fn queue(&self) -> (oneshot::Sender<()>, Option<oneshot::Receiver<()>>) {
        let (begun, next) = oneshot::channel();
        (begun, self.turn.replace(Some(next)))
    }
}

async fn wait_for(before: Option<oneshot::Receiver<()>>) {
    if let Some(before) = before {
        // Its end says that it has begun; nothing is ever sent.
        let _ = before.await;
    }
}
