//! The sockets of one server: who reads what, and who is told what became of a mutation.

mod frames;
mod presence;
mod reading;
mod telling;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use app_domain::review::Device;
use app_domain::time::Instant;

use self::frames::frame;
use self::presence::Presence;
use super::{Commit, CursorSeal, LogEntry, Position, Submission, Truth};
use crate::project::{ViewClass, project};
use crate::wire::{ClientId, ClientMessage, Cursor, Mid, SCHEMA, ServerMessage, Snapshot, Viewer};

/// How often the driver sends [`Event::Tick`].
pub const HEARTBEAT_SECONDS: u64 = 15;

/// How often the driver sends [`Event::Pulse`].
pub const PULSE_SECONDS: u64 = 1;

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
        /// On what kind of device.
        device: Device,
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
    /// [`PULSE_SECONDS`] have passed.
    Pulse,
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
    device: Device,
    clients: BTreeSet<ClientId>,
    reading: Reading,
    waiting: usize,
    presence: Presence,
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
            Event::Connected {
                socket,
                viewer,
                device,
            } => {
                let fresh = Socket {
                    viewer: *viewer,
                    device,
                    clients: BTreeSet::new(),
                    reading: Reading::Mute,
                    waiting: 0,
                    presence: Presence::begun(now),
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
            Event::Pulse => self.tell_presence(now, &mut effects),
        }
        effects
    }

    fn message(&mut self, id: SocketId, message: ClientMessage, now: Instant, effects: &mut Vec<Effect>) {
        let Some(socket) = self.sockets.get_mut(&id) else {
            return;
        };
        socket.presence.heard(now);
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
            ClientMessage::Presence { looking_at } => socket.presence.says(looking_at),
        }
    }

    fn cursor(&self, class: ViewClass) -> Cursor {
        self.seal.seal(Position {
            epoch: self.truth.epoch(),
            class,
            seq: self.truth.head(),
        })
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

fn send(effects: &mut Vec<Effect>, socket: SocketId, message: &ServerMessage) {
    effects.push(Effect::Send {
        socket,
        frame: frame(message),
    });
}
