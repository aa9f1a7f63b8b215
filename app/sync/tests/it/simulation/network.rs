//! Sockets: in order, with delay; they break, and each side learns of it when it does, or never.

use std::collections::BTreeMap;

use app_sync::server::SocketId;

/// What is under way to a device.
#[derive(Clone, Debug)]
pub enum Parcel {
    Opened,
    Frame(String),
    Closed,
}

pub struct Socket {
    pub device: usize,
    /// What was under way is lost, and nothing goes through any more.
    pub cut: bool,
    to_server: i64,
    to_device: i64,
}

#[derive(Default)]
pub struct Network {
    sockets: BTreeMap<SocketId, Socket>,
    next: u64,
}

impl Network {
    pub fn open(&mut self, device: usize) -> SocketId {
        self.next += 1;
        let id = SocketId(self.next);
        self.sockets.insert(
            id,
            Socket {
                device,
                cut: false,
                to_server: 0,
                to_device: 0,
            },
        );
        id
    }

    pub fn device_of(&self, id: SocketId) -> usize {
        self.sockets[&id].device
    }

    pub fn is_cut(&self, id: SocketId) -> bool {
        self.sockets[&id].cut
    }

    pub fn cut(&mut self, id: SocketId) {
        if let Some(socket) = self.sockets.get_mut(&id) {
            socket.cut = true;
        }
    }

    /// Cuts the sockets of one device, or of all; answers which were whole.
    pub fn cut_those_of(&mut self, device: Option<usize>) -> Vec<SocketId> {
        let hit = self
            .sockets
            .iter_mut()
            .filter(|(_, socket)| !socket.cut && device.is_none_or(|device| socket.device == device));
        hit.map(|(id, socket)| {
            socket.cut = true;
            *id
        })
        .collect()
    }

    /// When something sent now arrives: never before what was sent before it.
    pub fn arrives_at_server(&mut self, id: SocketId, at: i64) -> i64 {
        let socket = self.sockets.get_mut(&id).expect("sockets are never taken out");
        socket.to_server = socket.to_server.max(at);
        socket.to_server
    }

    pub fn arrives_at_device(&mut self, id: SocketId, at: i64) -> i64 {
        let socket = self.sockets.get_mut(&id).expect("sockets are never taken out");
        socket.to_device = socket.to_device.max(at);
        socket.to_device
    }
}
