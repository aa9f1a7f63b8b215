//! When the read cache is written: at most once a minute, and when the page goes to the back.

use std::cell::{Cell, RefCell};

use app_domain::time::Instant;
use app_sync::client::Client;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use crate::browser::Browser;
use crate::locks::Locks;
use crate::{cache, clock, storage};

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
    /// Set while this page writes.
    writing: Cell<bool>,
    /// Set where it is to be written again after that: the one under way may be sealed by what holds no more.
    again: Cell<bool>,
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
    pub fn write_if_stale(&self, browser: &Browser) {
        if self.due.take().is_none() {
            return;
        }
        self.written.set(Some(clock::now()));
        if self.writing.replace(true) {
            return self.again.set(true);
        }
        let browser = browser.clone();
        spawn_local(async move {
            write(&browser).await;
            while browser.cache_writer().again.take() {
                write(&browser).await;
            }
            browser.cache_writer().writing.set(false);
        });
    }

    /// There is nothing to write any more.
    pub fn forget(&self) {
        self.due.take();
    }
}

impl Browser {
    /// Writes the cache now: what opens it has changed.
    pub fn save_cache_anew(&self) {
        self.cache_writer().stale(self);
        self.save_cache();
    }
}

async fn write(browser: &Browser) {
    let Some((disk, vault)) = browser.place() else {
        return;
    };
    let person = vault.person();
    // One tab writes at a time; the others hold the same rows, and come again with their next change.
    let Some(locks) = Locks::of_browser() else { return };
    let Some(_held) = locks.hold(&format!("richiamo-cache-{person}")).await else {
        return;
    };
    let Some(snapshot) = browser.workspace().peek(Client::snapshot_for_cache) else {
        return;
    };
    let prepared = cache::prepare(&vault, &snapshot, browser.today()).await;
    let Ok(prepared) = prepared else {
        return browser.cache_is_not_kept();
    };
    if disk.put_keys(std::slice::from_ref(&prepared.key)).await.is_err() {
        return browser.cache_is_not_kept();
    }
    // This page or another may have signed the person out meanwhile, or lost its base: nothing may come to rest again.
    let is_wanted =
        browser.holds_base() && storage::person() == Some(person) && snapshot.viewer.member.id == person;
    if !is_wanted || storage::is_signing_out() {
        return;
    }
    let before = cache::key_in_use();
    storage::set_clock_offset(browser.workspace().peek(Client::clock_offset));
    match cache::write(&prepared) {
        Ok(()) => {
            browser.cache_is_kept();
            // What was there before may be what a crash brings back: Chromium takes the new chunks to the disk later. Its
            // key goes with the next write. One that stays because the disk fails seals nothing any more.
            // What seals notes of calls stays with them.
            let notes = disk.notes().await.unwrap_or_default();
            let sealing = notes.into_iter().map(|notes| notes.sealed.key);
            let but: Vec<_> = before
                .into_iter()
                .chain([prepared.key.id])
                .chain(sealing)
                .collect();
            let _ = disk.drop_cache_keys(&but).await;
        }
        Err(_) => browser.cache_is_not_kept(),
    }
}
