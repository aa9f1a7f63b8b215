//! The page of the requests.

use leptos::prelude::*;

use super::new_request::{NewRequestWindow, OpenRequest};
use super::requests_board::RequestsBoard;
use super::text::text;
use crate::layout::{TopBar, sees_calls};
use crate::ui::Refused;
use crate::workspace::expect_workspace;

/// The requests by hour, and the form for a new one; for roles that take part in calling.
#[component]
pub fn RequestsPage() -> impl IntoView {
    let workspace = expect_workspace();
    OpenRequest::provide();
    let words = move || text(workspace.language().get());
    let sees = sees_calls(workspace);
    let refused = Signal::derive(move || {
        let words = words();
        [words.refused, words.refused_text, words.to_agenda]
    });
    view! {
        <TopBar title=Signal::derive(move || words().title.to_owned()) />
        <main id="main" class="page" tabindex="-1">
            <Show when=move || sees.get() fallback=move || view! { <Refused words=refused /> }>
                <div class="requests">
                    <RequestsBoard />
                </div>
                <NewRequestWindow />
            </Show>
        </main>
    }
}
