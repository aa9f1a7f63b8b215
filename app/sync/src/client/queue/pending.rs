//! A mutation that is not settled.

use std::collections::BTreeSet;

use app_domain::rows::Key;

use crate::client::row_state::subjects;
use crate::outbox::{OutboxRecord, OutboxState};
use crate::wire::Mid;

/// Under which client a mutation goes out. A number may be used again only by a later life of the page, so what never
/// was on the disk goes out under a client that ends with this life: a crash cannot make two mutations of one number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Lane {
    /// Rests on the disk, or will.
    Disk,
    /// Could not be written.
    Memory,
    /// Needs the server, is not kept.
    Ask,
}

/// How far a record is on its way to the disk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Disk {
    Writing,
    Kept,
    Failed,
}

/// What the present connection knows of a mutation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Way {
    Unsent,
    Sent,
    Answered,
}

/// A mutation that is not settled.
#[derive(Debug)]
pub(in crate::client) struct Pending {
    pub(in crate::client) record: OutboxRecord,
    /// The rows that it is about, and those that it has ever touched.
    pub(in crate::client) keys: BTreeSet<Key>,
    pub(super) disk: Disk,
    pub(super) way: Way,
}

impl Pending {
    pub(super) fn new(record: OutboxRecord, disk: Disk) -> Self {
        let keys = subjects(&record.mutation.command);
        Self {
            record,
            keys,
            disk,
            way: Way::Unsent,
        }
    }

    pub(in crate::client) fn mid(&self) -> Mid {
        self.record.mutation.mid
    }

    pub(super) fn lane(&self) -> Lane {
        if self.disk == Disk::Failed {
            Lane::Memory
        } else {
            Lane::Disk
        }
    }

    pub(super) fn needs_you(&self) -> bool {
        matches!(self.record.state, OutboxState::NeedsYou { .. })
    }

    /// Not on its way any more.
    pub(super) fn called_back(&mut self) {
        self.way = Way::Unsent;
        if self.record.state == OutboxState::Sent {
            self.record.state = match self.disk {
                Disk::Kept => OutboxState::Kept,
                Disk::Writing => OutboxState::Writing,
                Disk::Failed => OutboxState::Unkept,
            };
        }
    }
}
