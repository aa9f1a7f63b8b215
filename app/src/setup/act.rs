//! What a tap does: the command, and the news of it with a way back.

use app_domain::agenda::VisitType;
use app_domain::command::Command;
use app_domain::id::ClosureId;
use app_domain::practice::{Chair, Closure};
use leptos::prelude::*;

use super::text::{Text, text};
use crate::ui::{Toast, Toasts, Tone, Undo, expect_toasts};
use crate::workspace::{Workspace, expect_workspace};

/// Whether a command has been carried out on this device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Acted {
    /// It has; what is sent is on its way.
    Done,
    /// It was refused at once, and the person is told why.
    Refused,
}

/// Where something is set, and where it is told.
#[derive(Clone, Copy)]
pub(super) struct Act {
    workspace: Workspace,
    toasts: Toasts,
}

impl Act {
    /// Those of the page.
    pub(super) fn expect() -> Self {
        Self {
            workspace: expect_workspace(),
            toasts: expect_toasts(),
        }
    }

    /// Sets a chair, with a way back to what it was.
    pub(super) fn chair(self, was: Chair, becomes: Chair, news: fn(&Text, &str) -> String) -> Acted {
        let acted = self.carry_out(set_chair(Some(was.clone()), becomes.clone()));
        if acted == Acted::Done {
            let told = news(self.text(), &becomes.name);
            self.tell(told, Some(set_chair(Some(becomes), was)));
        }
        acted
    }

    /// Makes a chair. There is no way back: a chair is hidden, never deleted.
    pub(super) fn new_chair(self, chair: Chair) -> Acted {
        let told = (self.text().chair_added)(&chair.name);
        let acted = self.carry_out(set_chair(None, chair));
        if acted == Acted::Done {
            self.tell(told, None);
        }
        acted
    }

    /// Puts a chair at another place: a change of each chair whose place is another one.
    pub(super) fn order(self, chairs: &[Chair]) {
        for (place, chair) in (0_u16..).zip(chairs) {
            if chair.position != place {
                let becomes = Chair {
                    position: place,
                    ..chair.clone()
                };
                self.carry_out(set_chair(Some(chair.clone()), becomes));
            }
        }
    }

    /// Sets a type of visit. What is set now may be nothing, and what is usual holds.
    pub(super) fn visit_type(self, was: Option<VisitType>, becomes: VisitType) {
        self.carry_out(Command::SetUpVisitType { was, becomes });
    }

    /// Takes a closure back, with a way to close these days again.
    pub(super) fn reopen(self, closure: &Closure) {
        let reopen = Command::ReopenDays { closure: closure.id };
        if self.carry_out(reopen) == Acted::Done {
            // What was taken back is not what is done again.
            let again = Closure {
                id: ClosureId(self.workspace.new_id()),
                ..closure.clone()
            };
            let told = (self.text().reopened)(&closure.reason);
            self.tell(told, Some(Command::CloseDays(again)));
        }
    }

    /// Gives the command and looks whether this device refused it.
    pub(super) fn carry_out(self, command: Command) -> Acted {
        let refusal = self.workspace.last_refusal();
        refusal.set(None);
        self.workspace.act(command);
        if refusal.read_untracked().is_some() {
            Acted::Refused
        } else {
            Acted::Done
        }
    }

    fn tell(self, text: String, back: Option<Command>) {
        let workspace = self.workspace;
        let undo = back.map(|back| Undo::new(move || workspace.act(back.clone())));
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

const fn set_chair(was: Option<Chair>, becomes: Chair) -> Command {
    Command::SetUpChair { was, becomes }
}
