//! How long the call has lasted.

use std::time::Duration;

use leptos::prelude::*;

use super::draft::{Draft, Stage};
use super::text::text;
use crate::workspace::expect_workspace;

/// Minutes and seconds since the card began to call. Stands still once something was written down.
#[component]
pub(super) fn CallTimer(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let began = RwSignal::new(workspace.clock());
    let seconds = RwSignal::new(0_i64);
    let is_calling = move || matches!(draft.stage.get(), Stage::Calling | Stage::Knowingly);
    Effect::new(move |was_calling: Option<bool>| {
        if is_calling() && was_calling == Some(false) {
            began.set(workspace.clock());
            seconds.set(0);
        }
        is_calling()
    });
    let tick = move || {
        if untrack(is_calling) {
            seconds.set((workspace.clock().0 - began.get_untracked().0).max(0) / 1000);
        }
    };
    // Without a timer there is no clock to show; the call itself goes on.
    if let Ok(handle) = set_interval_with_handle(tick, Duration::from_secs(1)) {
        on_cleanup(move || handle.clear());
    }
    let label = move || text(workspace.language().get()).card.timer;
    view! {
        <Show when=move || draft.stage.get() != Stage::Looking>
            <span class="call-timer num" role="timer" aria-live="off" aria-label=label>
                {move || format!("{:02}:{:02}", seconds.get() / 60, seconds.get() % 60)}
            </span>
        </Show>
    }
}
