//! The types of visit.

use app_domain::agenda::AppointmentKind;
use leptos::prelude::*;

use super::text::text;
use super::type_row::TypeRow;
use crate::workspace::expect_workspace;

/// Every type: how long it usually takes, its colour, whether it is offered.
#[component]
pub(super) fn TypesPart() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    view! {
        <section class="setup__part" aria-labelledby="setup-types">
            <h2 id="setup-types" class="setup__title">{move || words().types}</h2>
            <p class="setup__note">{move || words().types_note}</p>
            <ul class="setup__rows">
                {AppointmentKind::ALL.map(|kind| view! { <TypeRow kind /> }).collect_view()}
            </ul>
        </section>
    }
}
