//! The question before the way out, where something is not sent yet.

use leptos::prelude::*;

use super::FrameWindows;
use super::text::text;
use crate::ui::{Button, ButtonLook, Dialog};
use crate::workspace::expect_workspace;

/// Asks whether to leave although something is not sent yet. Shows nothing until somebody wants to leave.
#[component]
pub(super) fn SignOutQuestion() -> impl IntoView {
    let workspace = expect_workspace();
    let windows = FrameWindows::expect();
    let (asking, unsent) = (windows.sign_out_question(), windows.unsent());
    let words = move || text(workspace.language().get());
    let common = move || crate::text::text(workspace.language().get());
    view! {
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
