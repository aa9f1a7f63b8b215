//! What a person does about a refused change.

use app_domain::command::Command;
use app_domain::refusal::Refusal;
use app_domain::rows::Rows;
use app_sync::wire::Mutation;
use leptos::prelude::*;

use super::refusal::is_about_a_place;
use super::text::{DrawerText, text};
use crate::sheet::sheet_path;
use crate::ui::{Button, ButtonLook};
use crate::workspace::{Workspace, expect_workspace};

/// Where a refused change leads.
struct Way {
    href: String,
    words: fn(&DrawerText) -> &'static str,
}

/// What a person does about a refused change: see it and let it go, or go where it can be done in another way.
#[component]
pub(super) fn OutboxActions(
    /// The refused change.
    mutation: Mutation,
    /// Why it was refused.
    refusal: Refusal,
    /// Closes the drawer.
    on_close: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).drawer;
    let way = way(workspace, &mutation.command, &refusal);
    let mid = mutation.mid;
    view! {
        <div class="outbox__actions">
            {way
                .map(|way| {
                    let Way { href, words: name } = way;
                    view! {
                        <a class="button button--main" href=href on:click=move |_| on_close.run(())>
                            {move || name(words())}
                        </a>
                    }
                })}
            <Button look=ButtonLook::Plain on:click=move |_| workspace.dismiss(mid)>
                {move || words().seen}
            </Button>
        </div>
    }
}

/// A place is chosen again on the card of the call, or in the agenda; everything else is looked at where it is.
fn way(workspace: Workspace, command: &Command, refusal: &Refusal) -> Option<Way> {
    let wants_place = is_about_a_place(refusal);
    let card: fn(&DrawerText) -> &'static str = if wants_place {
        |words| words.other_place
    } else {
        |words| words.open_card
    };
    let day: fn(&DrawerText) -> &'static str = if wants_place {
        |words| words.other_place
    } else {
        |words| words.open_day
    };
    match command {
        Command::RecordAttempt { patient, .. }
        | Command::ClaimCall { patient }
        | Command::TakeOverCall { patient, .. }
        | Command::ReleaseCall { patient } => Some(Way {
            href: format!("/chiamate/{patient}"),
            words: card,
        }),
        Command::RecordPayment(wanted) => Some(Way {
            href: sheet_path("/agenda", wanted.patient),
            words: |words| words.open_sheet,
        }),
        // These are looked at where they were made: the patient's window, and this drawer.
        Command::EditPatient { .. }
        | Command::SettleCall { .. }
        | Command::Ask { .. }
        | Command::SettleReview { .. }
        | Command::CorrectAttempt { .. }
        | Command::AnswerEscalation { .. }
        | Command::AttestConsent { .. }
        | Command::SetRecall(_)
        | Command::OpenRisk(_)
        | Command::CloseRisk { .. }
        | Command::WithdrawConsent { .. }
        | Command::HandOverPromise { .. } => None,
        Command::DecideDelay { .. }
        | Command::OpenRequest(_)
        | Command::HandOverRequest { .. }
        | Command::PutOffRequest { .. }
        | Command::SolveRequest { .. }
        | Command::ReopenRequest { .. } => Some(Way {
            href: "/richieste".to_owned(),
            words: |words| words.open_requests,
        }),
        // And these where the practice is set up.
        Command::MarkAbsence(_)
        | Command::WithdrawAbsence { .. }
        | Command::CloseDays(_)
        | Command::ReopenDays { .. } => Some(Way {
            href: "/assenze".to_owned(),
            words: |words| words.open_absences,
        }),
        Command::SetUpChair { .. }
        | Command::SetUpVisitType { .. }
        | Command::SetUpBudget { .. }
        | Command::SetUpCalls { .. }
        | Command::SetUpRisk { .. } => Some(Way {
            href: "/impostazioni".to_owned(),
            words: |words| words.open_setup,
        }),
        Command::AddDayNote { day, .. } => Some(Way {
            href: format!("/agenda/{day}"),
            words: |words| words.open_day,
        }),
        Command::StrikeDayNote { .. } | Command::ShareView { .. } | Command::StrikeView { .. } => None,
        Command::BookAppointment(booking) => Some(Way {
            href: format!("/agenda/{}", booking.place.start.date()),
            words: day,
        }),
        Command::MoveAppointment { appointment, .. }
        | Command::MarkAppointment { appointment, .. }
        | Command::UndoMark { appointment, .. }
        | Command::CancelAppointment { appointment, .. }
        | Command::CorrectAppointment { appointment, .. }
        | Command::SetAsSoonAsPossible { appointment, .. }
        | Command::SetLabWork { appointment, .. }
        | Command::UnbookAppointment { appointment }
        | Command::SetConfirmation { appointment, .. } => {
            let start = workspace.read(|rows| rows.appointment(*appointment).map(|visit| visit.start()))?;
            Some(Way {
                href: format!("/agenda/{}", start.date()),
                words: day,
            })
        }
    }
}
