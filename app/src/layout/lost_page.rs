//! An address that leads nowhere.

use leptos::prelude::*;

use super::TopBar;
use super::text::text;
use crate::ui::EmptyState;
use crate::workspace::expect_workspace;

/// An address that leads nowhere.
#[component]
pub fn LostPage() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    view! {
        <TopBar title=Signal::derive(|| "Richiamo".to_owned()) />
        <main id="main" class="page" tabindex="-1">
            <EmptyState
                title=Signal::derive(move || words().lost.to_owned())
                text=Signal::derive(move || words().lost_text.to_owned())
            >
                <a class="button button--main" href="/agenda">
                    {move || words().to_agenda}
                </a>
            </EmptyState>
        </main>
    }
}
