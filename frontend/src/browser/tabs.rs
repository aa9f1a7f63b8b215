//! What the tabs of one browser tell each other, and what the browser does with a page.

use app::port::Ownership;
use app_domain::id::MemberId;
use app_sync::client::Event;
use leptos::prelude::Set;
use wasm_bindgen_futures::spawn_local;

use super::Browser;
use crate::channel::Says;
use crate::{storage, upgrade};

impl Browser {
    /// Tells the other tabs of this browser.
    pub fn say(&self, says: Says) {
        if let Some(channel) = self.0.channel.get() {
            channel.say(says);
        }
    }

    /// Another tab has ended the session: nothing of this person may stay on the screen.
    pub fn signed_out_elsewhere(&self) {
        if !self.0.leaving.get() {
            self.sign_in();
        }
    }

    /// Another tab has made this device the person's own, or given it back: what this tab seals from now on must open as what
    /// that one seals.
    pub fn keys_changed(&self) {
        let Some((_, vault)) = self.place() else { return };
        let browser = self.clone();
        spawn_local(async move {
            vault.look_again().await;
            browser.workspace().ownership().set(if vault.is_personal() {
                Ownership::Personal
            } else {
                Ownership::Shared
            });
        });
    }

    /// This browser is a person's, who may be another one than this page shows.
    pub fn is_of(&self, person: MemberId) {
        let shown = self
            .workspace()
            .peek(|core| core.viewer().map(|viewer| viewer.member.id));
        if !self.0.leaving.get() && shown.is_some_and(|shown| shown != person) {
            let gone = self.leave();
            spawn_local(async move {
                gone.await;
                upgrade::reload();
            });
        }
    }

    /// The browser has kept the page as it was, and shows it again: the session may have ended meanwhile, in a tab that this
    /// page could not hear.
    pub fn is_back(&self) {
        let shows_somebody = self.workspace().peek(|core| core.viewer().is_some());
        match storage::person() {
            Some(person) => self.is_of(person),
            None if shows_somebody && storage::is_allowed() => self.signed_out_elsewhere(),
            None => {}
        }
        self.tick();
        self.tell(Event::Resumed);
    }

    /// The network is another one.
    pub fn is_online(&self) {
        self.0.ways.forget();
        self.tell(Event::Online);
    }
}
