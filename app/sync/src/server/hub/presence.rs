//! Who is live, and what they look at: kept with the sockets, told to those who tell of themselves, and gone with them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use app_domain::id::MemberId;
use app_domain::time::Instant;

use super::frames::frame;
use super::{Effect, Frame, Hub, Reading, Socket};
use crate::presence::{LookingAt, Present, may_know};
use crate::project::ViewClass;
use crate::server::CursorSeal;
use crate::wire::ServerMessage;

/// Who has given no sign for so long is not live any more, whatever the network says. A device that hears nothing asks
/// for proof of life after ten seconds, which is one.
const LIVE_MS: i64 = 60_000;

/// What a socket says of its person, and what it was told of the others.
#[derive(Debug)]
pub(super) struct Presence {
    heard: Instant,
    attention: Attention,
}

#[derive(Debug)]
enum Attention {
    /// Has not said, and is not told.
    Unsaid,
    /// Has said.
    Said {
        looking_at: Option<LookingAt>,
        /// The last frame that it was sent: it is not sent the same twice, so what it may not know makes no sound either.
        told: Option<Frame>,
    },
}

impl Presence {
    pub(super) fn begun(now: Instant) -> Self {
        Self {
            heard: now,
            attention: Attention::Unsaid,
        }
    }

    /// A sign of life.
    pub(super) fn heard(&mut self, now: Instant) {
        self.heard = now;
    }

    /// What the person looks at from now on.
    pub(super) fn says(&mut self, now_at: Option<LookingAt>) {
        match &mut self.attention {
            Attention::Said { looking_at, .. } => *looking_at = now_at,
            Attention::Unsaid => {
                self.attention = Attention::Said {
                    looking_at: now_at,
                    told: None,
                };
            }
        }
    }
}

impl<S: CursorSeal> Hub<S> {
    /// Tells everybody who tells of themselves what has changed for their class since they were last told.
    pub(super) fn tell_presence(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        let mut by_class: BTreeMap<ViewClass, Frame> = BTreeMap::new();
        for socket in self.sockets.values() {
            let class = ViewClass::of(&socket.viewer);
            if is_told(socket) && !by_class.contains_key(&class) {
                let people = self.people(class, now);
                by_class.insert(class, frame(&ServerMessage::Presence { people }));
            }
        }
        for (id, socket) in &mut self.sockets {
            let is_reading = is_told(socket);
            let class = ViewClass::of(&socket.viewer);
            let (Attention::Said { told, .. }, Some(frame)) =
                (&mut socket.presence.attention, by_class.get(&class))
            else {
                continue;
            };
            if is_reading && told.as_ref() != Some(frame) {
                *told = Some(Arc::clone(frame));
                effects.push(Effect::Send {
                    socket: *id,
                    frame: Arc::clone(frame),
                });
            }
        }
    }

    /// Who is live, as a class may know it. What somebody says to look at without seeing it themselves is not passed on.
    fn people(&self, class: ViewClass, now: Instant) -> Vec<Present> {
        let mut people: BTreeMap<MemberId, BTreeSet<LookingAt>> = BTreeMap::new();
        for socket in self.sockets.values().filter(|socket| is_live(socket, now)) {
            let looking_at = match &socket.presence.attention {
                Attention::Unsaid => None,
                Attention::Said { looking_at, .. } => *looking_at,
            };
            let own = ViewClass::of(&socket.viewer);
            let known = looking_at.filter(|at| may_know(own, *at) && may_know(class, *at));
            people.entry(socket.viewer.member.id).or_default().extend(known);
        }
        let present = |(member, looking_at): (MemberId, BTreeSet<LookingAt>)| Present {
            member,
            looking_at: looking_at.into_iter().collect(),
        };
        people.into_iter().map(present).collect()
    }
}

/// Whether a socket is told of others: not while the device fetches a snapshot, whose rows it needs to make sense of it.
fn is_told(socket: &Socket) -> bool {
    matches!(socket.presence.attention, Attention::Said { .. }) && matches!(socket.reading, Reading::Live)
}

fn is_live(socket: &Socket, now: Instant) -> bool {
    let silent = now.0.saturating_sub(socket.presence.heard.0);
    !matches!(socket.reading, Reading::Mute) && silent < LIVE_MS
}
