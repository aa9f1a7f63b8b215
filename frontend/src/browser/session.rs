//! What the page shows as long as the session lives, and what this browser fails to keep.

use app::workspace::StorageTrouble;
use app_sync::client::Event;
use leptos::prelude::Update;
use wasm_bindgen_futures::spawn_local;

use super::Browser;
use crate::vault::{self, Answer};
use crate::{cache, start};

impl Browser {
    /// The cache could not be written: the page works on, but does not open without a network.
    pub fn cache_is_not_kept(&self) {
        self.trouble(StorageTrouble::CacheNotKept);
    }

    /// The cache was written.
    pub fn cache_is_kept(&self) {
        self.no_trouble(StorageTrouble::CacheNotKept);
    }

    pub(super) fn trouble(&self, trouble: StorageTrouble) {
        self.workspace().storage_trouble().update(|known| {
            *known = (*known).max(Some(trouble));
        });
    }

    pub(super) fn no_trouble(&self, trouble: StorageTrouble) {
        self.workspace().storage_trouble().update(|known| {
            known.take_if(|known| *known == trouble);
        });
    }

    /// The server has shown that the session is alive.
    pub fn proved(&self) {
        self.0.proof.given();
        self.0.expired.set(false);
    }

    /// What the page shows rested here: it is as old as the last proof.
    pub fn opened_without_network(&self) {
        self.0.proof.as_written();
    }

    /// Moves the screen's clock on, and sees to what time does to the page.
    pub fn tick(&self) {
        self.workspace().tick();
        if self.0.leaving.get() {
        } else if !self.is_open() {
            start::go_on(self.clone());
        } else if self.0.proof.has_run_out() {
            self.expire();
        }
    }

    /// Too long without proof of a live session: what is shown goes, here and on the disk. Unsent work stays.
    fn expire(&self) {
        self.0.proof.forget();
        self.0.expired.set(true);
        self.0.cache.forget();
        cache::clear();
        if let Some((_, vault)) = self.place() {
            spawn_local(async move { vault.forget_cache().await });
        }
        self.tell(Event::Expired);
        self.show_unreachable();
    }

    /// A page that was opened without the server's shares asks for them when it is welcome.
    pub(super) fn ask_for_shares(&self) {
        let Some((_, vault)) = self.place().filter(|(_, vault)| !vault.has_shares()) else {
            return;
        };
        let browser = self.clone();
        spawn_local(async move {
            if let Answer::Given(shares) = vault::ask().await
                && shares.person == vault.person()
                // Not had, they are asked for again with the next welcome.
                && vault.admit(&shares, browser.today()).await.is_ok()
            {
                browser.save_cache_anew();
            }
        });
    }
}
