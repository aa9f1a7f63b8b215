//! What the server says.

use std::collections::BTreeMap;

use app_domain::rows::Change;
use app_domain::time::Instant;

use super::Effect;
use super::connection::{Fetch, Phase};
use super::core::{Client, Effects};
use crate::replica::Replica;
use crate::wire::{
    ClientMessage, Cursor, Delta, Mid, MutationResult, SCHEMA, ServerMessage, Snapshot, Viewer,
};

impl Client {
    pub(super) fn opened(&mut self, now: Instant, effects: &mut Effects) {
        if self.connection.phase == Phase::Connecting {
            self.connection.heard(now);
            self.hello(effects);
        }
    }

    pub(super) fn closed(&mut self, now: Instant, effects: &mut Effects) {
        if self.connection.phase.has_socket() {
            self.lose_connection(now, effects);
        }
    }

    fn hello(&mut self, effects: &mut Effects) {
        let Some(client) = self.queue.client() else { return };
        self.connection.greets();
        effects.send(ClientMessage::Hello {
            client,
            schema: SCHEMA,
            cursor: self.cursor.clone(),
        });
    }

    pub(super) fn message(&mut self, message: ServerMessage, now: Instant, effects: &mut Effects) {
        if !self.connection.phase.has_socket() {
            return;
        }
        self.connection.heard(now);
        match message {
            ServerMessage::Welcome {
                now: server,
                viewer,
                snapshot,
                last_mid,
            } => {
                self.clock_heard(server, now);
                self.welcome(viewer, snapshot, last_mid, effects);
            }
            ServerMessage::Delta(delta) => self.delta(delta, effects),
            ServerMessage::Result { mid, result } => {
                self.result(mid, result, now, effects);
            }
            ServerMessage::Presence { people } => self.presence(people, effects),
            // Who the session is may have changed as well: nothing goes out before the welcome has said.
            ServerMessage::Rescope if self.connection.phase == Phase::Greeting => self.outdate_base(effects),
            ServerMessage::Rescope => self.rescope(effects),
            ServerMessage::Wipe => self.leave(effects),
            ServerMessage::Upgrade => self.stop(Effect::OfferUpgrade, effects),
            ServerMessage::Pong { now: server } => {
                self.clock_heard(server, now);
                self.connection.lasted();
            }
            ServerMessage::Heartbeat {
                now: server,
                cursor,
                checksum,
            } => {
                self.clock_heard(server, now);
                self.heartbeat(cursor, checksum, effects);
            }
        }
        if self.connection.phase == Phase::Following {
            self.as_of = self.server_time(now);
        }
    }

    fn result(&mut self, mid: Mid, result: MutationResult, now: Instant, effects: &mut Effects) {
        let at = self.server_time(now);
        let refused = matches!(
            result,
            MutationResult::Refused { .. } | MutationResult::Dup { refusal: Some(_) }
        );
        let notes = self.queue.answered(mid, result, now, at);
        effects.notes(notes);
        if refused {
            self.rebase(&[], effects);
        }
        effects.state_changed();
    }

    /// The way from the server is not counted: a time taken from this is never ahead of the server's.
    fn clock_heard(&mut self, server: Instant, now: Instant) {
        self.offset_ms = server.0.saturating_sub(now.0);
    }

    fn welcome(&mut self, viewer: Viewer, snapshot: bool, last_mid: Mid, effects: &mut Effects) {
        if self
            .viewer
            .as_ref()
            .is_some_and(|known| known.member.id != viewer.member.id)
        {
            // Somebody else has signed in meanwhile: nothing of this person may be sent under that name, nor be seen.
            self.leave(effects);
            return;
        }
        let other_role = self
            .viewer
            .as_ref()
            .is_some_and(|known| known.role != viewer.role);
        self.viewer = Some(viewer);
        self.queue.skip_to(last_mid);
        let is_for_this_base = self.connection.is_greeted();
        if other_role {
            self.rescope(effects);
        } else if !is_for_this_base {
            // The answer to the last hello is still on its way.
        } else if snapshot || self.cursor.is_none() {
            // Without a cursor the base was dropped since hello was said: what follows would be added to nothing.
            self.connection.phase = Phase::Fetching;
            self.fetch(effects);
        } else {
            self.connection.phase = Phase::CatchingUp;
        }
        self.tell_presence(effects);
        effects.state_changed();
    }

    fn is_somebody_else(&self, viewer: &Viewer) -> bool {
        self.viewer
            .as_ref()
            .is_some_and(|known| known.member.id != viewer.member.id)
    }

