//! Why the practice closes a reason: one of the usual whys with a tap, or another in words.

use app_domain::calls::{ReasonKind, Topic};
use leptos::prelude::*;

use super::panel::PanelFrame;
use super::text::text;
use crate::ui::{Button, ButtonKind, Field};
use crate::workspace::expect_workspace;

/// Why a reason is closed.
#[component]
pub(super) fn CloseReason(
    /// Which reason.
    reason: ReasonKind,
    /// Closes it, with the why.
    #[prop(into)]
    on_close: Callback<String>,
    /// Leaves it as it is.
    #[prop(into)]
    on_give_up: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let language = workspace.language();
    let words = move || &text(language.get()).settling;
    let title = Signal::derive(move || {
        let topic = crate::outbox::text::text(language.get()).topic;
        (words().why)(topic(Topic::Reason(reason)))
    });
    let typed = RwSignal::new(String::new());
    let close = move |why: String| {
        if !why.trim().is_empty() {
            on_close.run(why);
        }
    };
    let usual = move |index: usize| {
        let why = move || words().whys[index];
        view! { <Button on:click=move |_| close(untrack(why).to_owned())>{why}</Button> }
    };
    view! {
        <PanelFrame title on_close=on_give_up>
            <div class="call-panel__choices">{[0, 1, 2].map(usual).collect_view()}</div>
            <form
                class="call-panel__form"
                on:submit=move |event| {
                    event.prevent_default();
                    close(typed.get_untracked());
                }
            >
                <Field id="call-close-why" label=Signal::derive(move || words().other.to_owned())>
                    <input id="call-close-why" class="input" maxlength="500" autocomplete="off" bind:value=typed />
                </Field>
                <Button kind=ButtonKind::Submit>{move || words().close_now}</Button>
            </form>
        </PanelFrame>
    }
}
