//! The messages between device and server, as JSON. Every type has a frozen sample in the tests.

use std::collections::BTreeMap;

use app_domain::command::Command;
use app_domain::id::PracticeId;
use app_domain::practice::Member;
use app_domain::refusal::Refusal;
use app_domain::role::{Actor, Role};
use app_domain::rows::{Change, Row};
use app_domain::time::Instant;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::presence::{LookingAt, Present};

/// The WebSocket subprotocol, with the version of the wire.
pub const SUBPROTOCOL: &str = "richiamo.1";

/// Version of the rows: a device with another one drops its cache, keeps its outbox, and takes a snapshot.
pub const SCHEMA: u32 = 9;

/// One outbox: a browser's storage for one person. Made by the device.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClientId(pub Uuid);

/// Number of a mutation within its client's outbox, from 1, rising. There may be gaps: a number that never left the
/// device, or that went out under the client of the page's life, is not used by another mutation of this client.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mid(pub u64);

impl Mid {
    /// Whether a mutation may bear this number: from 1 on, and within what a database counts. Nobody types that much; what is
    /// beyond is no slip.
    pub fn is_a_number(self) -> bool {
        self.0 >= 1 && i64::try_from(self.0).is_ok()
    }
}

/// How far a device has read. Opaque to the device: it must not count what its user may not see.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursor(pub String);

/// A command with its number and the time at which the person gave it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mutation {
    /// Its number.
    pub mid: Mid,
    /// What is asked for.
    pub command: Command,
    /// When the person asked, by the device's clock corrected by the server's.
    pub at: Instant,
    /// What the device had read when the person asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Cursor>,
}

/// From the device.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "type", deny_unknown_fields)]
pub enum ClientMessage {
    /// First message of a connection.
    Hello {
        /// Whose outbox.
        client: ClientId,
        /// Version of the rows that the device holds.
        schema: u32,
        /// How far the device has read; absent without a cache.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cursor: Option<Cursor>,
    },
    /// Mutations in the order of their numbers.
    Push {
        /// Whose outbox.
        client: ClientId,
        /// The mutation of this client that must have been decided before these; 0 if they wait for none. A server
        /// that has not decided it answers `later`: so order holds even where a batch before this one got lost.
        #[serde(default)]
        after: Mid,
        /// What is pushed.
        mutations: Vec<Mutation>,
    },
    /// What the person looks at from now on. Who has said this is told of the others, until the end of the connection.
    Presence {
        /// Absent where it is nothing that others need to know.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        looking_at: Option<LookingAt>,
    },
    /// Proof of life wanted.
    Ping,
    /// The device wants a fresh snapshot.
    Resnap,
    /// The device goes.
    Bye,
}

/// From the server.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "type")]
pub enum ServerMessage {
    /// Answer to hello. Either the rest of the log follows at once as one delta (an empty one if there is none: it
    /// says that everything is read), or a snapshot is to be fetched and hello said again with its cursor.
    Welcome {
        /// The server's clock.
        now: Instant,
        /// Who the session says the user is, and in which role.
        viewer: Viewer,
        /// Whether the device must fetch a snapshot before it reads on.
        snapshot: bool,
        /// Highest mutation of this client that the server has decided.
        last_mid: Mid,
    },
    /// What has changed since the last delta. Never half a transaction.
    Delta(Delta),
    /// What became of one mutation.
    Result {
        /// Which.
        mid: Mid,
        /// What became of it.
        result: MutationResult,
    },
    /// Who is live, and what they look at, as far as the viewer may know. In the place of what was said before.
    Presence {
        /// Everybody who is live, by id; the viewer too.
        people: Vec<Present>,
    },
    /// The user's view has changed in kind (another role): drop the base, take a snapshot, and say hello again.
    Rescope,
    /// The session is over: drop everything that rests on the device but the outbox's own entries of other people.
    Wipe,
    /// The device's program is too old for this server.
    Upgrade,
    /// Proof of life.
    Pong {
        /// The server's clock.
        now: Instant,
    },
    /// Proof of life, unasked, with a checksum of what the device should hold at `cursor`.
    Heartbeat {
        /// The server's clock.
        now: Instant,
        /// As of which cursor.
        cursor: Cursor,
        /// Order-independent checksum of the view.
        checksum: u64,
    },
}

/// A step of the log as one class of viewers sees it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delta {
    /// How far the device has read once this is applied.
    pub cursor: Cursor,
    /// The effects, in order.
    #[serde(default)]
    pub changes: Vec<Change>,
    /// Per client of this socket, the highest mutation decided up to this cursor: the effects of it and of all before
    /// it are in the base once this is applied, so speculation on them ends in the same step.
    #[serde(default)]
    pub last_mids: BTreeMap<Uuid, Mid>,
}

/// The whole view at a cursor.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// Version of the rows.
    pub schema: u32,
    /// As of which cursor.
    pub cursor: Cursor,
    /// When this was so, by the server's clock.
    pub at: Instant,
    /// Whose view.
    pub viewer: Viewer,
    /// Every row of the view.
    pub rows: Vec<Row>,
    /// Highest mutation decided up to this cursor, for clients that the viewer owns and that are connected.
    #[serde(default)]
    pub last_mids: BTreeMap<Uuid, Mid>,
}

/// Who looks, and in which role.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Viewer {
    /// The practice.
    pub practice: PracticeId,
    /// The person.
    pub member: Member,
    /// The active role.
    pub role: Role,
}

impl Viewer {
    /// Who gives the commands that this viewer gives.
    pub fn actor(&self) -> Actor {
        Actor {
            member: self.member.id,
            role: self.role,
            clinician: self.member.clinician,
        }
    }
}

/// What became of a mutation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum MutationResult {
    /// Carried out and durable. The effect travels in a delta.
    Ok,
    /// Was already decided; this is what was decided then.
    Dup {
        /// The stored result.
        refusal: Option<Refusal>,
    },
    /// Not carried out; the number is used up.
    Refused {
        /// Why, with what the person needs to go on.
        refusal: Refusal,
    },
    /// Not now; send again, in order, after a while.
    Later,
}