    fn delta(&mut self, delta: Delta, effects: &mut Effects) {
        if !matches!(self.connection.phase, Phase::CatchingUp | Phase::Following) {
            return;
        }
        self.connection.phase = Phase::Following;
        self.cursor = Some(delta.cursor);
        let notes = self.queue.settle(&delta.last_mids);
        // What lived in memory only leaves no note.
        if !delta.last_mids.is_empty() {
            effects.state_changed();
        }
        effects.notes(notes);
        self.rebase(&delta.changes, effects);
        effects.push(Effect::CacheStale);
    }

    /// The replica that has read everything must sum up to what the server says, or something is wrong with it.
    fn heartbeat(&mut self, cursor: Cursor, checksum: u64, effects: &mut Effects) {
        if self.connection.phase != Phase::Following {
            return;
        }
        if self.view.base().checksum() == checksum {
            self.cursor = Some(cursor);
            return;
        }
        self.connection.phase = Phase::Fetching;
        effects.send(ClientMessage::Resnap);
        self.fetch(effects);
    }

    /// What rests here may not be seen any more: gone at once, and asked for anew. The outbox stays.
    fn rescope(&mut self, effects: &mut Effects) {
        self.outdate_base(effects);
        self.connection.phase = Phase::Fetching;
        self.fetch(effects);
    }

    fn outdate_base(&mut self, effects: &mut Effects) {
        self.drop_base(effects);
        if self.connection.fetch == Fetch::Asked {
            self.connection.fetch = Fetch::Outdated;
        }
        effects.state_changed();
    }

    /// The session is over, or another person's now: the rows go, the outbox stays on the disk.
    pub(super) fn leave(&mut self, effects: &mut Effects) {
        self.drop_base(effects);
        self.stop(Effect::SignIn, effects);
    }

    pub(super) fn drop_base(&mut self, effects: &mut Effects) {
        self.nobody_is_present(effects);
        self.cursor = None;
        // A base of nothing holds no effects: what was carried out stays in the outbox until the next one says that it does.
        let notes = self.queue.settle_anew(&BTreeMap::new());
        effects.notes(notes);
        let shown = self.view.swap(Replica::default(), self.queue.speculative(), None);
        effects.rows.extend(shown);
        effects.push(Effect::DropCache);
    }

    pub(super) fn snapshot(&mut self, snapshot: Snapshot, now: Instant, effects: &mut Effects) {
        let somebody_else = self.is_somebody_else(&snapshot.viewer);
        match self.connection.fetch {
            Fetch::Idle | Fetch::Waiting { .. } => {}
            Fetch::Outdated => self.fetch_again(effects),
            Fetch::Asked if somebody_else => self.leave(effects),
            // Asked for over a connection before this one, which has read on without it: it would take the base back.
            Fetch::Asked if matches!(self.connection.phase, Phase::CatchingUp | Phase::Following) => {
                self.connection.fetched();
            }
            Fetch::Asked if snapshot.schema != SCHEMA => self.stop(Effect::OfferUpgrade, effects),
            Fetch::Asked => {
                self.connection.fetched();
                self.offset_ms = snapshot.at.0.saturating_sub(now.0);
                self.install(snapshot, effects);
                effects.push(Effect::CacheStale);
                effects.state_changed();
                // Said already, it named another base: what the answer brings is not for this one.
                if matches!(self.connection.phase, Phase::Greeting | Phase::Fetching) {
                    self.hello(effects);
                }
            }
        }
    }

    pub(super) fn snapshot_failed(&mut self, now: Instant, effects: &mut Effects) {
        match self.connection.fetch {
            Fetch::Idle | Fetch::Waiting { .. } => {}
            Fetch::Outdated => self.fetch_again(effects),
            Fetch::Asked => self.connection.fetch_failed(now),
        }
    }

    fn fetch_again(&mut self, effects: &mut Effects) {
        self.connection.fetch = Fetch::Idle;
        self.fetch(effects);
    }

    /// One step: the base, the cursor and what it settles. Nobody sees one without the others.
    pub(super) fn install(&mut self, snapshot: Snapshot, effects: &mut Effects) {
        self.cursor = Some(snapshot.cursor);
        self.as_of = snapshot.at;
        self.viewer = Some(snapshot.viewer);
        let notes = self.queue.settle_anew(&snapshot.last_mids);
        effects.notes(notes);
        let actor = self.viewer.as_ref().map(Viewer::actor);
        let base = Replica::from_rows(snapshot.rows);
        effects
            .rows
            .extend(self.view.swap(base, self.queue.speculative(), actor));
    }

    pub(super) fn rebase(&mut self, changes: &[Change], effects: &mut Effects) {
        let actor = self.viewer.as_ref().map(Viewer::actor);
        effects
            .rows
            .extend(self.view.rebase(changes, self.queue.speculative(), actor));
    }
}
