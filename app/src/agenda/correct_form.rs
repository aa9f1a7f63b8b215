//! Correcting how an appointment ended.

use app_domain::agenda::{Appointment, CancelledBy, Ending};
use app_domain::id::AppointmentId;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::act::{Act, Acted};
use super::open_appointment::OpenAppointment;
use super::text::{EndingText, text};
use super::why_field::WhyField;
use crate::ui::Field;
use crate::ui::{Button, ButtonKind, ButtonLook, Select};
use crate::workspace::expect_workspace;

/// The form that corrects how an appointment ended.
#[component]
pub fn CorrectForm(
    /// Which appointment.
    id: AppointmentId,
    /// The appointment.
    row: Memo<Option<Appointment>>,
    /// Called when the person gives it up.
    #[prop(into)]
    on_give_up: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act::of(id);
    let open = OpenAppointment::expect();
    let words = move || &text(workspace.language().get()).ending;
    // What the person corrects is what they saw: it does not change under their hands.
    let was = row.with_untracked(|row| row.as_ref().and_then(|row| Ending::of(&row.status)))?;
    let becomes = RwSignal::new(None);
    let reason = RwSignal::new(String::new());
    let options = Signal::derive(move || options(was, words()));
    let usual = Signal::derive(move || words().correction_reasons.as_slice());
    let is_blank = move || reason.read().trim().is_empty();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if untrack(is_blank) {
            return;
        }
        if act.correct(was, becomes.get_untracked(), reason.get_untracked()) == Acted::Done {
            open.close();
        }
    };
    Some(view! {
        <form class="ending-form" on:submit=submit>
            <h3 class="ending-form__title">{move || words().correct_title}</h3>
            <Field id="correct-to" label=Signal::derive(move || words().truth.to_owned())>
                <Select id="correct-to" options chosen=becomes on_choose=move |chosen| becomes.set(chosen) />
            </Field>
            <WhyField id="correct-reason" reason usual />
            <p class="field__hint">{move || words().correct_follows}</p>
            <div class="dialog__actions">
                <Button on:click=move |_| on_give_up.run(())>{move || words().keep}</Button>
                <Button look=ButtonLook::Main kind=ButtonKind::Submit attr:disabled=is_blank>
                    {move || words().correct}
                </Button>
            </div>
        </form>
    })
}

/// How it may have been instead: not ended at all, or otherwise.
fn options(was: Ending, words: &EndingText) -> Vec<(Option<Ending>, String)> {
    let word = |ending| match ending {
        Ending::Left => words.left,
        Ending::NoShow => words.missed,
        Ending::Cancelled {
            who: CancelledBy::Patient,
        } => words.cancelled_by_patient,
        Ending::Cancelled {
            who: CancelledBy::Practice,
        } => words.cancelled_by_practice,
    };
    let others = Ending::ALL.into_iter().filter(|ending| *ending != was);
    let others = others.map(|ending| (Some(ending), word(ending).to_owned()));
    [(None, words.awaited.to_owned())]
        .into_iter()
        .chain(others)
        .collect()
}
