//! The call list, for roles that take part in it.

use app_domain::policy::{self, Entity, grant};
use leptos::prelude::*;

use super::TopBar;
use super::text::text;
use crate::calls::CallsPage;
use crate::ui::Refused;
use crate::workspace::{Workspace, expect_workspace};

/// Whether the viewer's role sees single calls.
pub fn sees_calls(workspace: Workspace) -> Memo<bool> {
    let viewer = workspace.viewer();
    Memo::new(move |_| {
        viewer
            .read()
            .as_ref()
            .is_some_and(|viewer| grant(viewer.role, Entity::Calls).read > policy::Read::Aggregates)
    })
}

/// The call list, or the honest word that it is not for this role.
#[component]
pub fn CallsRoute() -> impl IntoView {
    let workspace = expect_workspace();
    let sees = sees_calls(workspace);
    view! {
        <Show when=move || sees.get() fallback=CallsRefused>
            <CallsPage />
        </Show>
    }
}

#[component]
fn CallsRefused() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    view! {
        <TopBar title=Signal::derive(move || words().calls.to_owned()) />
        <main id="main" class="page" tabindex="-1">
            <Refused words=Signal::derive(move || {
                let words = words();
                [words.calls_refused, words.calls_refused_text, words.to_agenda]
            }) />
        </main>
    }
}
