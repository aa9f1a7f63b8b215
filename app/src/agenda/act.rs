//! What a tap does: the command, and the news of it with a way back.

use app_domain::agenda::{
    Appointment, CancelledBy, Confirmation, Ending, LabWork, Mark, Overbooking, Place, Status,
};
use app_domain::command::Command;
use app_domain::id::{AppointmentId, PatientId, PlanId};
use app_domain::rows::Rows;
use app_domain::treatment_consent::WithdrawalWish;
use jiff::civil::Date;
use leptos::prelude::*;

use super::text::{Text, text};
use crate::patient::{name_for, shown_name};
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

/// Gives a command and looks whether this device refused it.
pub(super) fn carry_out(workspace: Workspace, command: Command) -> Acted {
    let refusal = workspace.last_refusal();
    refusal.set(None);
    workspace.act(command);
    if refusal.read_untracked().is_some() {
        Acted::Refused
    } else {
        Acted::Done
    }
}

/// Tells what was done, with the commands that lead back, if any do.
pub(super) fn tell(workspace: Workspace, toasts: Toasts, news: String, back: Vec<Command>) {
    let undo = (!back.is_empty()).then(|| {
        Undo::new(move || {
            for command in &back {
                workspace.act(command.clone());
            }
        })
    });
    toasts.show(Toast {
        text: news,
        tone: Tone::Plain,
        undo,
    });
}

/// Where things are done and told: what an event needs, which knows no context.
#[derive(Clone, Copy)]
pub(super) struct Hands {
    workspace: Workspace,
    toasts: Toasts,
}

impl Hands {
    /// Those of the page.
    pub(super) fn expect() -> Self {
        Self {
            workspace: expect_workspace(),
            toasts: expect_toasts(),
        }
    }

    /// What is done to an appointment.
    pub(super) const fn on(self, id: AppointmentId) -> Act {
        Act { hands: self, id }
    }
}

/// What a person does to an appointment.
#[derive(Clone, Copy)]
pub(super) struct Act {
    hands: Hands,
    id: AppointmentId,
}

