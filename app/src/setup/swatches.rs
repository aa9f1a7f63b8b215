//! A colour among those that there are.

use app_domain::agenda::Colour;
use leptos::prelude::*;

use super::text::text;
use crate::ui::kind_class;
use crate::workspace::expect_workspace;

/// The colours as native radio buttons, with the name of the chosen one beside them.
#[component]
pub(super) fn Swatches(
    /// Name of the group in the page.
    name: String,
    /// What is chosen, read aloud.
    label: Signal<String>,
    /// The colour.
    chosen: Signal<Colour>,
    /// Called with what the person chooses.
    #[prop(into)]
    on_choose: Callback<Colour>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let word = move |colour| (text(workspace.language().get()).colour_name)(colour);
    let option = move |colour: Colour| {
        view! {
            <label class=format!("swatch {}", kind_class(colour)) title=move || word(colour)>
                <input
                    type="radio"
                    name=name.clone()
                    aria-label=move || word(colour)
                    prop:checked=move || chosen.get() == colour
                    on:change=move |_| on_choose.run(colour)
                />
                <span></span>
            </label>
        }
    };
    view! {
        <div class="swatches" role="radiogroup" aria-label=move || label.get()>
            {Colour::ALL.map(option).collect_view()}
            <span class="swatches__name" aria-hidden="true">{move || word(chosen.get())}</span>
        </div>
    }
}
