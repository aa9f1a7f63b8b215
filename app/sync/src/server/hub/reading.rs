//! How far each socket reads along: hello, catching up, and a view that changes in kind.

use app_domain::time::Instant;

use super::frames::{changes_json, coalesce, delta_frame};
use super::{BEHIND_AT_MOST, Effect, Hub, Reading, SocketId, send};
use crate::project::{ViewClass, project_change};
use crate::server::{CursorSeal, LogEntry};
use crate::wire::{ClientId, Cursor, SCHEMA, ServerMessage, Viewer};

impl<S: CursorSeal> Hub<S> {
    pub(super) fn hello(
        &mut self,
        id: SocketId,
        client: ClientId,
        schema: u32,
        cursor: Option<&Cursor>,
        now: Instant,
        effects: &mut Vec<Effect>,
    ) {
        let Some(socket) = self.sockets.get_mut(&id) else {
            return;
        };
        if schema != SCHEMA {
            send(effects, id, &ServerMessage::Upgrade);
            effects.push(Effect::Close { socket: id });
            return;
        }
        socket.clients.insert(client);
        let viewer = socket.viewer.clone();
        let after = cursor.and_then(|cursor| self.reads_on_after(&viewer, cursor));
        self.welcome(id, client, viewer, after.is_none(), now, effects);
        if let Some(after) = after {
            self.catch_up(id, after, Vec::new(), effects);
        }
    }

    /// The step after which a device may read on, if it may.
    fn reads_on_after(&self, viewer: &Viewer, cursor: &Cursor) -> Option<u64> {
        let position = self.seal.open(cursor)?;
        let same_view = position.epoch == self.truth.epoch() && position.class == ViewClass::of(viewer);
        let behind = self.truth.head().checked_sub(position.seq)?;
        let in_log = position.seq + 1 >= self.log_from;
        (same_view && in_log && behind <= BEHIND_AT_MOST).then_some(position.seq)
    }

    fn welcome(
        &mut self,
        id: SocketId,
        client: ClientId,
        viewer: Viewer,
        snapshot: bool,
        now: Instant,
        effects: &mut Vec<Effect>,
    ) {
        let last_mid = self
            .last_mids(&viewer, [client])
            .get(&client.0)
            .copied()
            .unwrap_or_default();
        send(
            effects,
            id,
            &ServerMessage::Welcome {
                now,
                viewer,
                snapshot,
                last_mid,
            },
        );
        if let Some(socket) = self.sockets.get_mut(&id) {
            socket.reading = Reading::Away;
        }
    }

    /// Steps that were read for a socket that is behind.
    pub(super) fn log(
        &mut self,
        id: SocketId,
        entries: Vec<LogEntry>,
        now: Instant,
        effects: &mut Vec<Effect>,
    ) {
        let head = self.truth.head();
        let Some(socket) = self.sockets.get_mut(&id) else {
            return;
        };
        let reading = std::mem::replace(&mut socket.reading, Reading::Away);
        let Reading::CatchingUp {
            mut after,
            entries: mut read,
        } = reading
        else {
            // Meanwhile the device has asked for something else; this answer is nobody's.
            socket.reading = reading;
            return;
        };
        let before = after;
        for entry in entries {
            // The disk may be ahead of what this hub has been told: that part comes with the commit.
            if entry.seq == after + 1 && entry.seq <= head {
                after = entry.seq;
                read.push(entry);
            }
        }
        if after > before {
            self.catch_up(id, after, read, effects);
        } else if let Some(client) = socket.clients.first().copied() {
            let viewer = socket.viewer.clone();
            self.welcome(id, client, viewer, true, now, effects);
        }
    }

    /// Tells a socket everything behind a step in one delta, or asks for what memory does not hold.
    fn catch_up(&mut self, id: SocketId, after: u64, mut read: Vec<LogEntry>, effects: &mut Vec<Effect>) {
        let held_after = self.truth.head() - self.tail.len() as u64;
        let Some(socket) = self.sockets.get_mut(&id) else {
            return;
        };
        if after < held_after {
            socket.reading = Reading::CatchingUp { after, entries: read };
            effects.push(Effect::ReadLog { socket: id, after });
            return;
        }
        read.extend(self.tail.iter().filter(|entry| entry.seq > after).cloned());
        socket.reading = Reading::Live;
        let class = ViewClass::of(&socket.viewer);
        let changes = read.iter().flat_map(|entry| &entry.changes);
        let changes = coalesce(
            changes
                .filter_map(|change| project_change(class, change))
                .collect(),
        );
        let last_mids = self.own_last_mids(id, |_| true);
        let frame = delta_frame(&self.cursor(class), &changes_json(&changes), &last_mids);
        effects.push(Effect::Send { socket: id, frame });
    }

    pub(super) fn viewer_changed(&mut self, id: SocketId, viewer: Viewer, effects: &mut Vec<Effect>) {
        let Some(socket) = self.sockets.get_mut(&id) else {
            return;
        };
        socket.viewer = viewer;
        socket.reading = Reading::Away;
        send(effects, id, &ServerMessage::Rescope);
    }
}
