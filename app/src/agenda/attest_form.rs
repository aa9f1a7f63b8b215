//! Attesting that the patient has signed: one tap, with the day of the signature.

use app_domain::id::{AppointmentId, PatientId, PlanId};
use jiff::civil::Date;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::act::{Act, Acted};
use super::open_appointment::OpenAppointment;
use super::text::text;
use crate::ui::{Button, ButtonKind, Field, Icon};
use crate::workspace::expect_workspace;

/// The form that attests a consent; the day is today unless the person says otherwise.
#[component]
pub(super) fn AttestForm(
    /// The visit from which it is done.
    id: AppointmentId,
    /// The plan.
    plan: PlanId,
    /// Whose.
    patient: PatientId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act::of(id);
    let open = OpenAppointment::expect();
    let words = move || &text(workspace.language().get()).consent;
    let today = workspace.today();
    let typed = RwSignal::new(today.get_untracked().to_string());
    let day = move || {
        typed
            .read()
            .parse::<Date>()
            .ok()
            .filter(|day| *day <= today.get())
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(signed) = untrack(day) else { return };
        // What was done is told beside the page, with a way back: the window would lie above it.
        if act.attest(plan, patient, signed) == Acted::Done {
            open.close();
        }
    };
    view! {
        <form class="consent__form" on:submit=submit>
            <Field id="consent-day" label=Signal::derive(move || words().day.to_owned())>
                <input
                    id="consent-day"
                    class="input num"
                    type="date"
                    required
                    max=move || today.get().to_string()
                    bind:value=typed
                />
            </Field>
            <Button kind=ButtonKind::Submit attr:disabled=move || day().is_none()>
                <Icon glyph=crate::ui::Glyph::Check />
                {move || words().attest}
            </Button>
        </form>
    }
}
