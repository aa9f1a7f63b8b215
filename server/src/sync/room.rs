//! The hub with its open sockets, behind one lock: what happens to the hub and what the sockets are sent because of it
//! is one step.

use std::collections::BTreeMap;

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
    pub(super) fn enter(&mut self, viewer: Viewer, now: Instant) -> (SocketId, mpsc::Receiver<Frame>) {
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
