//! The state of a device, and what each event does to it.

use std::collections::BTreeSet;

use app_domain::rows::Key;
use app_domain::time::{Instant, Now};

use super::connection::{Connection, Due, Fetch, Phase, Unsent};
use super::presence::Attention;
use super::queue::{Note, Queue};
use super::row_state::row_state;
use super::view::View;
use super::{Effect, Event, Link, RowState};
use crate::outbox::OutboxRecord;
use crate::presence::Present;
use crate::replica::Replica;
use crate::wire::{ClientId, ClientMessage, Cursor, Mid, SCHEMA, Snapshot, Viewer};

/// The core of a device.
#[derive(Debug)]
pub struct Client {
    pub(super) view: View,
    pub(super) queue: Queue,
    pub(super) connection: Connection,
    pub(super) viewer: Option<Viewer>,
    /// How far the base is; `None` while there is none.
    pub(super) cursor: Option<Cursor>,
    /// The base is as the server had it then, by the server's clock.
    pub(super) as_of: Instant,
    /// Server's clock less this device's, in milliseconds.
    pub(super) offset_ms: i64,
    pub(super) attention: Attention,
    pub(super) present: Vec<Present>,
    link: Link,
    wake: Option<Instant>,
}

/// The effects of one event, with what is shown said once at the end.
#[derive(Default)]
pub(super) struct Effects {
    pub(super) list: Vec<Effect>,
    pub(super) rows: BTreeSet<Key>,
    state_changed: bool,
}

impl Effects {
    pub(super) fn push(&mut self, effect: Effect) {
        self.list.push(effect);
    }

    pub(super) fn send(&mut self, message: ClientMessage) {
        self.list.push(Effect::Send(message));
    }

    /// The outbox or the link may look different.
    pub(super) fn state_changed(&mut self) {
        self.state_changed = true;
    }

    pub(super) fn notes(&mut self, notes: impl IntoIterator<Item = Note>) {
        for note in notes {
            self.list.push(match note {
                Note::Keep(record) => Effect::Keep(record),
                Note::Forget(mid) => Effect::Forget(mid),
                Note::Refused(command, refusal) => Effect::ShowRefusal(command, refusal),
            });
        }
    }
}

impl Client {
    /// A device that has not started. `life` is a fresh random identity for this life of the page: the jitter comes from
    /// it, and mutations that could not be kept on the disk go out under it.
    pub fn new(life: ClientId) -> Self {
        Self {
            view: View::default(),
            queue: Queue::new(life),
            connection: Connection::new(life),
            viewer: None,
            cursor: None,
            as_of: Instant(0),
            offset_ms: 0,
            attention: Attention::Untold,
            present: Vec::new(),
            link: Link::Loading,
            wake: None,
        }
    }

    /// The same device, knowing by how many milliseconds the server's clock is ahead of its own.
    #[must_use]
    pub fn with_clock_offset(self, milliseconds: i64) -> Self {
        Self {
            offset_ms: milliseconds,
            ..self
        }
    }

    /// What is shown: the base with everything pending carried out on it.
    pub fn view(&self) -> &Replica {
        self.view.shown()
    }

    /// The rows as the server has them, at the cursor.
    pub fn base(&self) -> &Replica {
        self.view.base()
    }

    /// What is not settled yet, in order: unsent, unanswered, and refused.
    pub fn outbox(&self) -> Vec<OutboxRecord> {
        self.queue.records().cloned().collect()
    }

    /// How the device stands with the server, as of the last event. A wake-up is asked for when it stops being live.
    pub fn link(&self) -> Link {
        self.link
    }

    /// How a row stands.
    pub fn row_state(&self, key: Key) -> RowState {
        self.queue
            .of_row(key)
            .map(|record| row_state(&record.state))
            .max()
            .unwrap_or(RowState::Saved)
    }

    /// Who is signed in; `None` until the cache, the welcome or the first snapshot is there.
    pub fn viewer(&self) -> Option<&Viewer> {
        self.viewer.as_ref()
    }

    /// The outbox that what is asked for here is numbered in; `None` before the page has started.
    pub fn outbox_client(&self) -> Option<ClientId> {
        self.queue.client()
    }

