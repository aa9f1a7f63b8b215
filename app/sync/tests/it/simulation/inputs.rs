//! What people asked for, and how far the device has promised to keep it.

use app_domain::command::Command;
use app_sync::wire::{ClientId, Mid};

/// A command that went into an outbox.
pub struct Input {
    pub device: usize,
    /// The life of the page in which it was given.
    pub life: ClientId,
    pub mid: Mid,
    pub command: Command,
    pub rest: Rest,
}

/// Where it rests on the device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rest {
    /// Being written; nothing was promised.
    Writing,
    /// The screen said "kept on this device".
    Kept,
    /// Could not be written; the screen never said so.
    Memory,
    /// The page went before it was kept. It may have reached the server or not.
    Gone,
    /// Refused, and the person has dealt with it.
    Dismissed,
}
