//! Everything else that is in the way of a place, beside what the verdict names.

use app_domain::agenda::obstacles;
use app_domain::refusal::Refusal;
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
    let others = Memo::new(move |_| -> Vec<Refusal> {
        let wish = wish.read();
        workspace.read(|rows| match wish.wanted(rows) {
            Some(wanted) => obstacles(rows, &wanted).into_iter().skip(1).collect(),
            None => Vec::new(),
        })
    });
    let line = move |refusal| view! { <li>{told_now(workspace, &refusal).in_one_line()}</li> };
    view! {
        <Show when=move || !others.read().is_empty()>
            <ul class="clashes">{move || others.get().into_iter().map(line).collect_view()}</ul>
        </Show>
    }
}
