//! A key of the keyboard.

use leptos::prelude::*;

/// A key of the keyboard.
#[component]
pub fn Kbd(
    /// What is printed on the key.
    children: Children,
) -> impl IntoView {
    view! { <kbd class="kbd">{children()}</kbd> }
}
