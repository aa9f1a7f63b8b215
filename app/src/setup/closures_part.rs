//! The way to closures and absences.

use leptos::prelude::*;

use super::text::text;
use crate::workspace::expect_workspace;

/// What closures are, and the way to their page.
#[component]
pub(super) fn ClosuresPart() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    view! {
        <section class="setup__part" aria-labelledby="setup-closures">
            <h2 id="setup-closures" class="setup__title">{move || words().closures}</h2>
            <p class="setup__note">{move || words().closures_note}</p>
            <a class="button setup__way" href="/assenze">
                {move || words().to_closures}
            </a>
        </section>
    }
}
