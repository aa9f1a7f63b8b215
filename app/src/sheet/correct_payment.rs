//! Taking an entry of the books back: by another one, with a reason.

use app_domain::calls::why;
use app_domain::command::Command;
use app_domain::id::PaymentId;
use app_domain::money::Cents;
use app_domain::payments::{NewPayment, PaymentEntry, RecordedPayment};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

use super::text::text;
use crate::ui::{Button, ButtonKind, ButtonLook, Field, Toast, Tone, expect_toasts};
use crate::workspace::{Workspace, expect_workspace};

/// The entry that takes another one back, as of today.
pub(super) fn correction(
    workspace: Workspace,
    number: PaymentId,
    of: &RecordedPayment,
    reason: String,
) -> Command {
    Command::RecordPayment(NewPayment {
        payment: number,
        patient: of.patient,
        plan: of.plan,
        day: workspace.today().get_untracked().max(of.day),
        amount: Cents(of.amount.0.abs()),
        entry: PaymentEntry::Correction { of: of.id, reason },
    })
}

/// The form that takes an entry back. Its number is made as it opens, so that a double tap is one correction.
#[component]
pub(super) fn CorrectPayment(
    /// The entry.
    payment: RecordedPayment,
    /// Called when the form is done with.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let toasts = expect_toasts();
    let number = PaymentId(workspace.new_id());
    let words = move || &text(workspace.language().get()).payments;
    let common = move || crate::text::text(workspace.language().get());
    let reason = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let field = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(field) = field.get() {
            // Fails only for what cannot have the focus: then it stays where it is.
            let _no_focus = field.focus();
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let words = untrack(words);
        let is_blank = reason.with_untracked(|reason| reason.trim().is_empty());
        error.set(is_blank.then(|| words.no_reason.to_owned()));
        if is_blank {
            return;
        }
        workspace.last_refusal().set(None);
        workspace.act(correction(workspace, number, &payment, reason.get_untracked()));
        if workspace.last_refusal().with_untracked(Option::is_none) {
            let amount = why::amount(payment.amount, workspace.language().get_untracked());
            toasts.show(Toast {
                text: (words.told_corrected)(&amount),
                tone: Tone::Good,
                undo: None,
            });
            on_close.run(());
        }
    };
    view! {
        <form class="sheet__form" novalidate on:submit=submit>
            <Field
                id="payment-correct-why"
                label=Signal::derive(move || words().why.to_owned())
                hint=Signal::derive(move || words().correct_follows.to_owned())
                error
            >
                <input
                    id="payment-correct-why"
                    class="input"
                    maxlength="500"
                    autocomplete="off"
                    node_ref=field
                    required
                    aria-describedby="payment-correct-why-error"
                    bind:value=reason
                />
            </Field>
            <div class="sheet__actions">
                <Button kind=ButtonKind::Submit look=ButtonLook::Main>
                    {move || words().correct_now}
                </Button>
                <Button look=ButtonLook::Quiet on:click=move |_| on_close.run(())>
                    {move || common().cancel}
                </Button>
            </div>
        </form>
    }
}
