//! A control with its words.

use leptos::prelude::*;

/// A control with its label, a hint, and what is wrong with what was typed.
///
/// The control is the child and carries `id`; where there may be an error it points to it with
/// `aria-describedby="{id}-error"`.
#[component]
pub fn Field(
    /// Identity of the control in the page.
    id: &'static str,
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
    /// What helps to fill it in.
    #[prop(into, optional)]
    hint: Option<Signal<String>>,
    /// What is wrong, if anything.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
    /// The control.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field">
            <label class="field__label" for=id>
                {move || label.get()}
            </label>
            {children()}
            {hint.map(|hint| view! { <p class="field__hint">{move || hint.get()}</p> })}
            <p class="field__error" id=format!("{id}-error") aria-live="polite" hidden=move || error.read().is_none()>
                {move || error.get()}
            </p>
        </div>
    }
}
