//! The model of the server's disk: what is written here survives, until a backup is put back.

use std::collections::{BTreeMap, BTreeSet};

use app_domain::agenda::Appointment;
use app_domain::rows::{Change, Row, Rows};
use app_sync::replica::Replica;
use app_sync::server::{Decided, LogEntry, LogEpoch, Plan, Standing, Truth, Verdict};
use app_sync::wire::{ClientId, Mid};
use uuid::Uuid;

use super::oracle::Oracle;
use super::plant::Plant;
use super::world::Violation;
use crate::practice::{EPOCH, rows};

/// What lies on the disk.
#[derive(Clone)]
pub struct Disk {
    pub epoch: LogEpoch,
    pub head: u64,
    pub rows: Replica,
    pub decided: BTreeMap<(ClientId, Mid), Decided>,
    /// First step that the log still has.
    pub log_from: u64,
    log: Vec<LogEntry>,
    clients: BTreeMap<ClientId, Standing>,
    /// The step that each mutation made, if it made one.
    made: BTreeMap<(ClientId, Mid), u64>,
}

pub struct Store {
    pub disk: Disk,
    pub oracle: Oracle,
    backup: Option<Disk>,
    /// Planted: what a power cut leaves, if the disk lies.
    synced: Option<Disk>,
    plant: Option<Plant>,
}

impl Store {
    /// A disk with the practice of the tests.
    pub fn new(plant: Option<Plant>) -> Self {
        let disk = Disk {
            epoch: EPOCH,
            head: 0,
            rows: Replica::from_rows(rows()),
            decided: BTreeMap::new(),
            log_from: 1,
            log: Vec::new(),
            clients: BTreeMap::new(),
            made: BTreeMap::new(),
        };
        Self {
            disk,
            oracle: Oracle::new(EPOCH),
            backup: None,
            synced: None,
            plant,
        }
    }

    /// What a server that starts reads from the disk.
    pub fn truth(&self) -> Truth {
        let clients = self
            .disk
            .clients
            .iter()
            .map(|(client, standing)| (*client, *standing));
        Truth::new(self.disk.epoch, self.disk.head, self.disk.rows.clone(), clients)
    }

    /// Steps behind one, at most `limit`; none where the log does not reach back.
    pub fn log_after(&self, after: u64, limit: usize) -> Vec<LogEntry> {
        if after + 1 < self.disk.log_from {
            return Vec::new();
        }
        let behind = self.disk.log.iter().filter(|entry| entry.seq > after);
        behind.take(limit).cloned().collect()
    }

    /// The step of the log that a mutation made, if it made one.
    pub fn step_of(&self, key: (ClientId, Mid)) -> Option<u64> {
        self.disk.made.get(&key).copied()
    }

    /// One transaction. Answers what was looked up for duplicates.
    pub fn write(&mut self, plan: &Plan) -> Result<BTreeMap<(ClientId, Mid), Decided>, Violation> {
        if self.plant == Some(Plant::SyncsLater) {
            self.synced = Some(self.disk.clone());
        }
        let mut stored = BTreeMap::new();
        for item in &plan.items {
            let key = (item.client, item.mid);
            match &item.verdict {
                Verdict::New { decided, entry } => {
                    self.check_order(key)?;
                    if let Some(entry) = entry {
                        self.append(entry)?;
                    }
                    let standing = Standing {
                        owner: item.actor.member,
                        last: item.mid,
                    };
                    self.write_decided(key, decided, standing)?;
                }
                Verdict::Known { .. } => {
                    stored.extend(self.disk.decided.get(&key).map(|decided| (key, decided.clone())));
                }
                Verdict::Answer(_) => {}
            }
        }
        Ok(stored)
    }

    /// What somebody else writes: an import, the turn of the day.
    pub fn write_system(&mut self, changes: Vec<Change>) -> Result<LogEntry, Violation> {
        let entry = LogEntry {
            seq: self.disk.head + 1,
            changes,
            mutation: None,
        };
        self.append(&entry)?;
        Ok(entry)
    }

