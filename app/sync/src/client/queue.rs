//! What waits for the server: the outbox in order, and the questions that live only as long as the connection.

mod answers;
mod pending;

use std::collections::{BTreeMap, BTreeSet};

use app_domain::command::Command;
use app_domain::refusal::Refusal;
use app_domain::rows::Key;
use app_domain::time::Instant;
use uuid::Uuid;

use self::answers::is_settled;
use self::pending::{Disk, Lane, Way};
use super::backoff::Backoff;
use crate::outbox::{OutboxRecord, OutboxState};
use crate::wire::{ClientId, ClientMessage, Mid, Mutation};

pub(super) use self::pending::Pending;

/// Mutations in one message.
const BATCH: usize = 50;

/// Mutations that may be unanswered at a time.
const IN_FLIGHT_AT_MOST: usize = 100;

/// What becomes of the disk by a change of the queue.
#[derive(Debug, PartialEq)]
pub(super) enum Note {
    Keep(Box<OutboxRecord>),
    Forget(Mid),
    /// Somebody asked the server for something, and the answer is no.
    Refused(Box<Command>, Refusal),
}

#[derive(Debug)]
pub(super) struct Queue {
    pending: Vec<Pending>,
    asks: Vec<Mutation>,
    clients: BTreeMap<Lane, ClientId>,
    last_mid: Mid,
    /// The base holds the effects of these and of all before them.
    settled: BTreeMap<ClientId, Mid>,
    backoff: Backoff,
    paused_until: Option<Instant>,
}

impl Queue {
    pub(super) fn new(life: ClientId) -> Self {
        let asks = ClientId(Uuid::from_u128(life.0.as_u128() ^ 1));
        Self {
            pending: Vec::new(),
            asks: Vec::new(),
            clients: [(Lane::Memory, life), (Lane::Ask, asks)].into(),
            last_mid: Mid(0),
            settled: BTreeMap::new(),
            backoff: Backoff::new(life.0, 1),
            paused_until: None,
        }
    }

    /// What rested on the disk. What lay in another outbox before stays on its disk, and is sent when that one is opened
    /// again: it may not go out under this one's name.
    pub(super) fn restore(&mut self, client: ClientId, outbox: Vec<OutboxRecord>, last_mid: Mid) {
        if self.clients.insert(Lane::Disk, client) != Some(client) {
            self.pending.retain(|one| one.lane() == Lane::Memory);
        }
        self.skip_to(last_mid);
        for mut record in outbox {
            self.skip_to(record.mutation.mid);
            if self.find(record.mutation.mid).is_some() {
                continue;
            }
            if !matches!(record.state, OutboxState::NeedsYou { .. }) {
                record.state = OutboxState::Kept;
            }
            self.pending.push(Pending::new(record, Disk::Kept));
        }
        self.pending.sort_by_key(Pending::mid);
    }

    pub(super) fn client(&self) -> Option<ClientId> {
        self.clients.get(&Lane::Disk).copied()
    }

    /// Numbers up to this one are used.
    pub(super) fn skip_to(&mut self, mid: Mid) {
        self.last_mid = self.last_mid.max(mid);
    }

    fn next_mid(&mut self) -> Mid {
        self.last_mid = Mid(self.last_mid.0 + 1);
        self.last_mid
    }

    /// A new record, to be written to the disk.
    pub(super) fn add(&mut self, mutation: impl FnOnce(Mid) -> Mutation, touched: BTreeSet<Key>) -> Note {
        let mutation = mutation(self.next_mid());
        let on_disk = OutboxRecord {
            mutation: mutation.clone(),
            state: OutboxState::Kept,
        };
        let mut pending = Pending::new(
            OutboxRecord {
                mutation,
                state: OutboxState::Writing,
            },
            Disk::Writing,
        );
        pending.keys.extend(touched);
        self.pending.push(pending);
        Note::Keep(Box::new(on_disk))
    }

    /// A question to the server, sent at once.
    pub(super) fn ask(&mut self, mutation: impl FnOnce(Mid) -> Mutation) -> ClientMessage {
        let mutation = mutation(self.next_mid());
        let after = self.asks.last().map_or(Mid(0), |before| before.mid);
        self.asks.push(mutation.clone());
        ClientMessage::Push {
            client: self.lane_client(Lane::Ask),
            after,
            mutations: vec![mutation],
        }
    }

