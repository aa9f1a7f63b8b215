//! The filters by reason.

use leptos::prelude::*;

use super::filter::Filter;
use super::list_state::ListState;
use super::text::text;
use crate::ui::Chip;
use crate::workspace::expect_workspace;

/// The filters by reason, with how many patients each has; those that have none are not there.
#[component]
pub(super) fn FilterChips(
    /// What is looked at.
    list: ListState,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).list;
    let count = move |filter| list.shown.read().count(filter);
    let shown = Memo::new(move |_| {
        let wanted =
            |filter: &Filter| *filter == Filter::All || list.filter.get() == *filter || count(*filter) > 0;
        Filter::ALL.into_iter().filter(wanted).collect::<Vec<_>>()
    });
    let chip = move |filter: Filter| {
        let choose = move |_| list.show(list.segment.get_untracked(), filter);
        view! {
            <Chip pressed=Signal::derive(move || list.filter.get() == filter) on:click=choose>
                {move || filter.words(words())}
                <b class="num">{move || count(filter)}</b>
            </Chip>
        }
    };
    view! {
        <div class="call-chips" role="group" aria-label=move || words().filter>
            <For each=move || shown.get() key=|filter| *filter children=chip />
        </div>
    }
}
