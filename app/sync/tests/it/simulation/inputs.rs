//! What people asked for, and how far the device has promised to keep it.

use app_domain::command::Command;
use app_sync::wire::{ClientId, Cursor, Mid};

use super::page::PageId;

/// A command that went into an outbox.
pub struct Input {
    /// The page in which it was given.
    pub page: PageId,
    /// The outbox that it went into.
    pub client: ClientId,
    /// The life of the page: what could not be written goes out under it.
    pub life: ClientId,
    pub mid: Mid,
    pub command: Command,
    /// What its author had read.
    pub base: Option<Cursor>,
    pub rest: Rest,
}

/// Where it rests on the device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rest {
    /// Being written; nothing was promised.
    Writing,
    /// On the disk: the screen says "kept on this device".
    Kept,
    /// Could not be written; the screen never said so.
    Memory,
    /// The page went before it was kept. It may have reached the server or not.
    Gone,
    /// Refused, and the person has dealt with it.
    Dismissed,
    /// The browser has thrown everything of this site away. It may have reached the server or not.
    Evicted,
    /// It was carried out or refused, and told so; then a backup from before was put back.
    LostWithTheServer,
}

impl Input {
    /// Under what it may have been decided.
    pub fn keys(&self) -> [(ClientId, Mid); 2] {
        [(self.client, self.mid), (self.life, self.mid)]
    }
}
