//! Before a chair is hidden at which visits are booked.

use app_domain::practice::Chair;
use leptos::prelude::*;

use super::act::Act;
use super::chair_name::name_of;
use super::chair_row::Below;
use super::text::text;
use crate::ui::{Button, ButtonLook};
use crate::workspace::expect_workspace;

/// How many visits are to come and what becomes of them, and the choice.
#[component]
pub(super) fn HideQuestion(
    /// The chair.
    chair: Memo<Option<Chair>>,
    /// How many visits are to come.
    count: usize,
    /// What is open below it.
    below: RwSignal<Below>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act::expect();
    let words = move || text(workspace.language().get());
    let name = name_of(chair);
    let hide = move |_| {
        below.set(Below::Nothing);
        if let Some(was) = chair.get_untracked() {
            let becomes = Chair {
                hidden: true,
                ..was.clone()
            };
            act.chair(was, becomes, |text, name| (text.chair_hidden)(name));
        }
    };
    view! {
        <div class="setup-note setup-note--owed" role="alert">
            <p>{move || (words().hide_question)(&name(), count)}</p>
            <div class="dialog__actions">
                <Button on:click=move |_| below.set(Below::Nothing)>{move || words().common.cancel}</Button>
                <Button look=ButtonLook::Risk on:click=hide>{move || words().hide_anyway}</Button>
            </div>
        </div>
    }
}
