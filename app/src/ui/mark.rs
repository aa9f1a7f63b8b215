//! A small square mark.

use leptos::prelude::*;

use super::Tone;

/// A small square mark of one sign (`!`, `€`, `↺`), with a name for those who do not know it or do not see it.
#[component]
pub fn Mark(
    /// The sign.
    sign: &'static str,
    /// What it means.
    #[prop(into)]
    meaning: Signal<String>,
    /// What the colour says.
    tone: Tone,
) -> impl IntoView {
    view! {
        <i class=format!("mark {}", tone.class()) role="img" aria-label=move || meaning.get() title=move || meaning.get()>
            {sign}
        </i>
    }
}
