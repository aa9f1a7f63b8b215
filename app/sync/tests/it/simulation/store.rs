//! The model of the server's disk: what is written here survives.

use std::collections::BTreeMap;

use app_domain::agenda::Appointment;
use app_domain::rows::{Change, Row, Rows};
use app_sync::project::ViewClass;
use app_sync::replica::Replica;
use app_sync::server::{Decided, LogEntry, Plan, Standing, Truth, Verdict};
use app_sync::wire::{ClientId, Mid};

use super::world::{Plant, Violation};
use crate::practice::{EPOCH, rows};

pub struct Store {
    pub log: Vec<LogEntry>,
    pub decided: BTreeMap<(ClientId, Mid), Decided>,
    /// First step that the log still has.
    pub log_from: u64,
    /// What is on the disk, as rows.
    pub rows: Replica,
    clients: BTreeMap<ClientId, Standing>,
    /// Checksum of each class's view after each step, from step 0 on.
    views: Vec<BTreeMap<ViewClass, u64>>,
    model: Truth,
    classes: Vec<ViewClass>,
    plant: Option<Plant>,
}

impl Store {
    /// A disk with the practice of the tests. `classes` are those of the devices.
    pub fn new(plant: Option<Plant>, classes: Vec<ViewClass>) -> Self {
        let replica = Replica::from_rows(rows());
        let mut store = Self {
            log: Vec::new(),
            decided: BTreeMap::new(),
            log_from: 1,
            rows: replica.clone(),
            clients: BTreeMap::new(),
            views: Vec::new(),
            model: Truth::new(EPOCH, 0, replica, []),
            classes,
            plant,
        };
        store.note_views();
        store
    }

    /// What a server that starts reads from the disk.
    pub fn truth(&self) -> Truth {
        let clients = self.clients.iter().map(|(client, standing)| (*client, *standing));
        Truth::new(EPOCH, self.head(), self.rows.clone(), clients)
    }

    pub fn head(&self) -> u64 {
        self.log.len() as u64
    }

    /// Steps behind one, at most `limit`; none where the log does not reach back.
    pub fn log_after(&self, after: u64, limit: usize) -> Vec<LogEntry> {
        if after + 1 < self.log_from {
            return Vec::new();
        }
        self.log
            .iter()
            .filter(|entry| entry.seq > after)
            .take(limit)
            .cloned()
            .collect()
    }

    /// The checksum of a class's view at a step; `None` for a step that is not on the disk.
    pub fn view_at(&self, class: ViewClass, seq: u64) -> Option<u64> {
        self.views.get(usize::try_from(seq).ok()?)?.get(&class).copied()
    }

    /// The step of the log that a mutation made, if it made one.
    pub fn step_of(&self, key: (ClientId, Mid)) -> Option<u64> {
        self.log
            .iter()
            .find(|entry| entry.mutation == Some(key))
            .map(|entry| entry.seq)
    }

    /// One transaction. Answers what was looked up for duplicates.
    pub fn write(&mut self, plan: &Plan) -> Result<BTreeMap<(ClientId, Mid), Decided>, Violation> {
        let mut stored = BTreeMap::new();
        for item in &plan.items {
            let key = (item.client, item.mid);
            match &item.verdict {
                Verdict::New { decided, entry } => {
                    self.check_order(key)?;
                    if let Some(entry) = entry {
                        self.append(entry)?;
                    }
                    self.write_decided(
                        key,
                        decided,
                        Standing {
                            owner: item.actor.member,
                            last: item.mid,
                        },
                    )?;
                }
                Verdict::Known { .. } => {
                    stored.extend(self.decided.get(&key).map(|decided| (key, decided.clone())));
                }
                Verdict::Answer(_) => {}
            }
        }
        Ok(stored)
    }

    fn check_order(&self, (client, mid): (ClientId, Mid)) -> Result<(), Violation> {
        let mut before = self
            .log
            .iter()
            .filter_map(|entry| entry.mutation)
            .filter(|(other, _)| *other == client);
        match before.find(|(_, before)| *before >= mid) {
            None => Ok(()),
            Some((_, before)) => Err(format!(
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
            Some(Plant::ForgetsDecided) => true,
            Some(Plant::RefusalsDoNotAdvance) => decided.refusal.is_some(),
            _ => false,
        };
        if forgets {
            return Ok(());
        }
        self.clients.insert(key.0, standing);
        match self.decided.insert(key, decided.clone()) {
            None => Ok(()),
            Some(_) => Err(format!("exactly once: {key:?} is decided twice")),
        }
    }

    fn append(&mut self, entry: &LogEntry) -> Result<(), Violation> {
        if entry.seq != self.head() + 1 {
            return Err(format!("the log has a gap before step {}", entry.seq));
        }
        for change in &entry.changes {
            self.rows.apply(change);
        }
        self.model.commit(entry);
        self.log.push(entry.clone());
        self.note_views();
        entry
            .changes
            .iter()
            .try_for_each(|change| self.check_overlap(change))
    }

    fn note_views(&mut self) {
        let views = self
            .classes
            .iter()
            .map(|class| (*class, self.model.checksum(*class)));
        self.views.push(views.collect());
    }

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
        match self.rows.appointments_on(visit.start().date()).find(clash) {
            None => Ok(()),
            Some(other) => Err(format!("two appointments overlap: {visit:?} and {other:?}")),
        }
    }
}
