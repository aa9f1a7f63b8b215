//! One of a few, side by side.

use leptos::prelude::*;

/// A choice of one among a few, as native radio buttons: arrow keys come with them.
#[component]
pub fn Segmented<T>(
    /// Name of the group in the page; no two groups share one.
    #[prop(into)]
    name: String,
    /// What is chosen, read aloud.
    #[prop(into)]
    label: Signal<String>,
    /// What there is to choose from, with words.
    #[prop(into)]
    options: Signal<Vec<(T, String)>>,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<T>,
    /// Called with what the person chooses.
    #[prop(into)]
    on_choose: Callback<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let name = StoredValue::new(name);
    let option = move |(value, words): (T, String)| {
        view! {
            <label class="segmented__option">
                <input
                    type="radio"
                    name=name.get_value()
                    prop:checked=move || chosen.get() == value
                    on:change=move |_| on_choose.run(value)
                />
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <div class="segmented" role="radiogroup" aria-label=move || label.get()>
            {move || options.get().into_iter().map(option).collect_view()}
        </div>
    }
}
