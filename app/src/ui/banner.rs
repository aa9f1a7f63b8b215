//! A line across the page about something that concerns all of it.

use leptos::prelude::*;

use super::{Glyph, Icon, Tone};

/// A line across the page, with one action at most as its child.
#[component]
pub fn Banner(
    /// The picture.
    glyph: Glyph,
    /// What it says.
    #[prop(into)]
    text: Signal<String>,
    /// What the colour says.
    #[prop(optional)]
    tone: Tone,
    /// The action.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class=format!("banner {}", tone.class()) role="status">
            <Icon glyph />
            <span class="banner__text">{move || text.get()}</span>
            {children.map(|children| children())}
        </div>
    }
}