impl Act {
    /// What is done to an appointment of this page.
    pub(super) fn of(id: AppointmentId) -> Self {
        Hands::expect().on(id)
    }

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
                vec![Command::UndoMark {
                    appointment: self.id,
                    mark,
                }],
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
            self.tell(news, vec![set(before)]);
        }
        done
    }

    /// Moves it, with a way back.
    pub(super) fn move_to(self, from: Place, to: Place, overbooking: Option<Overbooking>) -> Acted {
        let before = self.row();
        let moved = self.carry_out(Command::MoveAppointment {
            appointment: self.id,
            from,
            to,
            overbooking,
        });
        if moved == Acted::Done {
            let text = self.text();
            let news = (text.moved)(&self.name(), &text.common.moment(to.start));
            let overbooking = before.as_ref().and_then(|before| before.overbooking.clone());
            let move_back = Command::MoveAppointment {
                appointment: self.id,
                from: to,
                to: from,
                overbooking,
            };
            // Who had said yes to the hour before has said it to that hour.
            let said = before
                .as_ref()
                .map(|before| before.confirmation)
                .unwrap_or_default();
            let confirm_back = (said != Confirmation::NotAsked && from.start != to.start).then_some(
                Command::SetConfirmation {
                    appointment: self.id,
                    confirmation: said,
                },
            );
            let back = match before.map(|before| before.status) {
                // What waited to be placed again waits again. Of what an absence displaced no reason is told.
                Some(Status::Cancelled { who, reason, .. }) => vec![Command::CancelAppointment {
                    appointment: self.id,
                    who,
                    reason: if reason.trim().is_empty() {
                        text.side.displaced.to_owned()
                    } else {
                        reason
                    },
                }],
                _ => [move_back].into_iter().chain(confirm_back).collect(),
            };
            self.tell(news, back);
        }
        moved
    }

    /// Calls it off, with a way back to where it was.
    pub(super) fn cancel(self, who: CancelledBy, reason: String) -> Acted {
        let before = self.row();
        let done = self.carry_out(Command::CancelAppointment {
            appointment: self.id,
            who,
            reason,
        });
        if done == Acted::Done {
            let had_arrived = before.and_then(|before| before.status.mark());
            let again = had_arrived.map(|mark| Command::MarkAppointment {
                appointment: self.id,
                mark,
            });
            let back = Command::CorrectAppointment {
                appointment: self.id,
                was: Ending::Cancelled { who },
                becomes: None,
                reason: String::new(),
            };
            let news = (self.text().cancelled)(&self.name());
            self.tell(news, [back].into_iter().chain(again).collect());
        }
        done
    }

    /// Corrects how it ended.
    pub(super) fn correct(self, was: Ending, becomes: Option<Ending>, reason: String) -> Acted {
        let done = self.carry_out(Command::CorrectAppointment {
            appointment: self.id,
            was,
            becomes,
            reason,
        });
        if done == Acted::Done {
            self.tell((self.text().corrected)(&self.name()), Vec::new());
        }
        done
    }

    /// Writes down whether the patient would come earlier, with a way back.
    pub(super) fn set_earlier(self, earlier: bool) -> Acted {
        let set = |as_soon_as_possible| Command::SetAsSoonAsPossible {
            appointment: self.id,
            as_soon_as_possible,
        };
        let done = self.carry_out(set(earlier));
        if done == Acted::Done {
            let text = self.text();
            let news = if earlier {
                text.earlier_set
            } else {
                text.earlier_unset
            };
            self.tell(news(&self.name()), vec![set(!earlier)]);
        }
        done
    }

    /// Writes down how the visit stands with the laboratory, with a way back.
    pub(super) fn set_lab(self, was: LabWork, becomes: LabWork) -> Acted {
        let set = |was, becomes| Command::SetLabWork {
            appointment: self.id,
            was,
            becomes,
        };
        let done = self.carry_out(set(was, becomes));
        if done == Acted::Done {
            let news = self.text().lab_set[becomes as usize];
            self.tell(news(&self.name()), vec![set(becomes, was)]);
        }
        done
    }

    /// Attests that the patient has signed the consent to a plan, with a way back.
    pub(super) fn attest(self, plan: PlanId, patient: PatientId, signed: Date) -> Acted {
        let done = self.carry_out(Command::AttestConsent {
            plan,
            patient,
            signed,
        });
        if done == Acted::Done {
            let back = Command::WithdrawConsent {
                plan,
                patient,
                wish: WithdrawalWish::Clinician,
                reason: String::new(),
            };
            self.tell((self.text().consent.told_attested)(&self.name()), vec![back]);
        }
        done
    }

    /// Writes down that a consent no longer holds, with a way back.
    pub(super) fn withdraw_consent(
        self,
        plan: PlanId,
        patient: PatientId,
        wish: WithdrawalWish,
        reason: String,
    ) -> Acted {
        let signed = self
            .hands
            .workspace
            .read(|rows| rows.treatment_consent(plan)?.in_force().map(|given| given.signed));
        let done = self.carry_out(Command::WithdrawConsent {
            plan,
            patient,
            wish,
            reason,
        });
        if done == Acted::Done {
            let back = signed.map(|signed| Command::AttestConsent {
                plan,
                patient,
                signed,
            });
            let news = (self.text().consent.told_withdrawn)(&self.name());
            self.tell(news, back.into_iter().collect());
        }
        done
    }

    fn row(self) -> Option<Appointment> {
        self.hands
            .workspace
            .read(|rows| rows.appointment(self.id).cloned())
    }

    fn carry_out(self, command: Command) -> Acted {
        carry_out(self.hands.workspace, command)
    }

    fn tell(self, news: String, back: Vec<Command>) {
        tell(self.hands.workspace, self.hands.toasts, news, back);
    }

    fn text(self) -> &'static Text {
        text(self.hands.workspace.language().get_untracked())
    }

    fn name(self) -> String {
        let names = name_for(self.hands.workspace.names_hidden().get_untracked());
        let name = self.hands.workspace.read(|rows| {
            let patient = rows
                .appointment(self.id)
                .and_then(|appointment| rows.patient(appointment.patient));
            patient.map(|patient| shown_name(patient, names))
        });
        name.unwrap_or_else(|| self.text().unknown.to_owned())
    }
}
