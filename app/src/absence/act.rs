//! What a tap does: one command for all that it displaces, and the news of it with a way back.

use app_domain::agenda::{Appointment, Displacement};
use leptos::prelude::*;

use super::draft::Away;
use super::text::{Text, text};
use crate::ui::{Toast, Toasts, Tone, Undo};
use crate::workspace::Workspace;

/// Where something is done, and where it is told.
#[derive(Clone, Copy)]
pub(super) struct Act {
    /// Where it is done.
    pub(super) workspace: Workspace,
    /// Where it is told.
    pub(super) toasts: Toasts,
}

impl Act {
    /// Says it, and how many visits wait to be placed again; `None` where this device refused it.
    pub(super) fn say(self, away: &Away) -> Option<usize> {
        let refusal = self.workspace.last_refusal();
        refusal.set(None);
        self.workspace.act(away.command());
        if refusal.read_untracked().is_some() {
            return None;
        }
        let displaced = self.waiting(away.cause().displacement());
        let news = (self.text().said)(&self.title(away), displaced);
        let back = away.clone();
        self.tell(
            news,
            Some(Undo::new(move || self.take_back(&back, After::Nothing))),
        );
        Some(displaced)
    }

    /// Takes it back, and tells what has come back to its place and what has not.
    pub(super) fn take_back(self, away: &Away, after: After) {
        let by = away.cause().displacement();
        let (before, title) = (self.waiting(by), self.title(away));
        self.workspace.act(away.take_back());
        let stay = self.waiting(by);
        let news = (self.text().taken_back)(&title, before.saturating_sub(stay), stay);
        let undo = (after == After::Undo).then(|| {
            let again = away.again(self.workspace.new_id());
            Undo::new(move || {
                self.say(&again);
            })
        });
        self.tell(news, undo);
    }

    fn waiting(self, by: Displacement) -> usize {
        self.workspace.read(|rows| {
            let waits = |visit: &&Appointment| visit.is_parked() && visit.displaced == Some(by);
            rows.appointments().filter(waits).count()
        })
    }

    fn title(self, away: &Away) -> String {
        self.workspace.read(|rows| self.text().title_of(away, rows))
    }

    fn tell(self, text: String, undo: Option<Undo>) {
        self.toasts.show(Toast {
            text,
            tone: Tone::Plain,
            undo,
        });
    }

    fn text(self) -> &'static Text {
        text(self.workspace.language().get_untracked())
    }
}

/// Whether what is taken back can be said again at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum After {
    /// The news has no way back: it is one itself.
    Nothing,
    /// The news has a way back.
    Undo,
}
