//! Sockets: in order, with delay; they break, and each side learns of it when it does, or never.

use std::collections::BTreeMap;

use app_sync::project::ViewClass;
use app_sync::server::{Frame, SocketId};
use app_sync::wire::Viewer;

use super::page::PageId;

/// Frames that may wait for a socket; the server closes one that falls further behind.
const WAITING_FRAMES: usize = 256;
/// The same for a line that is slow. Few, since histories are short.
const WAITING_FRAMES_OF_A_SLOW_LINE: usize = 12;

/// What is under way to a device.
#[derive(Clone, Debug)]
pub enum Parcel {
    Opened,
    Frame {
        text: Frame,
        /// The class that it was projected for.
        class: ViewClass,
        /// Whether it follows a welcome, and so may say nothing.
        is_tail: bool,
    },
    Closed,
}

pub struct Line {
    pub page: PageId,
    /// The session whose cookie opened it.
    pub session: u64,
    /// Whom the server takes it for.
    pub viewer: Viewer,
    /// What was under way is lost, and nothing goes through any more.
    pub is_cut: bool,
    /// Until then the device's end reads one frame a second.
    pub slow_until: i64,
    /// Frames that the server has sent and that have not arrived.
    pub waiting_frames: usize,
    /// Mutations that the server has taken and not answered.
    pub waiting_mutations: usize,
    /// A welcome was sent, and what is behind the cursor was not.
    pub owes_tail: bool,
    to_server: i64,
    to_device: i64,
}

impl Line {
    pub fn frames_at_most(&self, now: i64) -> usize {
        if now < self.slow_until {
            WAITING_FRAMES_OF_A_SLOW_LINE
        } else {
            WAITING_FRAMES
        }
    }
}

#[derive(Default)]
pub struct Network {
    lines: BTreeMap<SocketId, Line>,
    next: u64,
}

impl Network {
    pub fn open(&mut self, page: PageId, session: u64, viewer: Viewer) -> SocketId {
        self.next += 1;
        let id = SocketId(self.next);
        let line = Line {
            page,
            session,
            viewer,
            is_cut: false,
            slow_until: 0,
            waiting_frames: 0,
            waiting_mutations: 0,
            owes_tail: false,
            to_server: 0,
            to_device: 0,
        };
        self.lines.insert(id, line);
        id
    }

    pub fn line(&self, id: SocketId) -> &Line {
        &self.lines[&id]
    }

    pub fn line_mut(&mut self, id: SocketId) -> &mut Line {
        self.lines.get_mut(&id).expect("lines are never taken out")
    }

    pub fn is_cut(&self, id: SocketId) -> bool {
        self.lines[&id].is_cut
    }

    pub fn cut(&mut self, id: SocketId) {
        self.line_mut(id).is_cut = true;
    }

    /// The lines that are whole, of a kind.
    pub fn whole(&self, which: impl Fn(&Line) -> bool) -> Vec<SocketId> {
        let whole = self.lines.iter().filter(|(_, line)| !line.is_cut && which(line));
        whole.map(|(id, _)| *id).collect()
    }

    /// When something sent now arrives: never before what was sent before it.
    pub fn arrives_at_server(&mut self, id: SocketId, at: i64) -> i64 {
        let line = self.line_mut(id);
        line.to_server = line.to_server.max(at);
        line.to_server
    }

    /// The same the other way. A slow line takes a second for each.
    pub fn arrives_at_device(&mut self, id: SocketId, now: i64, at: i64) -> i64 {
        let line = self.line_mut(id);
        let at = if now < line.slow_until {
            at.max(line.to_device + 1_000)
        } else {
            at
        };
        line.to_device = line.to_device.max(at);
        line.to_device
    }
}
