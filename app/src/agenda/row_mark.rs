//! How far a change of an appointment has come.

use app_domain::id::AppointmentId;
use app_domain::rows::Key;
use app_sync::client::RowState;
use leptos::prelude::*;

use super::text::{Text, text};
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// A small picture while a change is on its way, rests on this device, or needs a person; nothing once it is saved.
#[component]
pub fn RowMark(
    /// Which appointment.
    id: AppointmentId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let state = workspace.row_state(Key::Appointment(id));
    move || {
        let (glyph, word) = mark(state.get(), text(workspace.language().get()))?;
        let class = if state.get() == RowState::NeedsYou {
            "row-mark row-mark--needs-you"
        } else {
            "row-mark"
        };
        Some(view! {
            <span class=class role="img" aria-label=word title=word>
                <Icon glyph />
            </span>
        })
    }
}

/// The picture and the word of a state that is to be seen.
pub(super) const fn mark(state: RowState, text: &Text) -> Option<(Glyph, &'static str)> {
    match state {
        RowState::Saved => None,
        RowState::Saving => Some((Glyph::Cloud, text.saving)),
        RowState::Writing => Some((Glyph::Cloud, text.writing)),
        RowState::Unkept => Some((Glyph::Warning, text.unkept)),
        RowState::Kept => Some((Glyph::Kept, text.kept)),
        RowState::NeedsYou => Some((Glyph::Hand, text.needs_you)),
    }
}
