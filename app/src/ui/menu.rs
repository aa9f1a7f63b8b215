//! What drops down from a button, on the native popover.

use leptos::prelude::*;

/// What drops down from the button that carries `popovertarget=id`.
#[component]
pub fn Menu(
    /// Identity in the page.
    id: &'static str,
    /// Its accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    view! {
        <div id=id class="menu" popover="auto" role="group" aria-label=move || label.get()>
            {children()}
        </div>
    }
}

/// A part of a menu with a heading.
#[component]
pub fn MenuGroup(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="menu__group">
            <h3 class="menu__title">{move || title.get()}</h3>
            {children()}
        </section>
    }
}
