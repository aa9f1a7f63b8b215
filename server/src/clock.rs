//! The one clock of the server. Everything that needs the time takes it from here, so that tests can say what time it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use app_domain::time::{Instant, Now};

/// Tells the time: the machine's own, or one that a test holds in its hand.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    System,
    Shifted { milliseconds: i64 },
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// The machine's clock, put forward or back so that it shows `at` now and goes on from there: for trials.
    pub fn starting_at(at: Instant) -> Self {
        Self(Source::Shifted {
            milliseconds: at.0 - system_now().0,
        })
    }

    /// A clock that stands still until its hand is moved.
    pub fn fixed(at: Instant) -> (Self, Hand) {
        let shared = Arc::new(AtomicI64::new(at.0));
        (Self(Source::Fixed(Arc::clone(&shared))), Hand(shared))
    }

    /// The present instant.
    pub fn now(&self) -> Instant {
        match &self.0 {
            Source::System => system_now(),
            Source::Shifted { milliseconds } => Instant(system_now().0 + milliseconds),
            Source::Fixed(millis) => Instant(millis.load(Ordering::SeqCst)),
        }
    }

    /// The present as rules take it: the instant, and what the practice's wall clock shows.
    pub fn present(&self) -> Now {
        Now::at(self.now())
    }
}

/// Moves a fixed clock.
#[derive(Clone, Debug)]
pub struct Hand(Arc<AtomicI64>);

impl Hand {
    /// Set the clock to an instant.
    pub fn set(&self, at: Instant) {
        self.0.store(at.0, Ordering::SeqCst);
    }

    /// Let `seconds` go by.
    pub fn advance_seconds(&self, seconds: i64) {
        self.0.fetch_add(seconds.saturating_mul(1000), Ordering::SeqCst);
    }

    /// Let `minutes` go by.
    pub fn advance_minutes(&self, minutes: i64) {
        self.advance_seconds(minutes.saturating_mul(60));
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that reads the machine's clock"
)]
fn system_now() -> Instant {
    Instant(jiff::Timestamp::now().as_millisecond())
}
