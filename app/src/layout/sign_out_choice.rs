//! The way out, with a question where something is not sent yet.

use app_sync::outbox::OutboxState;
use leptos::prelude::*;

use super::text::text;
use crate::ui::{Button, ButtonLook, Dialog};
use crate::workspace::expect_workspace;

/// Ends the session; asks first where something is not sent yet.
#[component]
pub fn SignOutChoice() -> impl IntoView {
    let workspace = expect_workspace();
    let outbox = workspace.outbox();
    let words = move || text(workspace.language().get());
    let common = move || crate::text::text(workspace.language().get());
    let unsent = Memo::new(move |_| {
        let refused = |state: &OutboxState| matches!(state, OutboxState::NeedsYou { .. });
        outbox
            .read()
            .iter()
            .filter(|record| !refused(&record.state))
            .count()
    });
    let asking = RwSignal::new(false);
    let leave = move |_| {
        if unsent.get_untracked() == 0 {
            workspace.sign_out()
        } else {
            asking.set(true)
        }
    };
    view! {
        <Button on:click=leave>{move || words().sign_out}</Button>
        <Show when=move || asking.get()>
            <Dialog
                title=Signal::derive(move || words().sign_out_question.to_owned())
                close_label=Signal::derive(move || common().close.to_owned())
                on_close=move |()| asking.set(false)
            >
                <p>{move || (words().sign_out_unsent)(unsent.get())}</p>
                <div class="dialog__actions">
                    <Button on:click=move |_| asking.set(false)>{move || common().cancel}</Button>
                    <Button look=ButtonLook::Risk on:click=move |_| workspace.sign_out()>
                        {move || words().sign_out_anyway}
                    </Button>
                </div>
            </Dialog>
        </Show>
    }
}
