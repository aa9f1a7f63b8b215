//! Calling an appointment off: who did, and why.

use app_domain::agenda::CancelledBy;
use app_domain::id::AppointmentId;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::act::{Act, Acted};
use super::open_appointment::OpenAppointment;
use super::text::text;
use super::why_field::WhyField;
use crate::ui::{Button, ButtonKind, ButtonLook, Segmented};
use crate::workspace::expect_workspace;

/// The form that calls an appointment off.
#[component]
pub fn CancelForm(
    /// Which appointment.
    id: AppointmentId,
    /// Who is proposed to have called it off.
    by: CancelledBy,
    /// Called when the person gives it up.
    #[prop(into)]
    on_give_up: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act::of(id);
    let open = OpenAppointment::expect();
    let words = move || &text(workspace.language().get()).ending;
    let who = RwSignal::new(by);
    let reason = RwSignal::new(String::new());
    let options = Signal::derive(move || {
        let words = words();
        vec![
            (CancelledBy::Patient, words.by_patient.to_owned()),
            (CancelledBy::Practice, words.by_practice.to_owned()),
        ]
    });
    let usual = Signal::derive(move || match who.get() {
        CancelledBy::Patient => words().patient_reasons.as_slice(),
        CancelledBy::Practice => words().practice_reasons.as_slice(),
    });
    let follows = move || match who.get() {
        CancelledBy::Patient => words().patient_follows,
        CancelledBy::Practice => words().practice_follows,
    };
    let is_blank = move || reason.read().trim().is_empty();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if untrack(is_blank) {
            return;
        }
        if act.cancel(who.get_untracked(), reason.get_untracked()) == Acted::Done {
            open.close();
        }
    };
    view! {
        <form class="ending-form" on:submit=submit>
            <h3 class="ending-form__title">{move || words().cancel_title}</h3>
            <Segmented
                name="cancelled-by"
                label=Signal::derive(move || words().who.to_owned())
                options
                chosen=who
                on_choose=move |chosen| {
                    who.set(chosen);
                    reason.set(String::new());
                }
            />
            <WhyField id="cancel-reason" reason usual />
            <p class="field__hint">{follows}</p>
            <div class="dialog__actions">
                <Button on:click=move |_| on_give_up.run(())>{move || words().keep}</Button>
                <Button look=ButtonLook::Main kind=ButtonKind::Submit attr:disabled=is_blank>
                    {move || words().cancel}
                </Button>
            </div>
        </form>
    }
}