    /// Server's clock less this device's, in milliseconds, as last heard.
    pub fn clock_offset(&self) -> i64 {
        self.offset_ms
    }

    /// How far the base is; `None` while there is none.
    pub fn cursor(&self) -> Option<&Cursor> {
        self.cursor.as_ref()
    }

    /// What the read cache is to hold; `None` while there is no base.
    pub fn snapshot_for_cache(&self) -> Option<Snapshot> {
        Some(Snapshot {
            schema: SCHEMA,
            cursor: self.cursor.clone()?,
            at: self.as_of,
            viewer: self.viewer.clone()?,
            rows: self.view.base().rows().cloned().collect(),
            last_mids: self.queue.settled(),
        })
    }

    /// Takes in what happened, and says what is to be done, in order.
    pub fn handle(&mut self, event: Event, now: Now) -> Vec<Effect> {
        let now = now.instant;
        let mut effects = Effects::default();
        if self.connection.clock_went_back(now) {
            self.start_over(now, &mut effects);
        }
        // What lay waiting for a page that stood still is no proof of life.
        self.give_up_if_dead(now, &mut effects);
        if event == Event::Woke {
            self.wake = None;
        }
        self.take_in(event, now, &mut effects);
        self.do_what_is_due(now, &mut effects);
        self.finish(now, effects)
    }

    fn take_in(&mut self, event: Event, now: Instant, effects: &mut Effects) {
        match event {
            Event::Started {
                client,
                cache,
                outbox,
                last_mid,
            } => {
                self.started(client, cache, outbox, last_mid, now, effects);
            }
            Event::Command(command) => self.command(command, now, effects),
            Event::Kept(mid) => {
                self.queue.kept(mid);
                effects.state_changed();
            }
            Event::KeepFailed(mid) => {
                self.queue.keep_failed(mid);
                effects.state_changed();
            }
            Event::Dismissed(mid) => {
                let notes = self.queue.dismissed(mid);
                effects.notes(notes);
                effects.state_changed();
            }
            Event::LooksAt(looking_at) => self.looks_at(looking_at, effects),
            Event::Opened => self.opened(now, effects),
            Event::Closed => self.closed(now, effects),
            Event::Message(message) => self.message(message, now, effects),
            Event::Snapshot(snapshot) => self.snapshot(*snapshot, now, effects),
            Event::SnapshotFailed => self.snapshot_failed(now, effects),
            Event::SignedOut => self.leave(effects),
            Event::Expired => self.expired(now, effects),
            Event::Online => self.connection.hurry(now),
            Event::Visible => {
                self.connection.visible();
                self.connection.hurry(now);
                self.tell_presence(effects);
            }
            Event::Hidden => {
                self.connection.hidden(now);
                self.tell_presence(effects);
            }
            Event::Frozen if self.connection.phase != Phase::Stopped => self.rest(effects),
            Event::Resumed => self.connection.hurry(now),
            Event::Rescued(mids) => {
                let notes = self.queue.rescued(&mids);
                effects.notes(notes);
                self.rebase(&[], effects);
                effects.state_changed();
            }
            Event::Frozen | Event::Woke => {}
        }
    }

    fn started(
        &mut self,
        client: ClientId,
        cache: Option<Box<Snapshot>>,
        outbox: Vec<OutboxRecord>,
        last_mid: Mid,
        now: Instant,
        effects: &mut Effects,
    ) {
        if self.connection.phase.has_socket() {
            let notes = self.queue.disconnected();
            effects.notes(notes);
        }
        self.queue.restore(client, outbox, last_mid);
        // Rows of another version are of no use; the outbox is kept whatever its version.
        match cache {
            Some(cache) if cache.schema == SCHEMA => self.install(*cache, effects),
            Some(_) => effects.push(Effect::DropCache),
            None => self.rebase(&[], effects),
        }
        self.connection.connecting(now);
        effects.push(Effect::Connect);
        effects.state_changed();
    }

    /// The socket is given up, or was lost; the next try is after a while.
    pub(super) fn lose_connection(&mut self, now: Instant, effects: &mut Effects) {
        self.connection.lost(now);
        self.nobody_is_present(effects);
        let notes = self.queue.disconnected();
        effects.notes(notes);
        effects.state_changed();
    }

