//! The reactive reads of what concerns the person and the device.

use app_domain::command::Command;
use app_domain::language::Language;
use app_domain::refusal::Refusal;
use app_domain::role::Actor;
use app_domain::rows::{Key, Rows};
use app_domain::time::Now;
use app_sync::client::{Link, RowState};
use app_sync::outbox::{OutboxRecord, OutboxState};
use app_sync::presence::Present;
use app_sync::wire::Viewer;
use jiff::civil::Date;
use leptos::prelude::*;

use super::wake::Topic;
use super::{FirstLoad, StorageTrouble, Workspace};
use crate::port::{Ownership, PasswordStep, Theme};

/// What concerns the person and the device.
impl Workspace {
    /// The present; moves every 15 seconds.
    pub fn now(self) -> Signal<Now> {
        self.signals.now.into()
    }

    /// Today at the practice.
    pub fn today(self) -> Memo<Date> {
        let now = self.signals.now;
        Memo::new(move |_| now.get().today())
    }

    /// Language of the interface; kept in this browser when it is set.
    pub fn language(self) -> RwSignal<Language> {
        self.signals.language
    }

    /// Privacy at the counter: initials only; kept in this browser when it is set.
    pub fn names_hidden(self) -> RwSignal<bool> {
        self.signals.names_hidden
    }

    /// Light or dark; kept in this browser when it is set.
    pub fn theme(self) -> RwSignal<Theme> {
        self.signals.theme
    }

    /// Who is signed in; `None` until the cache or the first snapshot is there.
    pub fn viewer(self) -> Memo<Option<Viewer>> {
        Memo::new(move |_| self.watch(Topic::State, |core| core.viewer().cloned()))
    }

    /// Whether there is something to show. The server says who is greeted before it sends the rows: without them a day
    /// would look closed, and empty.
    pub fn is_loaded(self) -> Memo<bool> {
        Memo::new(move |_| {
            self.watch(Topic::State, |core| core.viewer().is_some())
                && self.watch(Topic::Row(Key::Practice), |core| core.view().practice().is_some())
        })
    }

    /// Who acts, untracked.
    pub fn actor(self) -> Option<Actor> {
        self.with(|inner| inner.core.borrow().viewer().map(Viewer::actor))
    }

    /// How the device stands with the server.
    pub fn link(self) -> Memo<Link> {
        Memo::new(move |_| self.watch(Topic::State, |core| core.link()))
    }

    /// Who else is live, and what they look at.
    pub fn present(self) -> Memo<Vec<Present>> {
        Memo::new(move |_| self.watch(Topic::Presence, |core| core.present().cloned().collect()))
    }

    /// How the very first load goes, while the link says [`Link::Loading`].
    pub fn first_load(self) -> RwSignal<FirstLoad> {
        self.signals.first_load
    }

    /// What is not settled yet, in order: unsent, unanswered, and refused.
    pub fn outbox(self) -> Memo<Vec<OutboxRecord>> {
        Memo::new(move |_| self.watch(Topic::State, |core| core.outbox()))
    }

    /// How a row stands.
    pub fn row_state(self, key: Key) -> Memo<RowState> {
        Memo::new(move |_| self.watch(Topic::State, |core| core.row_state(key)))
    }

    /// The last command that was refused at once on this device; set it to `None` when it has been shown.
    pub fn last_refusal(self) -> RwSignal<Option<(Command, Refusal)>> {
        self.signals.last_refusal
    }

    /// A new version of the program waits, and nothing is unsent, or nothing can be sent without it: offer [`Workspace::take_upgrade`].
    pub fn upgrade_ready(self) -> Memo<bool> {
        let outbox = self.outbox();
        let settled = |record: &OutboxRecord| matches!(record.state, OutboxState::NeedsYou { .. });
        let may = move || self.signals.too_old.get() || outbox.with(|all| all.iter().all(settled));
        Memo::new(move |_| self.signals.upgrade_waiting.get() && may())
    }

    /// The server does not speak with this version of the program any more; set by the machine.
    pub fn too_old(self) -> RwSignal<bool> {
        self.signals.too_old
    }

    /// How many changes were handed to the server for a person to look at, since the page has started; set by the machine.
    pub fn rescued(self) -> RwSignal<usize> {
        self.signals.rescued
    }

    /// A new version of the program waits; set by the machine.
    pub fn upgrade_waiting(self) -> RwSignal<bool> {
        self.signals.upgrade_waiting
    }

    /// What this browser does not keep, if anything; set by the machine.
    pub fn storage_trouble(self) -> RwSignal<Option<StorageTrouble>> {
        self.signals.storage_trouble
    }

    /// How many changes rest on this device and cannot be read; set by the machine.
    pub fn unreadable(self) -> RwSignal<usize> {
        self.signals.unreadable
    }

    /// Whose this browser is; set by the machine.
    pub fn ownership(self) -> RwSignal<Ownership> {
        self.signals.ownership
    }

    /// How the password that was typed last stands.
    pub fn password_step(self) -> RwSignal<PasswordStep> {
        self.signals.password_step
    }
}
