//! The sockets of one server: who reads what, and who is told what became of a mutation.

mod frames;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use app_domain::time::Instant;

use self::frames::{coalesce, delta_frame, frame};
use super::{Answer, Commit, CursorSeal, LogEntry, Position, Submission, Truth};
use crate::project::{ViewClass, project, project_change};
use crate::wire::{
    ClientId, ClientMessage, Cursor, Mid, Mutation, MutationResult, SCHEMA, ServerMessage, Snapshot, Viewer,
};

/// How often the driver sends [`Event::Tick`].
pub const HEARTBEAT_SECONDS: u64 = 15;

/// Mutations of one socket that may wait for the writer; what comes above that is told to come later.
const WAITING_AT_MOST: usize = 512;

/// Steps of the log that are kept in memory for devices that were away for a moment.
const TAIL: usize = 2_048;

/// A device further behind than this takes a snapshot: it is smaller than the steps.
const BEHIND_AT_MOST: u64 = 20_000;

/// A connection. Never used twice in the life of a server process.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SocketId(pub u64);

/// The text of a message, shared by all sockets that it goes to.
pub type Frame = Arc<str>;

/// What happens to the hub.
#[derive(Clone, PartialEq, Debug)]
pub enum Event {
    /// A socket is open; its session and origin were checked.
    Connected {
        /// Which.
        socket: SocketId,
        /// Whose.
        viewer: Box<Viewer>,
    },
    /// A message came.
    Message {
        /// From which socket.
        socket: SocketId,
        /// What it says.
        message: ClientMessage,
    },
    /// Steps of the log that [`Effect::ReadLog`] asked for: the next ones, in order, as many as the driver likes. None
    /// at all means that the log does not reach back so far.
    Log {
        /// For which socket.
        socket: SocketId,
        /// The steps.
        entries: Vec<LogEntry>,
    },
    /// Something has become durable, or was put off.
    Committed(Commit),
    /// The session says something else of the user now: another role, for instance.
    ViewerChanged {
        /// Which socket.
        socket: SocketId,
        /// Who it is now.
        viewer: Box<Viewer>,
    },
    /// A socket is closed.
    Disconnected {
        /// Which.
        socket: SocketId,
    },
    /// [`HEARTBEAT_SECONDS`] have passed.
    Tick,
}

/// What the driver is to do, in this order.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// Send a message.
    Send {
        /// To which socket.
        socket: SocketId,
        /// The message.
        frame: Frame,
    },
    /// Queue mutations for the writer.
    Submit(Submission),
    /// Read the log on from behind a step; answer with [`Event::Log`].
    ReadLog {
        /// For which socket.
        socket: SocketId,
        /// The last step that is not wanted any more.
        after: u64,
    },
    /// Close the socket, once what was sent is out.
    Close {
        /// Which.
        socket: SocketId,
    },
}

/// How far a socket reads along.
#[derive(Debug)]
enum Reading {
    /// Has not said hello.
    Mute,
    /// Fetches a snapshot, and will say hello again.
    Away,
    /// The log is being read for it.
    CatchingUp {
        /// The last step that is not wanted any more.
        after: u64,
        /// What was read.
        entries: Vec<LogEntry>,
    },
    /// Is told everything at once.
    Live,
}

#[derive(Debug)]
struct Socket {
    viewer: Viewer,
    clients: BTreeSet<ClientId>,
    reading: Reading,
    waiting: usize,
}

/// The state of one server process: the truth and the sockets that read it.
#[derive(Debug)]
pub struct Hub<S> {
    truth: Truth,
    seal: S,
    /// First step that the durable log still has.
    log_from: u64,
    tail: VecDeque<LogEntry>,
    sockets: BTreeMap<SocketId, Socket>,
}

impl<S: CursorSeal> Hub<S> {
    /// A hub without sockets. `log_from` is the number of the first step that the durable log still has.
    pub fn new(truth: Truth, seal: S, log_from: u64) -> Self {
        Self {
            truth,
            seal,
            log_from,
            tail: VecDeque::new(),
            sockets: BTreeMap::new(),
        }
    }

    /// What is durable.
    pub fn truth(&self) -> &Truth {
        &self.truth
    }

    /// What is durable, to tell it what another process has written about a client.
    pub fn truth_mut(&mut self) -> &mut Truth {
        &mut self.truth
    }

    /// The whole view of a viewer, as of now.
    pub fn snapshot(&self, viewer: &Viewer, now: Instant) -> Snapshot {
        let class = ViewClass::of(viewer);
        let own = self
            .sockets
            .values()
            .filter(|socket| socket.viewer.member.id == viewer.member.id);
        let clients = own.flat_map(|socket| socket.clients.iter().copied());
        Snapshot {
            schema: SCHEMA,
            cursor: self.cursor(class),
            at: now,
            viewer: viewer.clone(),
            rows: self
                .truth
                .rows()
                .rows()
                .filter_map(|row| project(class, row))
                .collect(),
            last_mids: self.last_mids(viewer, clients),
        }
    }

