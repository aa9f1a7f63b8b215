//! What was typed or chosen, with its labels.

use leptos::prelude::*;

use super::describe::Description;

/// What was typed or chosen, with its labels.
#[component]
pub fn DescribedFields(
    /// The command in words.
    what: Description,
) -> impl IntoView {
    let field = |(label, value): (String, String)| {
        view! {
            <div>
                <dt>{label}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    view! { <dl class="outbox__fields">{what.fields.into_iter().map(field).collect_view()}</dl> }
}
