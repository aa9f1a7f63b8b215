//! How far the change of a row has come, in words.

use app_domain::rows::Key;
use app_sync::client::RowState;
use leptos::prelude::*;

use super::text::{StandingText, text};
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// How far the change of a row has come. Nothing is said of a row that nobody has changed here since the page opened.
#[component]
pub fn RowStanding(
    /// Which row.
    key: Key,
) -> impl IntoView {
    let workspace = expect_workspace();
    let state = workspace.row_state(key);
    let was_touched = Memo::new(move |before: Option<&bool>| {
        before.copied().unwrap_or_default() || state.get() != RowState::Saved
    });
    let shown = move || {
        let words = &text(workspace.language().get()).standing;
        was_touched.get().then(|| said(state.get(), words))
    };
    let class = move || match state.get() {
        RowState::NeedsYou | RowState::Unkept => "standing standing--needs-you",
        RowState::Saved => "standing standing--saved",
        _ => "standing",
    };
    view! {
        <span class=class role="status">
            {move || shown().map(|(glyph, word)| view! { <Icon glyph /> <span>{word}</span> })}
        </span>
    }
}

const fn said(state: RowState, words: &StandingText) -> (Glyph, &'static str) {
    match state {
        RowState::Saved => (Glyph::Check, words.saved),
        RowState::Saving => (Glyph::Cloud, words.saving),
        RowState::Writing => (Glyph::Cloud, words.writing),
        RowState::Unkept => (Glyph::Warning, words.unkept),
        RowState::Kept => (Glyph::Kept, words.kept),
        RowState::NeedsYou => (Glyph::Hand, words.needs_you),
    }
}
