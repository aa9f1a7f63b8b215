//! How long the day may rest open on a device that the server has not spoken to.

use std::cell::Cell;

use app_domain::time::Instant;

use crate::{clock, storage};

/// Minutes without proof of a live session after which the cache may not be opened: twelve hours.
const LONGEST_MINUTES: i64 = 12 * 60;
/// Milliseconds between two times that the proof is written down.
const WRITE_EVERY: i64 = 60_000;
/// Milliseconds that a clock may be put right by. Set back further, it proves nothing.
const SLACK: i64 = 60_000;

/// Whether what rests here may not be opened any more: the last proof is too old, or was never given.
pub fn is_over() -> bool {
    storage::proof().is_none_or(has_run_out)
}

/// The last proof of a live session that this page knows of.
#[derive(Default)]
pub struct Proof {
    last: Cell<Option<Instant>>,
    written: Cell<Option<Instant>>,
}

impl Proof {
    /// The server has just said that the session is alive.
    pub fn given(&self) {
        let now = clock::now();
        self.last.set(Some(now));
        let is_fresh = |written: Instant| (0..WRITE_EVERY).contains(&now.0.saturating_sub(written.0));
        if !self.written.get().is_some_and(is_fresh) {
            self.written.set(Some(now));
            storage::set_proof(now);
        }
    }

    /// The page shows what rested here, as of the last proof that was written down.
    pub fn as_written(&self) {
        self.last.set(storage::proof());
    }

    /// Whether what the page shows may not be shown any more. A page that shows nothing has nothing to lose.
    pub fn has_run_out(&self) -> bool {
        self.last.get().is_some_and(has_run_out)
    }

    /// What the page showed is gone.
    pub fn forget(&self) {
        self.last.set(None);
        self.written.set(None);
        storage::forget_proof();
    }
}

fn has_run_out(proof: Instant) -> bool {
    let now = clock::now();
    now.0 < proof.0.saturating_sub(SLACK) || now >= proof.plus_minutes(LONGEST_MINUTES)
}