    /// The base goes, and with it who looks; the outbox stays. The next welcome brings another base.
    fn expired(&mut self, now: Instant, effects: &mut Effects) {
        if self.connection.phase.has_socket() {
            effects.push(Effect::Disconnect);
            self.lose_connection(now, effects);
        }
        self.viewer = None;
        self.drop_base(effects);
        effects.state_changed();
    }

    /// No socket, and none wanted.
    pub(super) fn stop(&mut self, then: Effect, effects: &mut Effects) {
        if self.connection.phase.has_socket() {
            effects.push(Effect::Disconnect);
        }
        self.connection.phase = Phase::Stopped;
        self.nobody_is_present(effects);
        let notes = self.queue.disconnected();
        effects.notes(notes);
        effects.push(then);
        effects.state_changed();
    }

    /// The device's clock was put back: nothing is known of how old anything is.
    fn start_over(&mut self, now: Instant, effects: &mut Effects) {
        if self.connection.phase.has_socket() {
            effects.push(Effect::Disconnect);
            self.lose_connection(now, effects);
        }
        self.connection.hurry(now);
    }

    fn give_up_if_dead(&mut self, now: Instant, effects: &mut Effects) {
        if self.connection.is_dead(now) {
            effects.push(Effect::Disconnect);
            self.lose_connection(now, effects);
        }
    }

    fn do_what_is_due(&mut self, now: Instant, effects: &mut Effects) {
        while let Some(due) = self.connection.due(now, self.unsent()) {
            match due {
                Due::Dead => {
                    effects.push(Effect::Disconnect);
                    self.lose_connection(now, effects);
                }
                Due::Connect => {
                    self.connection.connecting(now);
                    effects.push(Effect::Connect);
                }
                Due::Ping => {
                    self.connection.pinged(now);
                    effects.send(ClientMessage::Ping);
                }
                Due::Fetch => self.fetch(effects),
                Due::Rest => self.rest(effects),
            }
        }
        if self.connection.phase.is_welcome() {
            let pushes = self.queue.pushes(now);
            if !pushes.is_empty() {
                effects.state_changed();
            }
            pushes.into_iter().for_each(|push| effects.send(push));
        }
    }

    fn rest(&mut self, effects: &mut Effects) {
        if self.connection.phase.has_socket() {
            effects.send(ClientMessage::Bye);
            effects.push(Effect::Disconnect);
        }
        self.connection.phase = Phase::Resting;
        self.nobody_is_present(effects);
        let notes = self.queue.disconnected();
        effects.notes(notes);
        effects.state_changed();
    }

    /// Asks for a snapshot, unless one is on its way.
    pub(super) fn fetch(&mut self, effects: &mut Effects) {
        if matches!(self.connection.fetch, Fetch::Idle | Fetch::Waiting { .. }) {
            self.connection.fetch = Fetch::Asked;
            effects.push(Effect::FetchSnapshot);
        }
    }

    fn unsent(&self) -> Unsent {
        if self.queue.has_unsent() {
            Unsent::Something
        } else {
            Unsent::Nothing
        }
    }

    /// The server's time, as far as this device can tell.
    pub(super) fn server_time(&self, now: Instant) -> Instant {
        Instant(now.0.saturating_add(self.offset_ms))
    }

    fn finish(&mut self, now: Instant, mut effects: Effects) -> Vec<Effect> {
        let link = match &self.cursor {
            None => Link::Loading,
            Some(_) if self.connection.is_live(now) => Link::Live,
            Some(_) => Link::AsOf(self.as_of),
        };
        if link != std::mem::replace(&mut self.link, link) {
            effects.state_changed();
        }
        if !effects.rows.is_empty() {
            effects.list.push(Effect::Show(effects.rows));
        }
        if effects.state_changed {
            effects.list.push(Effect::ShowState);
        }
        let paused = self
            .queue
            .wakes_at()
            .filter(|_| self.connection.phase.is_welcome());
        let wake = self
            .connection
            .wakes_at(self.unsent())
            .into_iter()
            .chain(paused)
            .min();
        if let Some(at) = wake
            && self.wake != wake
        {
            effects.list.push(Effect::WakeAt(at));
            self.wake = wake;
        }
        effects.list
    }
}
