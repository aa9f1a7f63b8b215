//! What a tap does: the command, and the news of it with a way back.

use app_domain::agenda::{Confirmation, Mark, Overbooking, Place};
use app_domain::command::Command;
use app_domain::id::AppointmentId;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::text::{Text, text};
use crate::patient::{name_for, shown_name};
use crate::ui::{Toast, Toasts, Tone, Undo};
use crate::workspace::Workspace;

/// Whether a command has been carried out on this device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Acted {
    /// It has; what is sent is on its way.
    Done,
    /// It was refused at once, and the person is told why.
    Refused,
}

/// What a person does to an appointment.
#[derive(Clone, Copy)]
pub(super) struct Act {
    /// Where it is done.
    pub(super) workspace: Workspace,
    /// Where it is told.
    pub(super) toasts: Toasts,
    /// To which one.
    pub(super) id: AppointmentId,
}

impl Act {
    /// Marks a step, with a way back.
    pub(super) fn mark(self, mark: Mark) -> Acted {
        let marked = self.carry_out(Command::MarkAppointment {
            appointment: self.id,
            mark,
        });
        if marked == Acted::Done {
            let news = (self.text().marked)(mark, &self.name());
            self.tell(
                news,
                Command::UndoMark {
                    appointment: self.id,
                    mark,
                },
            );
        }
        marked
    }

    /// Takes a mark back.
    pub(super) fn undo(self, mark: Mark) -> Acted {
        self.carry_out(Command::UndoMark {
            appointment: self.id,
            mark,
        })
    }

    /// Writes down what the patient said about coming, with a way back to what was written before.
    pub(super) fn confirm(self, before: Confirmation, confirmation: Confirmation) -> Acted {
        let set = |confirmation| Command::SetConfirmation {
            appointment: self.id,
            confirmation,
        };
        let done = self.carry_out(set(confirmation));
        if done == Acted::Done {
            let news = (self.text().confirmation_set)(&self.name());
            self.tell(news, set(before));
        }
        done
    }

    /// Moves it, with a way back.
    pub(super) fn move_to(self, from: Place, to: Place, overbooking: Option<Overbooking>) -> Acted {
        let overbooked_before = self.workspace.read(|rows| {
            rows.appointment(self.id)
                .and_then(|appointment| appointment.overbooking.clone())
        });
        let moved = self.carry_out(Command::MoveAppointment {
            appointment: self.id,
            from,
            to,
            overbooking,
        });
        if moved == Acted::Done {
            let text = self.text();
            let news = (text.moved)(&self.name(), &text.common.moment(to.start));
            let back = Command::MoveAppointment {
                appointment: self.id,
                from: to,
                to: from,
                overbooking: overbooked_before,
            };
            self.tell(news, back);
        }
        moved
    }

    /// Gives the command and looks whether this device refused it.
    fn carry_out(self, command: Command) -> Acted {
        let refusal = self.workspace.last_refusal();
        refusal.set(None);
        self.workspace.act(command);
        if refusal.read_untracked().is_some() {
            Acted::Refused
        } else {
            Acted::Done
        }
    }

    fn tell(self, news: String, back: Command) {
        let workspace = self.workspace;
        let undo = Undo::new(move || workspace.act(back.clone()));
        self.toasts.show(Toast {
            text: news,
            tone: Tone::Plain,
            undo: Some(undo),
        });
    }

    fn text(self) -> &'static Text {
        text(self.workspace.language().get_untracked())
    }

    fn name(self) -> String {
        let names = name_for(self.workspace.names_hidden().get_untracked());
        let name = self.workspace.read(|rows| {
            let patient = rows
                .appointment(self.id)
                .and_then(|appointment| rows.patient(appointment.patient));
            patient.map(|patient| shown_name(patient, names))
        });
        name.unwrap_or_else(|| self.text().unknown.to_owned())
    }
}
