//! The client core: what a device does with what happens to it.
//!
//! What is shown is `replay(pending, base)`: the rows as the server has them, with what this device asks for carried out
//! on top by the same rules. A mutation is **pending** until two things are known, in either order: what became of it (a
//! result), and that the base holds its effect (the `last_mids` of a delta or snapshot).

mod backoff;
mod commands;
mod connection;
mod core;
mod messages;
mod presence;
mod queue;
mod row_state;
mod view;

use std::collections::BTreeSet;

use app_domain::command::Command;
use app_domain::refusal::Refusal;
use app_domain::rows::Key;
use app_domain::time::Instant;

use crate::outbox::OutboxRecord;
use crate::presence::LookingAt;
use crate::wire::{ClientId, ClientMessage, Mid, ServerMessage, Snapshot};

pub use self::core::Client;

/// What happens to a device.
#[derive(Clone, PartialEq, Debug)]
pub enum Event {
    /// The page has started, and this is what rested on the device. Told again, with another outbox and no cache, when
    /// the page takes over what a closed one has left: what is shown stays, with that outbox on top.
    Started {
        /// The outbox of this browser and person.
        client: ClientId,
        /// The read cache, if any.
        cache: Option<Box<Snapshot>>,
        /// The outbox, in order.
        outbox: Vec<OutboxRecord>,
        /// The next mutation's number is above this one, and above those of the outbox. The device keeps it in the
        /// transaction that keeps a record, and forgets it only together with `client`: a number is not used twice.
        last_mid: Mid,
    },
    /// The person asks for something.
    Command(Command),
    /// An outbox record rests safely on the device's disk.
    Kept(Mid),
    /// An outbox record could not be written: it lives in memory only.
    KeepFailed(Mid),
    /// The person has dealt with a refused mutation.
    Dismissed(Mid),
    /// The person looks at something else; `None`: at nothing that others need to know.
    LooksAt(Option<LookingAt>),
    /// The socket is open.
    Opened,
    /// The socket is closed by the other side, or could not be opened.
    Closed,
    /// A message came.
    Message(ServerMessage),
    /// The snapshot came.
    Snapshot(Box<Snapshot>),
    /// The snapshot could not be had.
    SnapshotFailed,
    /// The server does not know the session any more.
    SignedOut,
    /// Too long without proof of a live session: what is shown may not be shown any more.
    Expired,
    /// The browser says that there is a network.
    Online,
    /// The page came to the front.
    Visible,
    /// The page went to the back.
    Hidden,
    /// The browser puts the page aside: nothing runs until `Resumed`, and an open line would be in the way.
    Frozen,
    /// The page runs again, perhaps hours later.
    Resumed,
    /// The server holds these for a person to look at: this program is too old to have them carried out.
    Rescued(Vec<Mid>),
    /// The wake-up time that was asked for has come.
    Woke,
}

/// What the device is to do.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// Open a socket; close the one there was, if any.
    Connect,
    /// Close the socket, or give up opening it. Nothing is told of it any more, not even `Closed`.
    Disconnect,
    /// Send a message.
    Send(ClientMessage),
    /// Fetch a snapshot over HTTP.
    FetchSnapshot,
    /// Write an outbox record (over the one with its number, if any) with strict durability; answer with `Kept` or
    /// `KeepFailed`.
    Keep(Box<OutboxRecord>),
    /// Take a record out of the outbox.
    Forget(Mid),
    /// The base has changed: the cache may be written, at most once a minute and when the page goes.
    CacheStale,
    /// Drop the cache.
    DropCache,
    /// Show the changed rows.
    Show(BTreeSet<Key>),
    /// The outbox, the state of a row or the state of the link has changed.
    ShowState,
    /// Who else is live, or what they look at, has changed.
    ShowPresence,
    /// Tell the person that a command was refused at once.
    ShowRefusal(Box<Command>, Refusal),
    /// Go to the sign-in page: the session is over, or is another person's now. The outbox stays on the disk.
    SignIn,
    /// Offer the new version of the program.
    OfferUpgrade,
    /// Send `Woke` at this instant (or later); replaces the wake-up asked for before.
    WakeAt(Instant),
}

/// How a device stands with the server.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Link {
    /// Nothing to show yet: no cache, and the first snapshot has not come.
    Loading,
    /// Proof of life within the last 20 seconds, and everything read.
    Live,
    /// What is shown is as of this instant.
    AsOf(Instant),
}

/// How a row stands, in a word for the person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RowState {
    /// As the server has it.
    Saved,
    /// Sent, not answered yet.
    Saving,
    /// Kept on this device, not sent yet.
    Kept,
    /// Being written on this device.
    Writing,
    /// Could not be written: it lives in memory only.
    Unkept,
    /// A change of it was refused, and the person has not dealt with that yet.
    NeedsYou,
}
