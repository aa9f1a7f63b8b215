//! Shows the column beside the agenda where there is little room for it.

use leptos::prelude::*;

use super::side_panel::SIDE;
use super::text::text;
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// Shows the column, or what of it is hidden, and hides it again. Only there where it is (`style/agenda/side.css`).
#[component]
pub fn SideToggle(
    /// Whether all of it is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let label = move || text(workspace.language().get()).side.toggle;
    view! {
        <button
            type="button"
            class="button button--icon side-toggle"
            aria-label=label
            title=label
            aria-controls=SIDE
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            <Icon glyph=Glyph::Beside />
        </button>
    }
}
