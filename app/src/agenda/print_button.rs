//! The day on paper.

use leptos::prelude::*;

use super::text::text;
use crate::ui::{Glyph, IconButton};
use crate::workspace::expect_workspace;

/// Prints the day as it is shown: by chair or by clinician, with names or without (`style/print.css`).
#[component]
pub fn PrintButton() -> impl IntoView {
    let workspace = expect_workspace();
    let label = Signal::derive(move || text(workspace.language().get()).day.print.to_owned());
    view! {
        <span class="day-print">
            // A browser that cannot print says so itself.
            <IconButton glyph=Glyph::Print label on:click=move |_| drop(window().print()) />
        </span>
    }
}
