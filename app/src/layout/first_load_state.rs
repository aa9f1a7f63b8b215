//! What is shown while there is nothing to show.

use leptos::prelude::*;

use super::password_form::PasswordForm;
use super::text::text;
use crate::ui::{Button, ButtonLook, LoadingState, LockedState, OfflineState};
use crate::workspace::{FirstLoad, expect_workspace};

/// What is shown until the cache or the first snapshot is there.
#[component]
pub fn FirstLoadState() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let say =
        move |pick: fn(&super::text::Text) -> &'static str| Signal::derive(move || pick(words()).to_owned());
    let retry = move || crate::text::text(workspace.language().get()).retry;
    // A try that ends as the one before leaves what is being typed alone.
    let first_load = Memo::new(move |_| workspace.first_load().get());
    view! {
        <main id="main" class="first-load">
            {move || match first_load.get() {
                FirstLoad::Waiting => view! { <LoadingState title=say(|words| words.loading) /> }.into_any(),
                FirstLoad::Unreachable => {
                    view! {
                        <OfflineState
                            title=say(|words| words.unreachable)
                            text=say(|words| words.unreachable_text)
                        >
                            <Button look=ButtonLook::Main on:click=move |_| workspace.try_again()>
                                {retry}
                            </Button>
                        </OfflineState>
                    }
                        .into_any()
                }
                FirstLoad::Sealed { waiting } => {
                    view! {
                        <LockedState
                            title=say(|words| words.sealed)
                            text=Signal::derive(move || (words().sealed_text)(waiting))
                        >
                            <Button look=ButtonLook::Main on:click=move |_| workspace.try_again()>
                                {retry}
                            </Button>
                        </LockedState>
                    }
                        .into_any()
                }
                FirstLoad::Locked { waiting } => {
                    view! {
                        <LockedState
                            title=say(|words| words.locked)
                            text=Signal::derive(move || (words().locked_text)(waiting))
                        >
                            <PasswordForm
                                id="unlock-password"
                                action=say(|words| words.open)
                                on_password=move |password| workspace.unlock(password)
                            />
                        </LockedState>
                    }
                        .into_any()
                }
            }}
        </main>
    }
}
