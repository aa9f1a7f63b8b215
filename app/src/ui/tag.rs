//! A word on coloured ground.

use leptos::prelude::*;

use super::Tone;

/// A word on coloured ground.
#[component]
pub fn Tag(
    /// What the colour says.
    #[prop(into, optional)]
    tone: Signal<Tone>,
    /// The word.
    children: Children,
) -> impl IntoView {
    view! { <span class=move || format!("tag {}", tone.get().class())>{children()}</span> }
}
