//! What becomes of mutations, and who is told what has become durable.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use app_domain::time::Instant;
use uuid::Uuid;

use super::frames::{changes_json, delta_frame, frame};
use super::{Effect, Frame, Hub, Reading, SocketId, TAIL, WAITING_AT_MOST, send};
use crate::project::{ViewClass, project_change};
use crate::server::{Answer, Commit, CursorSeal, LogEntry, Submission};
use crate::wire::{ClientId, Cursor, Mid, Mutation, MutationResult, ServerMessage};

/// What all sockets of a class are told of a commit.
struct ClassFrame {
    cursor: Cursor,
    changes: String,
    frame: Frame,
}

impl<S: CursorSeal> Hub<S> {
    pub(super) fn push(
        &mut self,
        id: SocketId,
        client: ClientId,
        after: Mid,
        mutations: Vec<Mutation>,
        effects: &mut Vec<Effect>,
    ) {
        let Some(socket) = self.sockets.get_mut(&id) else {
            return;
        };
        if mutations.iter().any(|mutation| !mutation.mid.is_a_number()) {
            effects.push(Effect::Close { socket: id });
            return;
        }
        socket.clients.insert(client);
        if socket.waiting + mutations.len() > WAITING_AT_MOST {
            for Mutation { mid, .. } in mutations {
                send(
                    effects,
                    id,
                    &ServerMessage::Result {
                        mid,
                        result: MutationResult::Later,
                    },
                );
            }
            return;
        }
        socket.waiting += mutations.len();
        let actor = socket.viewer.actor();
        let made_in = mutations.iter().filter_map(|mutation| {
            let read = self.seal.open(mutation.base.as_ref()?)?;
            (read.class.role != actor.role).then_some((mutation.mid, read.class.role))
        });
        effects.push(Effect::Submit(Submission {
            socket: id,
            client,
            actor,
            device: socket.device,
            after,
            made_in: made_in.collect(),
            mutations,
        }));
    }

    /// What is durable is taken in, answered and broadcast in one step: nobody reads between.
    pub(super) fn committed(&mut self, commit: Commit, effects: &mut Vec<Effect>) {
        let Commit {
            entries,
            clients,
            answers,
        } = commit;
        let head = self.truth.head();
        let entries: Vec<LogEntry> = entries.into_iter().filter(|entry| entry.seq > head).collect();
        let mut affected: BTreeSet<ClientId> = clients.iter().map(|(client, _)| *client).collect();
        affected.extend(
            entries
                .iter()
                .filter_map(|entry| entry.mutation.map(|(client, _)| client)),
        );
        let answered = answers
            .iter()
            .filter(|answer| answer.result != MutationResult::Later);
        affected.extend(answered.map(|answer| answer.client));
        for (client, standing) in clients {
            self.truth.learn(client, standing);
        }
        for entry in &entries {
            self.truth.commit(entry);
        }
        for answer in answers {
            self.answer(answer, effects);
        }
        self.broadcast(&entries, &affected, effects);
        self.tail.extend(entries);
        let surplus = self.tail.len().saturating_sub(TAIL);
        self.tail.drain(..surplus);
    }

    fn answer(&mut self, answer: Answer, effects: &mut Vec<Effect>) {
        let Some(socket) = self.sockets.get_mut(&answer.socket) else {
            return;
        };
        socket.waiting = socket.waiting.saturating_sub(1);
        let message = ServerMessage::Result {
            mid: answer.mid,
            result: answer.result,
        };
        send(effects, answer.socket, &message);
    }

    /// Projects and serialises once per class. Who sees nothing of it is told nothing, but that its own mutations are in.
    fn broadcast(&self, entries: &[LogEntry], affected: &BTreeSet<ClientId>, effects: &mut Vec<Effect>) {
        let mut by_class: BTreeMap<ViewClass, Option<ClassFrame>> = BTreeMap::new();
        let live = self
            .sockets
            .iter()
            .filter(|(_, socket)| matches!(socket.reading, Reading::Live));
        for (id, socket) in live {
            let class = ViewClass::of(&socket.viewer);
            let shared = by_class
                .entry(class)
                .or_insert_with(|| self.class_frame(class, entries));
            let own = self.own_last_mids(*id, |client| affected.contains(&client));
            let frame = match shared {
                Some(shared) if own.is_empty() => Arc::clone(&shared.frame),
                None if own.is_empty() => continue,
                Some(shared) => delta_frame(&shared.cursor, &shared.changes, &own),
                None => delta_frame(&self.cursor(class), "[]", &own),
            };
            effects.push(Effect::Send { socket: *id, frame });
        }
    }

    fn class_frame(&self, class: ViewClass, entries: &[LogEntry]) -> Option<ClassFrame> {
        let changes = entries.iter().flat_map(|entry| &entry.changes);
        let changes: Vec<_> = changes
            .filter_map(|change| project_change(class, change))
            .collect();
        if changes.is_empty() {
            return None;
        }
        let changes = changes_json(&changes);
        let cursor = self.cursor(class);
        let frame = delta_frame(&cursor, &changes, &BTreeMap::new());
        Some(ClassFrame {
            cursor,
            changes,
            frame,
        })
    }

    pub(super) fn heartbeat(&self, now: Instant, effects: &mut Vec<Effect>) {
        let mut by_class: BTreeMap<ViewClass, Frame> = BTreeMap::new();
        let live = self
            .sockets
            .iter()
            .filter(|(_, socket)| matches!(socket.reading, Reading::Live));
        for (id, socket) in live {
            let class = ViewClass::of(&socket.viewer);
            let frame = by_class.entry(class).or_insert_with(|| {
                let cursor = self.cursor(class);
                frame(&ServerMessage::Heartbeat {
                    now,
                    cursor,
                    checksum: self.truth.checksum(class),
                })
            });
            effects.push(Effect::Send {
                socket: *id,
                frame: Arc::clone(frame),
            });
        }
    }

    pub(super) fn own_last_mids(&self, id: SocketId, of: impl Fn(ClientId) -> bool) -> BTreeMap<Uuid, Mid> {
        let Some(socket) = self.sockets.get(&id) else {
            return BTreeMap::new();
        };
        self.last_mids(
            &socket.viewer,
            socket.clients.iter().copied().filter(|client| of(*client)),
        )
    }
}
