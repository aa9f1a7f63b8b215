//! Everything else that is in the way of a place, beside what the verdict names.

use app_domain::agenda::{Wanted, obstacles};
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::move_check::Wish;
use crate::outbox::refusal::told_now;
use crate::workspace::expect_workspace;

/// The obstacles after the first, a line each.
#[component]
pub fn Clashes(
    /// The place that is wanted.
    wish: Memo<Wish>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let others = Memo::new(move |_| {
        let wish = wish.read();
        let Some(place) = wish.to.filter(|to| *to != wish.from) else {
            return Vec::new();
        };
        workspace.read(|rows| {
            let Some(visit) = rows.appointment(wish.id) else {
                return Vec::new();
            };
            let wanted = Wanted {
                place,
                patient: visit.patient,
                moving: Some(wish.id),
            };
            obstacles(rows, &wanted).into_iter().skip(1).collect()
        })
    });
    let line = move |refusal| view! { <li>{told_now(workspace, &refusal).in_one_line()}</li> };
    view! {
        <Show when=move || !others.read().is_empty()>
            <ul class="clashes">{move || others.get().into_iter().map(line).collect_view()}</ul>
        </Show>
    }
}
