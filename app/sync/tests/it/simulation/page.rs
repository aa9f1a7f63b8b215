//! A page of a browser: the core in its memory, and its hold on what the browser keeps.

use std::collections::{BTreeMap, BTreeSet};

use app_domain::command::Command;
use app_domain::id::MemberId;
use app_sync::client::Client;
use app_sync::outbox::{OutboxRecord, OutboxState};
use app_sync::server::{LogEpoch, SocketId};
use app_sync::wire::{ClientId, Mid};
use uuid::Uuid;

use super::browser::{Rested, Version};
use super::world::Happening;

/// A life of a tab's page. What is under way to one that is gone is nobody's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct PageId {
    pub tab: usize,
    pub life: u64,
}

/// Whether anybody tells the page anything.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Awake {
    Awake,
    /// No timer fires and no event arrives, from this time on.
    Frozen {
        since: i64,
    },
}

pub struct Page {
    pub id: PageId,
    pub browser: usize,
    pub core: Client,
    /// Identity of this life of the page.
    pub life: ClientId,
    /// Whose page; known once the outbox is open.
    pub person: Option<MemberId>,
    pub version: Version,
    /// The outbox of this page, once it is open.
    pub outbox: Option<ClientId>,
    /// Whether the outbox outlives the page.
    pub is_durable: bool,
    /// An outbox that a closed tab has left behind, held but not begun.
    pub left: Option<Rested>,
    pub socket: Option<SocketId>,
    /// Counts the tries to connect: an older one that succeeds late is nobody's.
    pub attempt: u64,
    /// Counts the wake-ups asked for: each replaces the one before.
    pub wake: u64,
    pub awake: Awake,
    /// What has come for a frozen page.
    pub missed: Vec<Happening>,
    /// The base is newer than the cache, and a write of it is planned.
    pub cache_is_due: bool,
    pub watch: Watch,
}

/// What the checks remember of a page.
pub struct Watch {
    /// When something of the present socket last arrived at the machine, or the socket was asked for.
    pub heard: i64,
    /// By how much the device's clock was put back since.
    pub set_back: i64,
    /// How far the page has read, in each log.
    pub seen: BTreeMap<LogEpoch, u64>,
    /// How far a page of this server must be once it is live: all that anybody saw before it connected.
    pub must_reach: Option<(LogEpoch, u64)>,
    /// Sent over this socket and not answered.
    pub in_flight: BTreeSet<Mid>,
    /// Questions that have neither an answer nor an end.
    pub asked: BTreeMap<Mid, Command>,
    /// The server has said which of this outbox's mutations the base holds. Until then the device cannot know: snapshots
    /// and caches say so of the outboxes only that were connected when they were made.
    pub knows_settled: bool,
    /// When the page began, or began anew with an outbox that it has taken over: it connects again over that.
    pub began: i64,
    /// When the page last began to move again.
    pub thawed: i64,
    /// Something waits since.
    pub waits_since: Option<i64>,
    /// When the outbox last moved, or could not be expected to.
    pub moved: i64,
}

impl Page {
    pub fn new(id: PageId, browser: usize, life: ClientId, version: Version, offset: i64, wall: i64) -> Self {
        Self {
            id,
            browser,
            core: Client::new(life).with_clock_offset(offset),
            life,
            person: None,
            version,
            outbox: None,
            is_durable: false,
            left: None,
            socket: None,
            attempt: 0,
            wake: 0,
            awake: Awake::Awake,
            missed: Vec::new(),
            cache_is_due: false,
            watch: Watch {
                heard: wall,
                set_back: 0,
                seen: BTreeMap::new(),
                must_reach: None,
                in_flight: BTreeSet::new(),
                asked: BTreeMap::new(),
                knows_settled: false,
                began: wall,
                thawed: 0,
                waits_since: None,
                moved: wall,
            },
        }
    }

    pub fn is_awake(&self) -> bool {
        self.awake == Awake::Awake
    }

    pub fn has_started(&self) -> bool {
        self.outbox.is_some()
    }

    /// Under which client this life of the page puts its questions.
    pub fn questions(&self) -> ClientId {
        ClientId(Uuid::from_u128(self.life.0.as_u128() ^ 1))
    }

    /// Under which clients its mutations may go out.
    pub fn clients(&self) -> impl Iterator<Item = ClientId> {
        self.outbox.into_iter().chain([self.life, self.questions()])
    }

    /// What its person still waits for.
    pub fn waiting(&self) -> BTreeSet<Mid> {
        let outbox = self.core.outbox();
        outbox.iter().map(|record| record.mutation.mid).collect()
    }

    pub fn refused(&self) -> Vec<Mid> {
        let outbox = self.core.outbox();
        let refused = outbox.iter().filter(|record| needs_you(record));
        refused.map(|record| record.mutation.mid).collect()
    }
}

pub fn needs_you(record: &OutboxRecord) -> bool {
    matches!(record.state, OutboxState::NeedsYou { .. })
}