    pub(super) fn kept(&mut self, mid: Mid) {
        let Some(one) = self.find(mid) else { return };
        one.disk = Disk::Kept;
        if one.record.state == OutboxState::Writing {
            one.record.state = OutboxState::Kept;
        }
    }

    /// The record lives in memory only. It is sent all the same, and never called kept.
    pub(super) fn keep_failed(&mut self, mid: Mid) {
        if let Some(one) = self.find(mid)
            && one.disk == Disk::Writing
        {
            one.disk = Disk::Failed;
            if one.record.state == OutboxState::Writing {
                one.record.state = OutboxState::Unkept;
            }
        }
    }

    /// The person has dealt with a refused mutation.
    pub(super) fn dismissed(&mut self, mid: Mid) -> Vec<Note> {
        self.take_out(|one| one.mid() == mid && one.needs_you())
    }

    /// The server holds these, for a person to look at.
    pub(super) fn rescued(&mut self, mids: &[Mid]) -> Vec<Note> {
        self.take_out(|one| mids.contains(&one.mid()) && !one.needs_you())
    }

    /// What can be sent now, in order.
    pub(super) fn pushes(&mut self, now: Instant) -> Vec<ClientMessage> {
        if self.paused_until.is_some_and(|until| now < until) {
            return Vec::new();
        }
        self.paused_until = None;
        let mut room = IN_FLIGHT_AT_MOST.saturating_sub(self.in_flight());
        let mut before: BTreeMap<Lane, Mid> = BTreeMap::new();
        let mut runs: Vec<(Lane, Mid, Vec<Mutation>)> = Vec::new();
        for one in &mut self.pending {
            if one.needs_you() || one.way == Way::Answered {
                continue;
            }
            // Order is kept even where a later record was written sooner.
            if one.way == Way::Unsent && (one.disk == Disk::Writing || room == 0) {
                break;
            }
            let lane = one.lane();
            let after = before.insert(lane, one.mid()).unwrap_or_default();
            if one.way == Way::Sent {
                continue;
            }
            room -= 1;
            one.way = Way::Sent;
            if one.record.state != OutboxState::Accepted {
                one.record.state = OutboxState::Sent;
            }
            match runs.last_mut() {
                Some((run, _, mutations)) if *run == lane && mutations.len() < BATCH => {
                    mutations.push(one.record.mutation.clone());
                }
                _ => runs.push((lane, after, vec![one.record.mutation.clone()])),
            }
        }
        let push = |(lane, after, mutations)| ClientMessage::Push {
            client: self.lane_client(lane),
            after,
            mutations,
        };
        runs.into_iter().map(push).collect()
    }

    /// What is to be replayed on the base: neither refused nor in it.
    pub(super) fn speculative(&mut self) -> impl Iterator<Item = &mut Pending> {
        let Self {
            pending,
            clients,
            settled,
            ..
        } = self;
        pending
            .iter_mut()
            .filter(|one| !one.needs_you() && !is_settled(one, clients, settled))
    }

    /// The connection is gone, and with it the questions; the outbox is sent again over the next one.
    pub(super) fn disconnected(&mut self) -> Vec<Note> {
        self.pending.iter_mut().for_each(Pending::called_back);
        self.paused_until = None;
        let lost = |ask: Mutation| Note::Refused(Box::new(ask.command), Refusal::NeedsServer);
        std::mem::take(&mut self.asks).into_iter().map(lost).collect()
    }

    pub(super) fn records(&self) -> impl Iterator<Item = &OutboxRecord> {
        self.pending.iter().map(|one| &one.record)
    }

    pub(super) fn of_row(&self, key: Key) -> impl Iterator<Item = &OutboxRecord> {
        self.pending
            .iter()
            .filter(move |one| one.keys.contains(&key))
            .map(|one| &one.record)
    }

    /// Whether something still has to go out.
    pub(super) fn has_unsent(&self) -> bool {
        self.pending
            .iter()
            .any(|one| !one.needs_you() && one.way == Way::Unsent)
    }

    /// When to send again what the server has put off.
    pub(super) fn wakes_at(&self) -> Option<Instant> {
        self.paused_until
    }

    fn in_flight(&self) -> usize {
        self.pending.iter().filter(|one| one.way == Way::Sent).count()
    }

    fn find(&mut self, mid: Mid) -> Option<&mut Pending> {
        self.pending.iter_mut().find(|one| one.mid() == mid)
    }

    fn lane_client(&self, lane: Lane) -> ClientId {
        self.clients
            .get(&lane)
            .copied()
            .expect("nothing is queued before the outbox's client is known")
    }
}
