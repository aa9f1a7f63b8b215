//! A filter that is on or off.

use leptos::prelude::*;

/// A filter that is on or off. Put `on:click` on it.
#[component]
pub fn Chip(
    /// Whether the filter is on.
    #[prop(into)]
    pressed: Signal<bool>,
    /// The words, and how many there are.
    children: Children,
) -> impl IntoView {
    view! {
        <button type="button" class="chip" aria-pressed=move || pressed.get().to_string()>
            {children()}
        </button>
    }
}
