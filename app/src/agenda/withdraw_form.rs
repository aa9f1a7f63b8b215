//! Withdrawing a consent: whose wish it is, and why.

use app_domain::id::{AppointmentId, PatientId, PlanId};
use app_domain::treatment_consent::WithdrawalWish;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::act::{Act, Acted};
use super::open_appointment::OpenAppointment;
use super::text::text;
use super::why_field::WhyField;
use crate::ui::{Button, ButtonKind, ButtonLook, Segmented};
use crate::workspace::expect_workspace;

/// The form that withdraws a consent.
#[component]
pub(super) fn WithdrawForm(
    /// The visit from which it is done.
    id: AppointmentId,
    /// The plan.
    plan: PlanId,
    /// Whose.
    patient: PatientId,
    /// Called when the person gives it up.
    #[prop(into)]
    on_give_up: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act::of(id);
    let open = OpenAppointment::expect();
    let words = move || &text(workspace.language().get()).consent;
    let wish = RwSignal::new(WithdrawalWish::Patient);
    let reason = RwSignal::new(String::new());
    let options = Signal::derive(move || {
        let words = words();
        vec![
            (WithdrawalWish::Patient, words.of_patient.to_owned()),
            (WithdrawalWish::Clinician, words.of_clinician.to_owned()),
        ]
    });
    let usual = Signal::derive(move || match wish.get() {
        WithdrawalWish::Patient => words().patient_reasons.as_slice(),
        WithdrawalWish::Clinician => words().clinician_reasons.as_slice(),
    });
    let is_blank = move || reason.read().trim().is_empty();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if untrack(is_blank) {
            return;
        }
        if act.withdraw_consent(plan, patient, wish.get_untracked(), reason.get_untracked()) == Acted::Done {
            open.close();
        }
    };
    view! {
        <form class="ending-form" on:submit=submit>
            <h3 class="ending-form__title">{move || words().withdraw_title}</h3>
            <Segmented
                name="consent-wish"
                label=Signal::derive(move || words().wish.to_owned())
                options
                chosen=wish
                on_choose=move |chosen| {
                    wish.set(chosen);
                    reason.set(String::new());
                }
            />
            <WhyField id="consent-why" reason usual />
            <p class="field__hint">{move || words().follows}</p>
            <div class="dialog__actions">
                <Button on:click=move |_| on_give_up.run(())>{move || words().keep}</Button>
                <Button look=ButtonLook::Main kind=ButtonKind::Submit attr:disabled=is_blank>
                    {move || words().withdraw_now}
                </Button>
            </div>
        </form>
    }
}
