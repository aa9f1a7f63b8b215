//! One of many, from a list that drops down.

use leptos::prelude::*;

/// A native `select`. Put it in a [`super::Field`] with the same `id`.
#[component]
pub fn Select<T>(
    /// Identity in the page.
    id: &'static str,
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
    // The place in the list is the value: what is chosen never passes through text.
    let choose = move |index: String| {
        let options = options.read_untracked();
        if let Some((value, _)) = index.parse().ok().and_then(|index: usize| options.get(index)) {
            let value = *value;
            drop(options);
            on_choose.run(value);
        }
    };
    let option = move |(index, (value, words)): (usize, (T, String))| {
        view! {
            <option value=index.to_string() prop:selected=move || chosen.get() == value>
                {words}
            </option>
        }
    };
    view! {
        <select id=id class="input" on:change:target=move |event| choose(event.target().value())>
            {move || options.get().into_iter().enumerate().map(option).collect_view()}
        </select>
    }
}
