//! A form that asks for the person's own password.

use leptos::html;
use leptos::prelude::*;

use super::text::text;
use crate::port::PasswordStep;
use crate::ui::{Button, ButtonKind, ButtonLook, Field};
use crate::workspace::expect_workspace;

/// Asks for the person's password, and says what became of it. The field is empty again after each try.
#[component]
pub(super) fn PasswordForm(
    /// Identity of the field in the page.
    id: &'static str,
    /// What the button says.
    #[prop(into)]
    action: Signal<String>,
    /// Called with what was typed.
    #[prop(into)]
    on_password: Callback<String>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let step = workspace.password_step();
    step.set(PasswordStep::Idle);
    let words = move || text(workspace.language().get());
    let checking = move || step.get() == PasswordStep::Checking;
    let error = Signal::derive(move || match step.get() {
        PasswordStep::Refused(problem) => Some((words().password_problem)(problem)),
        PasswordStep::Idle | PasswordStep::Checking => None,
    });
    let input = NodeRef::<html::Input>::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(input) = input.get_untracked() else {
            return;
        };
        let typed = input.value();
        input.set_value("");
        if !typed.is_empty() && !matches!(step.get_untracked(), PasswordStep::Checking) {
            on_password.run(typed);
        }
    };
    view! {
        <form class="password-form" on:submit=submit>
            <Field id label=Signal::derive(move || words().password.to_owned()) error>
                <input
                    node_ref=input
                    class="input"
                    id=id
                    type="password"
                    maxlength="256"
                    autocomplete="current-password"
                    aria-invalid=move || error.read().is_some().to_string()
                    aria-describedby=format!("{id}-error")
                />
            </Field>
            <Button look=ButtonLook::Main kind=ButtonKind::Submit attr:disabled=checking>
                {move || if checking() { words().password_checking.to_owned() } else { action.get() }}
            </Button>
        </form>
    }
}
