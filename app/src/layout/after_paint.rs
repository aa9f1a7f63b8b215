//! What may wait until the day is on the screen.

use std::time::Duration;

use leptos::prelude::*;

/// Turns true once the first page has been painted.
///
/// Ranking every patient takes longer than drawing a day: whoever only decorates the day with calls waits for this.
#[derive(Clone, Copy)]
pub struct AfterPaint(ReadSignal<bool>);

impl AfterPaint {
    /// Puts it into the context, for [`AfterPaint::expect`].
    pub(super) fn provide() {
        provide_context(Self::of_what_follows());
    }

    /// Turns true once what is made now has been painted.
    pub fn of_what_follows() -> Self {
        let (painted, set_painted) = signal(false);
        // Two turns: the frame is asked for before the paint, the timeout runs after it.
        request_animation_frame(move || {
            // Whoever waited may have gone.
            set_timeout(
                move || {
                    set_painted.try_set(true);
                },
                Duration::ZERO,
            );
        });
        Self(painted)
    }

    /// That of the page.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Whether the first page has been painted. Tracked.
    pub fn has_come(self) -> bool {
        self.0.get()
    }
}
