//! The list on the left.

use leptos::prelude::*;

use super::call_row::CallRow;
use super::filter::Filter;
use super::filter_chips::FilterChips;
use super::list_state::ListState;
use super::segment::Segment;
use super::text::text;
use crate::ui::{Button, EmptyState};
use crate::workspace::expect_workspace;

/// More rows are drawn when fewer pixels than this are left below.
const NEAR_THE_END: i32 = 1200;

/// The list: filters, rows, and what is said where there is none.
#[component]
pub(super) fn CallList(
    /// What is looked at.
    list: ListState,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).list;
    let is_empty = Memo::new(move |_| list.patients.read().is_empty());
    view! {
        <section
            class="calls__list"
            aria-label=move || words().rows
            on:scroll:target=move |event| {
                let pane = event.target();
                if pane.scroll_height() - pane.scroll_top() - pane.client_height() < NEAR_THE_END {
                    list.draw_more();
                }
            }
        >
            <FilterChips list />
            <Show when=move || !is_empty.get() fallback=move || view! { <NobodyHere list /> }>
                <ol class="call-rows">
                    <For
                        each=move || list.drawn()
                        key=|patient| *patient
                        children=move |patient| view! { <CallRow patient list /> }
                    />
                </ol>
                <Show when=move || list.undrawn() != 0>
                    <Button on:click=move |_| list.draw_more()>{move || (words().more)(list.undrawn())}</Button>
                </Show>
            </Show>
        </section>
    }
}

/// Nobody on the list is good news; nobody under a filter is not.
#[component]
fn NobodyHere(list: ListState) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).list;
    let is_filtered = move || list.filter.get() != Filter::All;
    let title = Signal::derive(move || {
        if is_filtered() {
            words().none_here.to_owned()
        } else {
            match list.segment.get() {
                Segment::ToCall => words().empty_title,
                Segment::ToReview => words().none_to_review,
                Segment::Excluded => words().none_excluded,
            }
            .to_owned()
        }
    });
    let note = Signal::derive(move || words().empty_note.to_owned());
    view! {
        <EmptyState title text=note>
            <Show when=is_filtered>
                <Button on:click=move |_| list.show(list.segment.get_untracked(), Filter::All)>
                    {move || words().all}
                </Button>
            </Show>
        </EmptyState>
    }
}
