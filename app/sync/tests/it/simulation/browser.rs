//! A browser: what its pages share and what outlives them, as `frontend/` uses it.

use std::collections::{BTreeMap, BTreeSet};

use app_domain::id::MemberId;
use app_domain::role::Role;
use app_domain::time::{Instant, Now};
use app_sync::outbox::OutboxRecord;
use app_sync::wire::{ClientId, Mid, Snapshot, Viewer};

use super::page::PageId;
use super::plant::Plant;

/// Which build of the program, or of the server.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Version(pub u32);

/// Who is signed in in this browser, as the server knows it.
#[derive(Clone, Debug)]
pub struct Session {
    pub id: u64,
    pub viewer: Viewer,
    /// The role that the person takes when the role changes, and back.
    pub other_role: Role,
}

/// What the browser lets pages keep.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Storage {
    Allowed,
    /// Writes of the outbox meet a full disk, in percent.
    Short(u64),
    /// Nothing at all is kept.
    Denied,
}

/// The read cache: chunks of localStorage.
#[derive(Clone, Debug)]
pub struct Cache {
    pub version: Version,
    pub snapshot: Snapshot,
    /// Torn, or mixed with another tab's: the checksum says so, and it reads as none.
    pub is_whole: bool,
}

impl Cache {
    pub fn person(&self) -> MemberId {
        self.snapshot.viewer.member.id
    }
}

/// What lies in localStorage.
#[derive(Clone, Debug, Default)]
pub struct Local {
    pub person: Option<MemberId>,
    pub cache: Option<Cache>,
    pub clock_offset: i64,
}

/// A person's outboxes in IndexedDB.
#[derive(Clone, Debug, Default)]
pub struct Database {
    /// The highest number ever kept in each outbox.
    pub clients: BTreeMap<ClientId, Mid>,
    pub records: BTreeMap<(ClientId, Mid), OutboxRecord>,
    /// Taken out, but not flushed: a power cut brings them back.
    erased: Vec<(ClientId, OutboxRecord)>,
}

impl Database {
    /// A record, and the highest number used, in one strict transaction: what was asked for before is flushed too.
    pub fn keep(&mut self, client: ClientId, record: OutboxRecord) {
        let mid = record.mutation.mid;
        let highest = self.clients.entry(client).or_default();
        *highest = (*highest).max(mid);
        self.records.insert((client, mid), record);
        self.erased.clear();
    }

    pub fn erase(&mut self, client: ClientId, mid: Mid) {
        if let Some(record) = self.records.remove(&(client, mid)) {
            self.erased.push((client, record));
        }
    }

    /// The machine has lost its power: erasures that were not flushed are undone, from one of them on.
    pub fn lose_power(&mut self, flushed: usize) {
        for (client, record) in self.erased.drain(..).skip(flushed) {
            self.records.insert((client, record.mutation.mid), record);
        }
    }

    pub fn unflushed(&self) -> usize {
        self.erased.len()
    }

    /// What rests of one outbox, as a page begins with it.
    pub fn rested(&self, client: ClientId, plant: Option<Plant>) -> Rested {
        let own = self.records.range((client, Mid(0))..=(client, Mid(u64::MAX)));
        let highest = self.clients.get(&client).copied().unwrap_or_default();
        let forgets = plant == Some(Plant::ForgetsTheHighestNumber);
        Rested {
            client,
            records: own.map(|(_, record)| record.clone()).collect(),
            last_mid: if forgets { Mid(0) } else { highest },
        }
    }

    /// The outboxes that hold work.
    pub fn waiting(&self) -> BTreeSet<ClientId> {
        self.records.keys().map(|(client, _)| *client).collect()
    }
}

/// What rested on the disk, of one outbox.
#[derive(Clone, Debug)]
pub struct Rested {
    pub client: ClientId,
    pub records: Vec<OutboxRecord>,
    pub last_mid: Mid,
}

pub struct Browser {
    pub storage: Storage,
    pub local: Local,
    /// `local` as the disk has it: Chromium brings it there seconds later.
    pub flushed: Local,
    pub databases: BTreeMap<MemberId, Database>,
    /// Web Locks: which page holds which outbox.
    pub locks: BTreeMap<ClientId, PageId>,
    pub session: Option<Session>,
    pub online: bool,
    /// The device's clock less the true one, in milliseconds.
    pub skew: i64,
    pub program: Version,
    /// When the write asked for last is through: the disk writes in order.
    pub writes_until: i64,
    /// Milliseconds that a write takes at most.
    pub slowness: i64,
    /// When a page wrote the cache last.
    pub cached_at: i64,
    /// The newest cache that was written and not lost since: by the server's clock.
    pub cached: Option<(MemberId, Instant)>,
}

impl Browser {
    pub fn new(storage: Storage, skew: i64) -> Self {
        Self {
            storage,
            local: Local::default(),
            flushed: Local::default(),
            databases: BTreeMap::new(),
            locks: BTreeMap::new(),
            session: None,
            online: true,
            skew,
            program: Version(1),
            writes_until: 0,
            slowness: 60,
            cached_at: i64::MIN,
            cached: None,
        }
    }

    /// Whose data rests here.
    pub fn person(&self) -> Option<MemberId> {
        self.local.person.filter(|_| self.storage != Storage::Denied)
    }

    pub fn set_person(&mut self, person: Option<MemberId>) {
        if self.storage != Storage::Denied {
            self.local.person = person;
        }
    }

    /// What the device's clock shows.
    pub fn clock(&self, wall: i64) -> Now {
        Now::at(Instant(wall + self.skew))
    }

    pub fn drop_cache(&mut self) {
        self.local.cache = None;
        self.cached = None;
    }

    /// The locks of a page that has gone are free.
    pub fn unlock(&mut self, page: PageId) {
        self.locks.retain(|_, holder| *holder != page);
    }
}
