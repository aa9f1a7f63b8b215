//! Another hour that is promised for an answer.

use app_domain::calendar::Calendar;
use app_domain::command::Command;
use app_domain::id::RequestId;
use app_domain::rows::Rows;
use jiff::civil::DateTime;
use leptos::prelude::*;

use super::text::text;
use crate::hours::{QuickChoices, from_input, quick_hours, to_input};
use crate::ui::{Button, ButtonKind, ButtonLook};
use crate::workspace::expect_workspace;

/// Hours of one tap, and a field for the others.
#[component]
pub(super) fn OtherHour(
    /// Which request.
    id: RequestId,
    /// The hour that is promised now.
    due: DateTime,
    /// Called when another one is.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let now = workspace.now().get_untracked();
    let hours = workspace.read(|rows| quick_hours(now, &Calendar::new(rows.closures())));
    let typed = RwSignal::new(to_input(due));
    let error = RwSignal::new(None::<&'static str>);
    let promise = move |becomes: DateTime| {
        if becomes <= workspace.now().get_untracked().civil {
            return error.set(Some(untrack(words).past));
        }
        workspace.last_refusal().set(None);
        workspace.act(Command::PutOffRequest {
            request: id,
            was: due,
            becomes,
        });
        if workspace.last_refusal().with_untracked(Option::is_none) {
            on_done.run(());
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match from_input(&typed.get_untracked()) {
            Some(becomes) => promise(becomes),
            None => error.set(Some(untrack(words).past)),
        }
    };
    let field = format!("other-hour-{id}");
    let problem = format!("{field}-error");
    view! {
        <QuickChoices hours on_choose=promise />
        <form class="request__form" on:submit=submit>
            <label class="field__label" for=field.clone()>{move || words().another_hour}</label>
            <input
                id=field
                class="input num"
                type="datetime-local"
                step="300"
                required
                aria-describedby=problem.clone()
                bind:value=typed
            />
            <p id=problem class="field__error" aria-live="polite" hidden=move || error.read().is_none()>
                {move || error.get()}
            </p>
            <Button kind=ButtonKind::Submit look=ButtonLook::Main>{move || words().promise}</Button>
        </form>
    }
}
