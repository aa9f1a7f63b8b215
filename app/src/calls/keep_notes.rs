//! What is on an open card, kept on this device until it is written down: a call may be cut off by closing the laptop.

use leptos::prelude::*;

use super::draft::Draft;
use super::text::text;
use crate::port::CallNotes;
use crate::ui::{Button, Glyph, Icon};
use crate::workspace::{Workspace, expect_workspace};

/// Keeps every change.
pub(super) fn keep_notes(workspace: Workspace, draft: Draft) {
    Effect::new(move |before: Option<CallNotes>| {
        let notes = draft.notes();
        if before.is_some_and(|before| before != notes) {
            workspace.keep_call_notes(draft.patient, notes.clone());
        }
        notes
    });
}

/// Says that the card goes on with what a call has left behind, and takes it off if that is not wanted.
#[component]
pub(super) fn ResumedNotice(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let since = move || {
        let at = draft.resumed.get()?;
        Some(crate::text::text(workspace.language().get()).moment_with_month(at.civil()))
    };
    view! {
        <Show when=move || draft.resumed.get().is_some()>
            <div class="call-notice" role="status">
                <Icon glyph=Glyph::Warning />
                <p>{move || (words().resumed)(&since().unwrap_or_default())}</p>
                <Button on:click=move |_| draft.clear_notes()>{move || words().start_over}</Button>
            </div>
        </Show>
    }
}
