//! A reason in a person's words, with the usual ones a tap away.

use leptos::prelude::*;

use super::text::text;
use crate::ui::{Chip, Field};
use crate::workspace::expect_workspace;

/// A reason: typed, or one of the usual ones.
#[component]
pub fn WhyField(
    /// Name of the field in the page.
    id: &'static str,
    /// What is written.
    reason: RwSignal<String>,
    /// The usual reasons.
    usual: Signal<&'static [&'static str]>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).ending;
    let chip = move |word: &'static str| {
        let pressed = Signal::derive(move || *reason.read() == word);
        view! {
            <Chip pressed on:click=move |_| reason.set(word.to_owned())>
                {word}
            </Chip>
        }
    };
    view! {
        <div class="why">
            <div class="why__usual" role="group" aria-label=move || words().usual>
                {move || usual.get().iter().copied().map(chip).collect_view()}
            </div>
            <Field id label=Signal::derive(move || words().why.to_owned())>
                <input
                    id=id
                    class="input"
                    type="text"
                    maxlength="200"
                    autocomplete="off"
                    required
                    prop:value=move || reason.get()
                    on:input:target=move |event| reason.set(event.target().value())
                />
            </Field>
        </div>
    }
}
