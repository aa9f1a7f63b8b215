//! The outcomes that have a key.

use app_domain::calls::Outcome;
use leptos::prelude::*;

use super::draft::Draft;
use super::panel::Panel;
use super::record::{record, record_booking, record_confirmation};
use super::text::CardText;
use crate::ui::Glyph;
use crate::workspace::Workspace;

/// An outcome on the card. The key is its number, the same on every card.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Tap {
    AllWell,
    Confirms,
    Book,
    CallBack,
    NoAnswer,
    Busy,
    Other,
}

impl Tap {
    /// Every outcome, in the order of the keys.
    pub(super) const ALL: [Self; 7] = [
        Self::AllWell,
        Self::Confirms,
        Self::Book,
        Self::CallBack,
        Self::NoAnswer,
        Self::Busy,
        Self::Other,
    ];

    /// Its key.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::AllWell => "1",
            Self::Confirms => "2",
            Self::Book => "3",
            Self::CallBack => "4",
            Self::NoAnswer => "5",
            Self::Busy => "6",
            Self::Other => "7",
        }
    }

    /// Its picture.
    pub(super) const fn glyph(self) -> Glyph {
        match self {
            Self::AllWell | Self::Confirms => Glyph::Check,
            Self::Book => Glyph::Agenda,
            Self::CallBack => Glyph::Clock,
            Self::NoAnswer => Glyph::Cross,
            Self::Busy => Glyph::Phone,
            Self::Other => Glyph::Plus,
        }
    }

    /// Its words.
    pub(super) const fn words(self, words: &CardText) -> &'static str {
        match self {
            Self::AllWell => words.all_well,
            Self::Confirms => words.confirms,
            Self::Book => words.book,
            Self::CallBack => words.call_back,
            Self::NoAnswer => words.no_answer,
            Self::Busy => words.busy,
            Self::Other => words.other,
        }
    }

    /// Writes it down, or opens the panel in which it is completed.
    pub(super) fn act(self, workspace: Workspace, draft: Draft) {
        match self {
            Self::AllWell => record(workspace, draft, &Outcome::AllWell),
            Self::Confirms => record_confirmation(workspace, draft),
            Self::Book => match draft.chosen.get_untracked() {
                Some(chosen) => record_booking(workspace, draft, &chosen),
                None => draft.toggle_panel(Panel::Book),
            },
            Self::CallBack => draft.toggle_panel(Panel::CallBack),
            Self::NoAnswer => record(workspace, draft, &Outcome::NoAnswer),
            Self::Busy => record(workspace, draft, &Outcome::Busy),
            Self::Other => draft.toggle_panel(Panel::Other),
        }
    }
}
