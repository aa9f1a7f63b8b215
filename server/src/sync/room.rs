//! The hub with its open sockets, behind one lock: what happens to the hub and what the sockets are sent because of it
//! is one step.

use std::collections::BTreeMap;

use app_domain::review::Device;
use app_domain::time::Instant;
use app_sync::server::{Effect, Event, Frame, Hub, Plan, SocketId, Standing, Submission, Truth, plan};
use app_sync::wire::{ClientId, Snapshot, Viewer};
use tokio::sync::mpsc;

use super::seal::Seal;
use crate::store::log::Head;

/// Frames that may wait for a slow socket. One that falls further behind is closed; it reads on, or takes a snapshot,
/// when it comes again.
const WAITING_FRAMES: usize = 256;

/// No frame is larger, either way. A device that would be sent a larger one takes a snapshot instead, which is compressed.
pub(super) const LARGEST_FRAME: usize = 256 * 1024;

/// What is to be done outside the lock.
pub(super) enum Errand {
    /// Queue mutations for the writer.
    Submit(Submission),
    /// Read the log on for a socket.
    ReadLog { socket: SocketId, after: u64 },
}

struct Outlet {
    viewer: Viewer,
    frames: mpsc::Sender<Frame>,
}

pub(super) struct Room {
    hub: Hub<Seal>,
    outlets: BTreeMap<SocketId, Outlet>,
    last_socket: u64,
}

impl Room {
    pub(super) fn new(truth: Truth, log_from: u64) -> Self {
        Self {
            hub: hub(truth, log_from),
            outlets: BTreeMap::new(),
            last_socket: 0,
        }
    }

    /// Puts what was loaded anew in the place of what was known. Every socket is closed, and comes again to another log.
    pub(super) fn reload(&mut self, truth: Truth, log_from: u64) {
        self.outlets.clear();
        self.hub = hub(truth, log_from);
    }

    /// How far memory is.
    pub(super) fn head(&self) -> Head {
        Head {
            epoch: self.hub.truth().epoch(),
            seq: self.hub.truth().head(),
        }
    }

    pub(super) fn snapshot(&self, viewer: &Viewer, now: Instant) -> Snapshot {
        self.hub.snapshot(viewer, now)
    }

    pub(super) fn learn(&mut self, client: ClientId, standing: Standing) {
        self.hub.truth_mut().learn(client, standing);
    }

    pub(super) fn plan(&self, batch: Vec<Submission>, now: Instant) -> Plan {
        plan(batch, self.hub.truth(), now)
    }

    /// A new socket, and what is to be sent to it. When no more comes, it is to be closed.
    pub(super) fn enter(
        &mut self,
        viewer: Viewer,
        device: Device,
        now: Instant,
    ) -> (SocketId, mpsc::Receiver<Frame>) {
        self.last_socket += 1;
        let socket = SocketId(self.last_socket);
        let (frames, outgoing) = mpsc::channel(WAITING_FRAMES);
        self.outlets.insert(
            socket,
            Outlet {
                viewer: viewer.clone(),
                frames,
            },
        );
        let effects = self.hub.handle(
            Event::Connected {
                socket,
                viewer: Box::new(viewer),
                device,
            },
            now,
        );
        debug_assert!(
            effects.is_empty(),
            "a socket that has said nothing is told nothing"
        );
        (socket, outgoing)
    }

    pub(super) fn leave(&mut self, socket: SocketId, now: Instant) {
        self.outlets.remove(&socket);
        self.hub.handle(Event::Disconnected { socket }, now);
    }

    /// The session says something else of the user now. Says nothing where it says the same.
    pub(super) fn look_at(&mut self, socket: SocketId, viewer: Viewer, now: Instant) -> Vec<Errand> {
        match self.outlets.get_mut(&socket) {
            Some(outlet) if outlet.viewer != viewer => outlet.viewer = viewer.clone(),
            _ => return Vec::new(),
        }
        self.handle(
            Event::ViewerChanged {
                socket,
                viewer: Box::new(viewer),
            },
            now,
        )
    }

    /// Takes in what happened and sends what follows from it.
    pub(super) fn handle(&mut self, event: Event, now: Instant) -> Vec<Errand> {
        let mut errands = Vec::new();
        for effect in self.hub.handle(event, now) {
            match effect {
                Effect::Send { socket, frame } => self.send(socket, frame, now),
                Effect::Submit(submission) => errands.push(Errand::Submit(submission)),
                Effect::ReadLog { socket, after } => errands.push(Errand::ReadLog { socket, after }),
                Effect::Close { socket } => self.leave(socket, now),
            }
        }
        errands
    }

    fn send(&mut self, socket: SocketId, frame: Frame, now: Instant) {
        let Some(outlet) = self.outlets.get(&socket) else {
            return;
        };
        if frame.len() > LARGEST_FRAME {
            return self.rescope(socket, now);
        }
        if outlet.frames.try_send(frame).is_err() {
            tracing::info!(socket = socket.0, "too slow, or gone");
            self.leave(socket, now);
        }
    }

    /// Makes a device take a snapshot, as if its user saw other things now.
    fn rescope(&mut self, socket: SocketId, now: Instant) {
        let Some(outlet) = self.outlets.get(&socket) else {
            return;
        };
        let viewer = Box::new(outlet.viewer.clone());
        for effect in self.hub.handle(Event::ViewerChanged { socket, viewer }, now) {
            if let Effect::Send { socket, frame } = effect {
                self.send(socket, frame, now);
            }
        }
    }
}