    /// Invariants 6 and 7: nothing of a client twice, and nothing behind what was given later.
    fn check_order(&self, (client, mid): (ClientId, Mid)) -> Result<(), Violation> {
        let mut later = self.disk.made.range((client, mid)..=(client, Mid(u64::MAX)));
        match later.next() {
            None => Ok(()),
            Some(((_, before), _)) => Err(format!(
                "once and in order: {client:?} {mid:?} comes after {before:?}"
            )),
        }
    }

    fn write_decided(
        &mut self,
        key: (ClientId, Mid),
        decided: &Decided,
        standing: Standing,
    ) -> Result<(), Violation> {
        let forgets = match self.plant {
            Some(Plant::ForgetsTheMutationRecord) => true,
            Some(Plant::RefusalDoesNotAdvance) => decided.refusal.is_some(),
            _ => false,
        };
        if forgets {
            return Ok(());
        }
        self.disk.clients.insert(key.0, standing);
        match self.disk.decided.insert(key, decided.clone()) {
            None => Ok(()),
            Some(_) => Err(format!("exactly once: {key:?} is decided twice")),
        }
    }

    fn append(&mut self, entry: &LogEntry) -> Result<(), Violation> {
        if entry.seq != self.disk.head + 1 {
            return Err(format!("the log has a gap before step {}", entry.seq));
        }
        self.oracle.next(self.disk.epoch, &entry.changes, &self.disk.rows);
        for change in &entry.changes {
            self.disk.rows.apply(change);
        }
        self.disk.head = entry.seq;
        self.disk.log.push(entry.clone());
        if let Some(mutation) = entry.mutation {
            self.disk.made.insert(mutation, entry.seq);
        }
        entry
            .changes
            .iter()
            .try_for_each(|change| self.check_overlap(change))
    }

    /// Invariant 11.
    fn check_overlap(&self, change: &Change) -> Result<(), Violation> {
        let Change::Put {
            row: Row::Appointment(visit),
        } = change
        else {
            return Ok(());
        };
        let clash = |other: &&Appointment| {
            let same = other.place.chair == visit.place.chair
                || other.place.clinician == visit.place.clinician
                || other.patient == visit.patient;
            let both_there = other.takes_place() && visit.takes_place();
            other.id != visit.id && both_there && same && other.place.overlaps(&visit.place)
        };
        match self.disk.rows.appointments_on(visit.start().date()).find(clash) {
            None => Ok(()),
            Some(other) => Err(format!("two appointments overlap: {visit:?} and {other:?}")),
        }
    }

    /// Devices that are far behind cannot read on from now on.
    pub fn shorten_log(&mut self) {
        self.disk.log_from = self.disk.log_from.max(self.disk.head / 2 + 1);
    }

    /// A lying disk loses what it said was written.
    pub fn lose_power(&mut self) {
        if let Some(synced) = self.synced.take() {
            self.disk = synced;
        }
    }

    pub fn back_up(&mut self) {
        self.backup = Some(self.disk.clone());
    }

    /// Puts the last backup in the place of what there is, under a new epoch. Answers what was decided since and is
    /// known no more; `None` without a backup.
    pub fn restore(&mut self) -> Option<BTreeSet<(ClientId, Mid)>> {
        let backup = self.backup.clone()?;
        let decided = self.disk.decided.keys();
        let lost = decided
            .filter(|key| !backup.decided.contains_key(key))
            .copied()
            .collect();
        let next = LogEpoch(Uuid::from_u128(self.disk.epoch.0.as_u128() + 1));
        self.disk = backup;
        self.synced = None;
        if self.plant != Some(Plant::RestoresUnderTheOldEpoch) {
            self.disk.epoch = next;
            self.oracle.begin(next, self.disk.head, &self.disk.rows);
        }
        Some(lost)
    }
}
