//! The way to the palette for a finger.

use leptos::prelude::*;

use super::OpenPalette;
use super::text::text;
use crate::ui::{Glyph, IconButton};
use crate::workspace::expect_workspace;

/// Opens the palette.
#[component]
pub fn PaletteButton() -> impl IntoView {
    let workspace = expect_workspace();
    let palette = OpenPalette::expect();
    let label = Signal::derive(move || text(workspace.language().get()).open.to_owned());
    view! {
        <IconButton
            glyph=Glyph::Search
            label
            attr:aria-keyshortcuts="Control+K Meta+K"
            attr:aria-haspopup="dialog"
            on:click=move |_| palette.open()
        />
    }
}