fn hub(truth: Truth, log_from: u64) -> Hub<Seal> {
    let seal = Seal::of(truth.epoch());
    Hub::new(truth, seal, log_from)
}

#[cfg(test)]
mod tests {
    use app_domain::id::{ClosureId, MemberId, PracticeId};
    use app_domain::practice::{Closure, Member};
    use app_domain::role::Role;
    use app_domain::rows::{Change, Row};
    use app_sync::replica::Replica;
    use app_sync::server::{Commit, LogEntry, LogEpoch};
    use app_sync::wire::{ClientMessage, SCHEMA, ServerMessage};
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    const NOW: Instant = Instant(0);

    fn room() -> Room {
        let epoch = LogEpoch(Uuid::from_u128(1));
        Room::new(Truth::new(epoch, 0, Replica::default(), []), 1)
    }

    fn viewer() -> Viewer {
        let id = MemberId(Uuid::from_u128(2));
        let member = Member {
            id,
            name: "Sara".into(),
            roles: vec![Role::FrontDesk],
            clinician: None,
        };
        Viewer {
            practice: PracticeId(Uuid::from_u128(3)),
            member,
            role: Role::FrontDesk,
        }
    }

    /// A socket that reads along, and has read what it was sent.
    fn reader(room: &mut Room) -> (SocketId, mpsc::Receiver<Frame>) {
        let cursor = Some(room.snapshot(&viewer(), NOW).cursor);
        let (socket, mut outgoing) = room.enter(viewer(), Device::Computer, NOW);
        let hello = ClientMessage::Hello {
            client: ClientId(Uuid::from_u128(4)),
            schema: SCHEMA,
            cursor,
        };
        room.handle(
            Event::Message {
                socket,
                message: hello,
            },
            NOW,
        );
        assert!(matches!(
            message(&mut outgoing),
            ServerMessage::Welcome { snapshot: false, .. }
        ));
        assert!(matches!(message(&mut outgoing), ServerMessage::Delta(_)));
        (socket, outgoing)
    }

    fn message(outgoing: &mut mpsc::Receiver<Frame>) -> ServerMessage {
        serde_json::from_str(&outgoing.try_recv().expect("a frame")).expect("a message")
    }

    fn closed_for(reason: String) -> Event {
        let (from, to) = (date(2026, 12, 24), date(2026, 12, 31));
        let closure = Closure {
            id: ClosureId(Uuid::from_u128(5)),
            from,
            to,
            reason,
        };
        let changes = vec![Change::Put {
            row: Row::Closure(closure),
        }];
        Event::Committed(Commit::of_log(vec![LogEntry {
            seq: 1,
            changes,
            mutation: None,
        }]))
    }

    #[test]
    fn a_socket_that_does_not_read_is_closed_and_keeps_what_it_was_sent() {
        let mut room = room();
        let (socket, mut outgoing) = reader(&mut room);
        for _ in 0..=WAITING_FRAMES {
            room.handle(
                Event::Message {
                    socket,
                    message: ClientMessage::Ping,
                },
                NOW,
            );
        }
        assert!(room.outlets.is_empty());
        for _ in 0..WAITING_FRAMES {
            assert!(matches!(message(&mut outgoing), ServerMessage::Pong { .. }));
        }
        assert_eq!(outgoing.try_recv(), Err(mpsc::error::TryRecvError::Disconnected));
    }

    #[test]
    fn what_would_be_too_large_a_frame_is_a_snapshot() {
        let mut room = room();
        let (_, mut outgoing) = reader(&mut room);
        room.handle(closed_for("x".repeat(LARGEST_FRAME)), NOW);
        assert_eq!(message(&mut outgoing), ServerMessage::Rescope);
        assert_eq!(
            outgoing.try_recv(),
            Err(mpsc::error::TryRecvError::Empty),
            "and nothing before it is taken"
        );
    }

    #[test]
    fn a_smaller_one_is_sent() {
        let mut room = room();
        let (_, mut outgoing) = reader(&mut room);
        room.handle(closed_for("Ferie".into()), NOW);
        assert!(matches!(message(&mut outgoing), ServerMessage::Delta(delta) if delta.changes.len() == 1));
    }

    #[test]
    fn when_everything_is_loaded_anew_every_socket_is_closed() {
        let mut room = room();
        let (_, mut outgoing) = reader(&mut room);
        let epoch = LogEpoch(Uuid::from_u128(9));
        room.reload(Truth::new(epoch, 7, Replica::default(), []), 8);
        assert_eq!(room.head(), Head { epoch, seq: 7 });
        assert_eq!(outgoing.try_recv(), Err(mpsc::error::TryRecvError::Disconnected));
    }

    #[test]
    fn a_session_that_says_the_same_of_its_user_changes_nothing() {
        let mut room = room();
        let (socket, mut outgoing) = reader(&mut room);
        room.look_at(socket, viewer(), NOW);
        assert_eq!(outgoing.try_recv(), Err(mpsc::error::TryRecvError::Empty));
        room.look_at(
            socket,
            Viewer {
                role: Role::Owner,
                ..viewer()
            },
            NOW,
        );
        assert_eq!(message(&mut outgoing), ServerMessage::Rescope);
    }
}
