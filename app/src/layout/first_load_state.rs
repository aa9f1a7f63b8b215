//! What is shown while there is nothing to show.

use leptos::prelude::*;

use super::text::text;
use crate::ui::{Button, ButtonLook, LoadingState, OfflineState};
use crate::workspace::{FirstLoad, expect_workspace};

/// What is shown until the cache or the first snapshot is there.
#[component]
pub fn FirstLoadState() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let say =
        move |pick: fn(&super::text::Text) -> &'static str| Signal::derive(move || pick(words()).to_owned());
    let retry = move || crate::text::text(workspace.language().get()).retry;
    view! {
        <main id="main" class="first-load">
            {move || match workspace.first_load().get() {
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
            }}
        </main>
    }
}
