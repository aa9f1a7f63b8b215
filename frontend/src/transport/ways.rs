//! Which way a line is opened next: a WebSocket, but where those do not come through.

use std::cell::Cell;

use app_domain::time::Instant;

use super::Way;

/// WebSockets that were blocked in a row before another way is taken: one alone may be a server that restarts.
const BLOCKED: u32 = 2;

/// How long the other way is taken before a WebSocket is tried again with the next line, in minutes.
const AGAIN: i64 = 10;

/// What is known of the ways.
#[derive(Default)]
pub struct Ways {
    blocked: Cell<u32>,
    polls_until: Cell<Option<Instant>>,
}

impl Ways {
    /// The way of the next line.
    pub fn next(&self, now: Instant) -> Way {
        match self.polls_until.get() {
            Some(until) if now < until => Way::Poll,
            _ => Way::Socket,
        }
    }

    /// A line was opened.
    pub fn opened(&self, way: Way) {
        if way == Way::Socket {
            self.forget();
        }
    }

    /// A line was not opened, though the server answers other requests.
    pub fn blocked(&self, way: Way, now: Instant) {
        if way == Way::Poll {
            return self.forget();
        }
        self.blocked.set(self.blocked.get() + 1);
        if self.blocked.get() >= BLOCKED {
            self.polls_until.set(Some(now.plus_minutes(AGAIN)));
        }
    }

    /// The network is another one: nothing is known of it.
    pub fn forget(&self) {
        self.blocked.set(0);
        self.polls_until.set(None);
    }
}
