//! Why an appointment is put where something is in the way.

use leptos::prelude::*;

use super::move_draft::MoveDraft;
use super::text::text;
use crate::ui::Field;
use crate::workspace::expect_workspace;

/// Why there in spite of what is in the way.
#[component]
pub fn ReasonField(
    /// What was typed.
    draft: Memo<MoveDraft>,
    /// Whether it is for somebody else to grant.
    #[prop(into)]
    asks: Signal<bool>,
    /// Called with what is typed now.
    #[prop(into)]
    on_change: Callback<MoveDraft>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let moving = move || &text(workspace.language().get()).moving;
    let typed = move |reason: String| {
        on_change.run(MoveDraft {
            reason,
            ..draft.get_untracked()
        })
    };
    view! {
        <Field
            id="move-reason"
            label=Signal::derive(move || moving().reason.to_owned())
            hint=Signal::derive(move || {
                let hint = if asks.get() { moving().ask_hint } else { moving().reason_hint };
                hint.to_owned()
            })
        >
            <input
                id="move-reason"
                class="input"
                type="text"
                maxlength="200"
                autocomplete="off"
                prop:value=move || draft.read().reason.clone()
                on:input:target=move |event| typed(event.target().value())
            />
        </Field>
    }
}
