//! The chairs, in the order of the columns.

use app_domain::practice::Chair;
use leptos::prelude::*;

use super::act::Act;
use super::chair_row::ChairRow;
use super::new_chair::NewChair;
use super::text::text;
use crate::workspace::expect_workspace;

/// Every chair with its hours, and a way to add one.
#[component]
pub(super) fn ChairsPart() -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act::expect();
    let words = move || text(workspace.language().get());
    let chairs = workspace.every_chair();
    let moved = RwSignal::new(String::new());
    let step = Callback::new(move |(chair, by): (Chair, isize)| {
        let mut order = chairs.get_untracked();
        let Some(from) = order.iter().position(|other| other.id == chair.id) else {
            return;
        };
        let Some(to) = from.checked_add_signed(by).filter(|to| *to < order.len()) else {
            return;
        };
        order.swap(from, to);
        act.order(&order);
        moved.set((words().moved)(&chair.name, to + 1, order.len()));
    });
    view! {
        <section class="setup__part" aria-labelledby="setup-chairs">
            <h2 id="setup-chairs" class="setup__title">{move || words().chairs}</h2>
            <p class="setup__note">{move || words().chairs_note}</p>
            <p class="aloud" role="status">{moved}</p>
            <ul class="setup__rows">
                <For
                    each=move || chairs.get().into_iter().map(|chair| chair.id)
                    key=|id| *id
                    children=move |id| view! { <ChairRow id chairs on_step=step /> }
                />
            </ul>
            <NewChair chairs />
        </section>
    }
}
