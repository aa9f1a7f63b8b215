//! When the read cache is written: at most once a minute, and when the page goes.

use std::cell::{Cell, RefCell};

use app::workspace::Workspace;
use app_domain::time::Instant;
use app_sync::client::Client;
use gloo_timers::callback::Timeout;
use leptos::prelude::Set;

use crate::browser::Browser;
use crate::cache;
use crate::{clock, storage};

/// Milliseconds between two writes: Chromium takes localStorage to the disk 60 times an hour at most.
const PAUSE: i64 = 60_000;
/// Milliseconds that the first write after a quiet minute waits for what comes with it.
const GATHER: i64 = 2_000;

/// The state of the cache on disk.
#[derive(Default)]
pub struct CacheWriter {
    written: Cell<Option<Instant>>,
    /// Set while the cache is stale; fires when it may be written.
    due: RefCell<Option<Timeout>>,
}

impl CacheWriter {
    /// The base has changed: write when it is time.
    pub fn stale(&self, browser: &Browser) {
        if self.due.borrow().is_some() {
            return;
        }
        let since = self
            .written
            .get()
            .map_or(PAUSE, |written| clock::now().0.saturating_sub(written.0));
        let wait = (PAUSE - since).clamp(GATHER, PAUSE);
        let browser = browser.clone();
        let due = Timeout::new(u32::try_from(wait).unwrap_or_default(), move || {
            browser.save_cache()
        });
        self.due.replace(Some(due));
    }

    /// Writes now, if there is something to write.
    pub fn write_if_stale(&self, workspace: Workspace) {
        if self.due.take().is_none() {
            return;
        }
        let Some(snapshot) = workspace.peek(Client::snapshot_for_cache) else {
            return;
        };
        // Another tab may have signed this person out meanwhile: nothing of theirs may come to rest here again.
        if storage::person() != Some(snapshot.viewer.member.id) {
            return;
        }
        self.written.set(Some(clock::now()));
        storage::set_clock_offset(workspace.peek(Client::clock_offset));
        if cache::write(&snapshot).is_err() {
            workspace.cache_warning().set(true);
        }
    }

    /// There is nothing to write any more.
    pub fn forget(&self) {
        self.due.take();
    }
}
