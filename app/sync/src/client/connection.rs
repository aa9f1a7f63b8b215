//! The connection: when to open it, when it is dead, when to let it rest.

use app_domain::time::Instant;

use super::backoff::{Backoff, later};
use crate::wire::ClientId;

/// Proof of life is asked for this often.
const PING_MS: u64 = 10_000;
/// Without proof of life for so long, nobody is there.
pub(super) const DEAD_MS: u64 = 20_000;
/// A page in the back lets its connection go after this.
const REST_MS: u64 = 5 * 60_000;

/// How the socket stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Phase {
    /// None, and none wanted: not started, signed out, or too old for this server.
    Stopped,
    /// None, because the page is in the back.
    Resting,
    /// None; the next try is at this time.
    Waiting { until: Instant },
    /// Being opened.
    Connecting,
    /// Hello was said.
    Greeting,
    /// Welcomed; the rest of the log is on its way.
    CatchingUp,
    /// Everything is read, and what comes is read at once.
    Following,
    /// Deltas are of no use until a snapshot is there.
    Fetching,
}

impl Phase {
    /// Whether there is a socket, open or about to be.
    pub(super) fn has_socket(self) -> bool {
        !matches!(self, Self::Stopped | Self::Resting | Self::Waiting { .. })
    }

    /// Whether the server has said who the user is: from then on mutations may go out.
    pub(super) fn is_welcome(self) -> bool {
        matches!(self, Self::CatchingUp | Self::Following | Self::Fetching)
    }
}

/// How a snapshot over HTTP stands. It outlives the socket over which it was found to be needed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fetch {
    /// None wanted.
    Idle,
    /// On its way.
    Asked,
    /// On its way, but the view has changed in kind since it was asked for: of no use when it comes.
    Outdated,
    /// Failed; to be asked for again at this time.
    Waiting { until: Instant },
}

/// Timers and the phase.
#[derive(Debug)]
pub(super) struct Connection {
    pub(super) phase: Phase,
    pub(super) fetch: Fetch,
    /// Hellos of this socket that were not answered yet.
    unanswered: u32,
    /// Last proof of life, or when the socket was asked for.
    heard: Instant,
    pinged: Instant,
    hidden_since: Option<Instant>,
    last_now: Instant,
    sockets: Backoff,
    snapshots: Backoff,
}

/// What is due.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Due {
    /// The socket is dead: give it up.
    Dead,
    /// Try to connect.
    Connect,
    /// Ask for proof of life.
    Ping,
    /// Ask for the snapshot again.
    Fetch,
    /// The page has been in the back for long.
    Rest,
}

impl Connection {
    pub(super) fn new(life: ClientId) -> Self {
        let never = Instant(i64::MIN);
        Self {
            phase: Phase::Stopped,
            fetch: Fetch::Idle,
            unanswered: 0,
            heard: never,
            pinged: never,
            hidden_since: None,
            last_now: never,
            sockets: Backoff::new(life.0, 2),
            snapshots: Backoff::new(life.0, 3),
        }
    }

    /// Notes the time. Answers whether the device's clock was put back: then no time noted before means anything.
    pub(super) fn clock_went_back(&mut self, now: Instant) -> bool {
        let back = now < self.last_now;
        self.last_now = now;
        if back {
            self.hidden_since = self.hidden_since.map(|_| now);
            if let Fetch::Waiting { .. } = self.fetch {
                self.fetch = Fetch::Waiting { until: now };
            }
        }
        back
    }

    pub(super) fn connecting(&mut self, now: Instant) {
        self.phase = Phase::Connecting;
        self.unanswered = 0;
        self.heard = now;
        self.pinged = now;
    }

    /// The socket is gone; the next try is after a while.
    pub(super) fn lost(&mut self, now: Instant) {
        self.phase = Phase::Waiting {
            until: self.sockets.again(now),
        };
    }

    /// The next try is now: something says that it may work.
    pub(super) fn hurry(&mut self, now: Instant) {
        if matches!(self.phase, Phase::Waiting { .. } | Phase::Resting) {
            self.phase = Phase::Waiting { until: now };
        }
        if let Fetch::Waiting { .. } = self.fetch {
            self.fetch = Fetch::Waiting { until: now };
        }
    }

    /// A message came.
    pub(super) fn heard(&mut self, now: Instant) {
        self.heard = now;
    }

    /// Hello is said.
    pub(super) fn greets(&mut self) {
        self.phase = Phase::Greeting;
        self.unanswered += 1;
    }

    /// A welcome came. Answers whether it is for the last hello: another one may have been said meanwhile, with another
    /// cursor, and what follows the answer to the first is not for the base of now.
    pub(super) fn is_greeted(&mut self) -> bool {
        self.unanswered = self.unanswered.saturating_sub(1);
        self.unanswered == 0
    }

    /// The connection has proved to last: waits begin short again.
    pub(super) fn lasted(&mut self) {
        self.sockets.succeeded();
    }

    pub(super) fn pinged(&mut self, now: Instant) {
        self.pinged = now;
    }

    pub(super) fn fetched(&mut self) {
        self.fetch = Fetch::Idle;
        self.snapshots.succeeded();
    }

    pub(super) fn fetch_failed(&mut self, now: Instant) {
        self.fetch = Fetch::Waiting {
            until: self.snapshots.again(now),
        };
    }

    pub(super) fn hidden(&mut self, now: Instant) {
        self.hidden_since.get_or_insert(now);
    }

    pub(super) fn visible(&mut self) {
        self.hidden_since = None;
    }

    pub(super) fn is_hidden(&self) -> bool {
        self.hidden_since.is_some()
    }

    pub(super) fn is_dead(&self, now: Instant) -> bool {
        self.phase.has_socket() && now >= later(self.heard, DEAD_MS)
    }

    /// Whether there was proof of life within the last 20 seconds, over a connection that has read everything.
    pub(super) fn is_live(&self, now: Instant) -> bool {
        self.phase == Phase::Following && !self.is_dead(now)
    }

    /// The first thing that is due. `unsent`: how much work waits for the connection; it may not rest over that.
    pub(super) fn due(&self, now: Instant, unsent: Unsent) -> Option<Due> {
        let mut dues = self.timers(unsent).filter(|(at, _)| *at <= now);
        dues.next().map(|(_, due)| due)
    }

    /// When something is due next.
    pub(super) fn wakes_at(&self, unsent: Unsent) -> Option<Instant> {
        self.timers(unsent).map(|(at, _)| at).min()
    }

    /// In the order in which they are looked at.
    fn timers(&self, unsent: Unsent) -> impl Iterator<Item = (Instant, Due)> {
        let dead = self
            .phase
            .has_socket()
            .then(|| (later(self.heard, DEAD_MS), Due::Dead));
        let awake = !matches!(self.phase, Phase::Stopped | Phase::Resting);
        let hidden = self.hidden_since.filter(|_| awake && unsent == Unsent::Nothing);
        let rest = hidden.map(|since| (later(since, REST_MS), Due::Rest));
        let connect = match self.phase {
            Phase::Waiting { until } => Some((until, Due::Connect)),
            _ => None,
        };
        let ping = self
            .phase
            .is_welcome()
            .then(|| (later(self.pinged.max(self.heard), PING_MS), Due::Ping));
        let fetch = match self.fetch {
            Fetch::Waiting { until } if self.phase.has_socket() => Some((until, Due::Fetch)),
            _ => None,
        };
        [dead, rest, connect, ping, fetch].into_iter().flatten()
    }
}

/// Whether work waits for the connection.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unsent {
    Nothing,
    Something,
}
