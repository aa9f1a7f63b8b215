//! What was done or answered, and why a request is opened again: one line each.

use app_domain::command::Command;
use app_domain::id::RequestId;
use leptos::prelude::*;

use super::text::text;
use crate::ui::{Button, ButtonKind, ButtonLook, Toast, Tone, Undo, expect_toasts};
use crate::workspace::expect_workspace;

/// What was done or answered; may stay empty. There is a way back for eight seconds.
#[component]
pub(super) fn SolveForm(
    /// Which request.
    id: RequestId,
    /// Called when it is solved.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let toasts = expect_toasts();
    let words = move || text(workspace.language().get());
    let typed = RwSignal::new(String::new());
    let solve = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        workspace.last_refusal().set(None);
        workspace.act(Command::SolveRequest {
            request: id,
            words: typed.get_untracked(),
        });
        if workspace.last_refusal().with_untracked(Option::is_none) {
            toasts.show(Toast {
                text: untrack(words).told_solved.to_owned(),
                tone: Tone::Good,
                undo: Some(Undo::new(move || {
                    workspace.act(Command::ReopenRequest {
                        request: id,
                        reason: String::new(),
                    });
                })),
            });
            on_done.run(());
        }
    };
    let field = format!("solve-{id}");
    view! {
        <form class="request__form" on:submit=solve>
            <label class="field__label" for=field.clone()>{move || words().solve_words}</label>
            <input id=field class="input" maxlength="500" autocomplete="off" bind:value=typed />
            <Button kind=ButtonKind::Submit look=ButtonLook::Main>{move || words().solve_now}</Button>
        </form>
    }
}

/// Why a request is opened again.
#[component]
pub(super) fn ReopenForm(
    /// Which request.
    id: RequestId,
    /// Called when it is open again.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let typed = RwSignal::new(String::new());
    let reopen = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        workspace.last_refusal().set(None);
        workspace.act(Command::ReopenRequest {
            request: id,
            reason: typed.get_untracked(),
        });
        if workspace.last_refusal().with_untracked(Option::is_none) {
            on_done.run(());
        }
    };
    let field = format!("reopen-{id}");
    view! {
        <form class="request__form" on:submit=reopen>
            <label class="field__label" for=field.clone()>{move || words().reopen_why}</label>
            <input id=field class="input" maxlength="500" required autocomplete="off" bind:value=typed />
            <Button kind=ButtonKind::Submit look=ButtonLook::Main>{move || words().reopen_now}</Button>
        </form>
    }
}
