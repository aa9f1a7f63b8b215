//! What was typed, what is offered for it, and which row is selected.

use app_sync::client::Link;
use app_sync::search::SearchRequest;
use leptos::prelude::*;

use super::action::Action;
use super::entries::{Offer, Sources, merged, offer};
use super::entry::{Entry, EntryKey};
use super::open_palette::OpenPalette;
use crate::workspace::{Searched, Workspace};

/// Among whom was searched.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reach {
    /// The server is being asked.
    Asking,
    /// Everybody.
    Everybody,
    /// This device's rows: there is no network.
    Offline,
    /// This device's rows: the server did not answer.
    Silent,
}

/// What was typed, what is offered for it, and which row is selected.
#[derive(Clone, Copy)]
pub(super) struct PaletteState {
    workspace: Workspace,
    palette: OpenPalette,
    sources: Sources,
    /// What can be done here.
    actions: StoredValue<Vec<Action>>,
    /// What was typed, without blanks at the ends.
    pub(super) typed: RwSignal<String>,
    /// What is offered.
    pub(super) offer: RwSignal<Offer>,
    /// Which row is selected.
    pub(super) selected: RwSignal<Option<EntryKey>>,
}

impl PaletteState {
    /// With nothing typed.
    pub(super) fn new(workspace: Workspace, palette: OpenPalette, actions: Vec<Action>) -> Self {
        let state = Self {
            workspace,
            palette,
            sources: Sources {
                workspace,
                present: workspace.present(),
                today: workspace.today(),
            },
            actions: StoredValue::new(actions),
            typed: RwSignal::default(),
            offer: RwSignal::default(),
            selected: RwSignal::new(None),
        };
        state.type_in("");
        state.follow_the_server();
        state
    }

    /// Something else was typed: this device answers at once, and the server is asked.
    pub(super) fn type_in(self, typed: &str) {
        let typed = typed.trim();
        let offered = self
            .actions
            .with_value(|actions| offer(self.sources, typed, &self.palette.recent(), actions));
        self.selected.set(offered.entries.first().map(Entry::key));
        self.offer.set(offered);
        self.typed.set(typed.to_owned());
        self.ask();
    }

    fn ask(self) {
        if let Some(asked) = self.asked() {
            self.workspace.search(asked);
        }
    }

    fn asked(self) -> Option<SearchRequest> {
        let typed = self.typed.get_untracked();
        (!typed.is_empty()).then_some(SearchRequest::Query(typed))
    }

    /// Takes in what the server says of what stands there, and asks again when it can be asked.
    fn follow_the_server(self) {
        let (searched, link) = (self.workspace.searched(), self.workspace.link());
        Effect::new(move || {
            let searched = searched.read();
            let Some(Searched {
                asked,
                answer: Some(answer),
            }) = &*searched
            else {
                return;
            };
            if self.asked().as_ref() == Some(asked) {
                let selected = self.selected.get_untracked();
                self.offer
                    .update(|offer| *offer = merged(core::mem::take(offer), selected, answer));
                if selected.is_none() {
                    self.select_end(End::First);
                }
            }
        });
        Effect::new(move || {
            if link.get() == Link::Live {
                self.ask();
            }
        });
        // What was found is for the moment.
        on_cleanup(move || drop(searched.try_set(None)));
    }

    /// Among whom was searched for what stands there now.
    pub(super) fn reach(self) -> Memo<Reach> {
        let (searched, link) = (self.workspace.searched(), self.workspace.link());
        Memo::new(move |_| {
            if link.get() != Link::Live {
                return Reach::Offline;
            }
            let typed = self.typed.get();
            match &*searched.read() {
                Some(Searched {
                    asked: SearchRequest::Query(asked),
                    answer,
                }) if *asked == typed => match answer {
                    Some(_) => Reach::Everybody,
                    None => Reach::Silent,
                },
                _ => Reach::Asking,
            }
        })
    }

    /// Selects the row that is so many further; round at the ends.
    pub(super) fn step(self, by: isize) {
        self.offer.with_untracked(|offer| {
            let count = offer.entries.len();
            let selected = self.selected.get_untracked();
            let at = offer
                .entries
                .iter()
                .position(|entry| Some(entry.key()) == selected);
            let next = match at {
                Some(at) if count > 0 => (at + count).saturating_add_signed(by) % count,
                _ => 0,
            };
            self.selected.set(offer.entries.get(next).map(Entry::key));
        });
    }

    /// Selects the first or the last row.
    pub(super) fn select_end(self, end: End) {
        let key = self.offer.with_untracked(|offer| {
            match end {
                End::First => offer.entries.first(),
                End::Last => offer.entries.last(),
            }
            .map(Entry::key)
        });
        self.selected.set(key);
    }

    /// The selected row. Untracked.
    pub(super) fn selected_entry(self) -> Option<Entry> {
        let selected = self.selected.get_untracked()?;
        self.offer.with_untracked(|offer| {
            offer
                .entries
                .iter()
                .find(|entry| entry.key() == selected)
                .cloned()
        })
    }
}

/// An end of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    /// Above.
    First,
    /// Below.
    Last,
}
