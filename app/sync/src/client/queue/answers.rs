//! What became of mutations, and which of them the base holds.

use std::collections::BTreeMap;

use app_domain::refusal::Refusal;
use app_domain::time::Instant;
use uuid::Uuid;

use super::pending::{Disk, Lane, Pending, Way};
use super::{Note, Queue};
use crate::outbox::OutboxState;
use crate::wire::{ClientId, Mid, MutationResult};

impl Queue {
    /// What became of a mutation.
    pub(in crate::client) fn answered(
        &mut self,
        mid: Mid,
        result: MutationResult,
        now: Instant,
        at: Instant,
    ) -> Vec<Note> {
        let refusal = match result {
            MutationResult::Later => return self.postponed(mid, now),
            MutationResult::Ok | MutationResult::Dup { refusal: None } => None,
            MutationResult::Refused { refusal }
            | MutationResult::Dup {
                refusal: Some(refusal),
            } => Some(refusal),
        };
        self.backoff.succeeded();
        if self.asks.iter().any(|ask| ask.mid == mid) {
            return self.ask_answered(mid, refusal);
        }
        let Some(one) = self.find(mid) else {
            return Vec::new();
        };
        one.way = Way::Answered;
        match refusal {
            _ if one.needs_you() => Vec::new(),
            None => {
                one.record.state = OutboxState::Accepted;
                self.forget_settled()
            }
            Some(refusal) => {
                one.record.state = OutboxState::NeedsYou { refusal, at };
                let on_disk = one.disk == Disk::Kept;
                on_disk
                    .then(|| Note::Keep(Box::new(one.record.clone())))
                    .into_iter()
                    .collect()
            }
        }
    }

    fn ask_answered(&mut self, mid: Mid, refusal: Option<Refusal>) -> Vec<Note> {
        let answered = self.asks.extract_if(.., |ask| ask.mid == mid);
        let refused = answered
            .zip(refusal)
            .map(|(ask, refusal)| Note::Refused(Box::new(ask.command), refusal));
        refused.collect()
    }

    /// The server is busy: this mutation and all after it wait, so that order is kept.
    fn postponed(&mut self, mid: Mid, now: Instant) -> Vec<Note> {
        if self.asks.iter().any(|ask| ask.mid == mid) {
            return self.ask_answered(mid, Some(Refusal::NeedsServer));
        }
        let from_here = self
            .pending
            .iter_mut()
            .filter(|one| one.mid() >= mid && one.way == Way::Sent);
        from_here.for_each(Pending::called_back);
        if self.paused_until.is_none() {
            self.paused_until = Some(self.backoff.again(now));
        }
        Vec::new()
    }

    /// The base holds the effects up to here.
    pub(in crate::client) fn settle(&mut self, last_mids: &BTreeMap<Uuid, Mid>) -> Vec<Note> {
        for (client, mid) in last_mids {
            let settled = self.settled.entry(ClientId(*client)).or_default();
            *settled = (*settled).max(*mid);
        }
        self.forget_settled()
    }

    /// Another base is in its place: what the one before held counts no more (a restored server may hold less).
    pub(in crate::client) fn settle_anew(&mut self, last_mids: &BTreeMap<Uuid, Mid>) -> Vec<Note> {
        self.settled = last_mids
            .iter()
            .map(|(client, mid)| (ClientId(*client), *mid))
            .collect();
        self.forget_settled()
    }

    pub(in crate::client) fn settled(&self) -> BTreeMap<Uuid, Mid> {
        self.settled
            .iter()
            .map(|(client, mid)| (client.0, *mid))
            .collect()
    }

    fn forget_settled(&mut self) -> Vec<Note> {
        let (clients, settled) = (self.clients.clone(), self.settled.clone());
        self.take_out(|one| one.record.state == OutboxState::Accepted && is_settled(one, &clients, &settled))
    }

    pub(super) fn take_out(&mut self, which: impl Fn(&Pending) -> bool) -> Vec<Note> {
        let gone = self.pending.extract_if(.., |one| which(one));
        let on_disk = gone.filter(|one| one.disk != Disk::Failed);
        on_disk.map(|one| Note::Forget(one.mid())).collect()
    }
}

pub(super) fn is_settled(
    one: &Pending,
    clients: &BTreeMap<Lane, ClientId>,
    settled: &BTreeMap<ClientId, Mid>,
) -> bool {
    let client = clients.get(&one.lane());
    client
        .and_then(|client| settled.get(client))
        .is_some_and(|settled| one.mid() <= *settled)
}
