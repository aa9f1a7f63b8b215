//! Says that the outcomes below correct a call of today.

use leptos::prelude::*;

use super::draft::Draft;
use super::earlier_attempts::sentence;
use super::text::text;
use crate::ui::{Button, Glyph, Icon};
use crate::workspace::expect_workspace;

/// Which call is being corrected, and the way out.
#[component]
pub(super) fn CorrectingNotice(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let attempts = workspace.attempts_of(draft.patient);
    let said = Memo::new(move |_| {
        let id = draft.correcting.get()?;
        let attempts = attempts.read();
        let attempt = attempts.iter().find(|attempt| attempt.id == id)?;
        Some(sentence(attempt, workspace))
    });
    let give_up = move |_| {
        draft.correcting.set(None);
        draft.panel.set(None);
    };
    view! {
        <Show when=move || said.read().is_some()>
            <div class="call-notice" role="status">
                <Icon glyph=Glyph::Warning />
                <p>{move || (words().correcting)(&said.get().unwrap_or_default())}</p>
                <Button on:click=give_up>{move || crate::text::text(workspace.language().get()).cancel}</Button>
            </div>
        </Show>
    }
}