    /// Takes in what happened, and says what is to be done.
    pub fn handle(&mut self, event: Event, now: Instant) -> Vec<Effect> {
        let mut effects = Vec::new();
        match event {
            Event::Connected { socket, viewer } => {
                let fresh = Socket {
                    viewer: *viewer,
                    clients: BTreeSet::new(),
                    reading: Reading::Mute,
                    waiting: 0,
                };
                self.sockets.insert(socket, fresh);
            }
            Event::Message { socket, message } => self.message(socket, message, now, &mut effects),
            Event::Log { socket, entries } => self.log(socket, entries, now, &mut effects),
            Event::Committed(commit) => self.committed(commit, &mut effects),
            Event::ViewerChanged { socket, viewer } => self.viewer_changed(socket, *viewer, &mut effects),
            Event::Disconnected { socket } => {
                self.sockets.remove(&socket);
            }
            Event::Tick => self.heartbeat(now, &mut effects),
        }
        effects
    }

    fn message(&mut self, id: SocketId, message: ClientMessage, now: Instant, effects: &mut Vec<Effect>) {
        let Some(socket) = self.sockets.get_mut(&id) else {
            return;
        };
        match message {
            ClientMessage::Hello {
                client,
                schema,
                cursor,
            } => {
                self.hello(id, client, schema, cursor.as_ref(), now, effects);
            }
            ClientMessage::Ping => send(effects, id, &ServerMessage::Pong { now }),
            ClientMessage::Bye => effects.push(Effect::Close { socket: id }),
            _ if matches!(socket.reading, Reading::Mute) => effects.push(Effect::Close { socket: id }),
            ClientMessage::Push {
                client,
                after,
                mutations,
            } => {
                self.push(id, client, after, mutations, effects);
            }
            ClientMessage::Resnap => socket.reading = Reading::Away,
        }
    }

    fn hello(
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

    fn push(
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
        effects.push(Effect::Submit(Submission {
            socket: id,
            client,
            actor,
            after,
            mutations,
        }));
    }

    /// Steps that were read for a socket that is behind.
    fn log(&mut self, id: SocketId, entries: Vec<LogEntry>, now: Instant, effects: &mut Vec<Effect>) {
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
        let frame = delta_frame(&self.cursor(class), &frames::changes_json(&changes), &last_mids);
        effects.push(Effect::Send { socket: id, frame });
    }

    /// What is durable is taken in, answered and broadcast in one step: nobody reads between.
    fn committed(&mut self, commit: Commit, effects: &mut Vec<Effect>) {
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
        let changes = frames::changes_json(&changes);
        let cursor = self.cursor(class);
        let frame = delta_frame(&cursor, &changes, &BTreeMap::new());
        Some(ClassFrame {
            cursor,
            changes,
            frame,
        })
    }

    fn viewer_changed(&mut self, id: SocketId, viewer: Viewer, effects: &mut Vec<Effect>) {
        let Some(socket) = self.sockets.get_mut(&id) else {
            return;
        };
        socket.viewer = viewer;
        socket.reading = Reading::Away;
        send(effects, id, &ServerMessage::Rescope);
    }

    fn heartbeat(&self, now: Instant, effects: &mut Vec<Effect>) {
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

    fn cursor(&self, class: ViewClass) -> Cursor {
        self.seal.seal(Position {
            epoch: self.truth.epoch(),
            class,
            seq: self.truth.head(),
        })
    }

    fn own_last_mids(&self, id: SocketId, of: impl Fn(ClientId) -> bool) -> BTreeMap<uuid::Uuid, Mid> {
        let Some(socket) = self.sockets.get(&id) else {
            return BTreeMap::new();
        };
        self.last_mids(
            &socket.viewer,
            socket.clients.iter().copied().filter(|client| of(*client)),
        )
    }

    /// How far the viewer's own clients are; nothing about clients of others, whatever a socket says it is.
    fn last_mids(
        &self,
        viewer: &Viewer,
        clients: impl IntoIterator<Item = ClientId>,
    ) -> BTreeMap<uuid::Uuid, Mid> {
        let own = clients.into_iter().filter_map(|client| {
            let standing = self.truth.client(client)?;
            (standing.owner == viewer.member.id).then_some((client.0, standing.last))
        });
        own.collect()
    }
}

/// What all sockets of a class are told of a commit.
struct ClassFrame {
    cursor: Cursor,
    changes: String,
    frame: Frame,
}

fn send(effects: &mut Vec<Effect>, socket: SocketId, message: &ServerMessage) {
    effects.push(Effect::Send {
        socket,
        frame: frame(message),
    });
}
