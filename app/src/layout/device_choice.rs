//! Whose this browser is.

use leptos::prelude::*;

use super::password_form::PasswordForm;
use super::text::text;
use crate::port::{Ownership, PasswordStep};
use crate::ui::{Button, Dialog, MenuGroup};
use crate::workspace::expect_workspace;

/// Makes this browser the person's own, after their password, or one like any other again.
#[component]
pub(super) fn DeviceChoice() -> impl IntoView {
    let workspace = expect_workspace();
    let ownership = workspace.ownership();
    let words = move || text(workspace.language().get());
    let common = move || crate::text::text(workspace.language().get());
    let asking = RwSignal::new(false);
    Effect::new(move |_| {
        if ownership.get() == Ownership::Personal {
            asking.set(false);
        }
    });
    let ask = move |_| {
        workspace.password_step().set(PasswordStep::Idle);
        asking.set(true);
    };
    let choice = move || match ownership.get() {
        Ownership::Unknown => None,
        Ownership::Shared => {
            Some(view! { <Button on:click=ask>{move || words().device_shared}</Button> }.into_any())
        }
        Ownership::Personal => Some(
            view! {
                <p class="field__hint">{move || words().device_personal}</p>
                <Button on:click=move |_| workspace.make_shared()>{move || words().device_release}</Button>
            }
            .into_any(),
        ),
    };
    view! {
        <Show when=move || ownership.get() != Ownership::Unknown>
            <MenuGroup title=Signal::derive(move || words().device.to_owned())>{choice}</MenuGroup>
        </Show>
        <Show when=move || asking.get()>
            <Dialog
                title=Signal::derive(move || words().device_question.to_owned())
                close_label=Signal::derive(move || common().close.to_owned())
                on_close=move |()| asking.set(false)
            >
                <p>{move || words().device_text}</p>
                <PasswordForm
                    id="device-password"
                    action=Signal::derive(move || words().device_confirm.to_owned())
                    on_password=move |password| workspace.make_personal(password)
                />
            </Dialog>
        </Show>
    }
}
