//! A device: the core in the page's memory, and what lies on its disk.

use std::collections::BTreeMap;

use app_domain::role::Role;
use app_domain::time::{Instant, Now};
use app_sync::client::{Client, Event};
use app_sync::outbox::OutboxRecord;
use app_sync::project::ViewClass;
use app_sync::server::SocketId;
use app_sync::wire::{ClientId, Mid, Snapshot, Viewer};

use super::random::Random;
use crate::practice::{client_id, viewer};

pub struct Device {
    pub core: Client,
    /// Identity of this life of the page.
    pub life: ClientId,
    pub disk: Disk,
    pub online: bool,
    pub socket: Option<SocketId>,
    /// Counts the tries to connect: an older one that succeeds late is nobody's.
    pub attempt: u64,
    /// Counts the wake-ups asked for: each replaces the one before.
    pub wake: u64,
    /// The device's clock less the true one, in milliseconds.
    pub skew: i64,
    pub viewer: Viewer,
    /// The role that the person takes when the role changes, and back.
    other_role: Role,
    /// When the write asked for last is through: the disk writes in order.
    pub written: i64,
    /// Whether the browser refuses to write, in percent of the records.
    pub refuses: u64,
}

/// What survives the page.
pub struct Disk {
    pub client: ClientId,
    pub outbox: BTreeMap<Mid, OutboxRecord>,
    pub last_mid: Mid,
    pub cache: Option<Snapshot>,
}

impl Disk {
    /// A record, and the highest number used, in one transaction.
    pub fn keep(&mut self, record: OutboxRecord) {
        self.last_mid = self.last_mid.max(record.mutation.mid);
        self.outbox.insert(record.mutation.mid, record);
    }
}

impl Device {
    pub fn new(number: u128, role: Role, random: &mut Random) -> Self {
        let skew = random
            .of(&[0, 0, -7_200_000, 3_600_000, 90_000, -90_000])
            .unwrap_or_default();
        let disk = Disk {
            client: client_id(number),
            outbox: BTreeMap::new(),
            last_mid: Mid(0),
            cache: None,
        };
        let life = life(number, 0);
        Self {
            core: Client::new(life),
            life,
            disk,
            online: true,
            socket: None,
            attempt: 0,
            wake: 0,
            skew,
            viewer: viewer(number, role),
            other_role: random
                .of(&[
                    Role::FrontDesk,
                    Role::RemoteSecretary,
                    Role::OfficeManager,
                    Role::Owner,
                ])
                .expect("not empty"),
            written: 0,
            refuses: random.of(&[0, 0, 0, 5, 100]).unwrap_or_default(),
        }
    }

    pub fn class(&self) -> ViewClass {
        ViewClass::of(&self.viewer)
    }

    /// The class that the device knows itself to be of.
    pub fn known_class(&self) -> ViewClass {
        self.core.viewer().map_or(self.class(), ViewClass::of)
    }

    /// Every class that the device may ever be of.
    pub fn classes(&self) -> [ViewClass; 2] {
        [
            self.class(),
            ViewClass {
                role: self.other_role,
            },
        ]
    }

    pub fn change_role(&mut self) {
        std::mem::swap(&mut self.viewer.role, &mut self.other_role);
    }

    /// What the device's clock shows.
    pub fn clock(&self, now: i64) -> Now {
        Now::at(Instant(now + self.skew))
    }

    /// The page is loaded again: its memory is new, the disk is as it was.
    pub fn reload(&mut self, number: u128, lives: u64) -> Event {
        self.life = life(number, lives);
        self.core = Client::new(self.life);
        self.socket = None;
        self.attempt += 1;
        self.wake += 1;
        self.start()
    }

    /// The page has started.
    pub fn start(&self) -> Event {
        Event::Started {
            client: self.disk.client,
            cache: self.disk.cache.clone().map(Box::new),
            outbox: self.disk.outbox.values().cloned().collect(),
            last_mid: self.disk.last_mid,
        }
    }
}

fn life(number: u128, lives: u64) -> ClientId {
    client_id(1_000 * (number + 1) + u128::from(lives))
}
