//! The list on the left.

use leptos::prelude::*;

use super::call_row::CallRow;
use super::filter::Filter;
use super::list_state::ListState;
use super::list_tools::ListTools;
use super::narrow::Narrow;
use super::row_window::Piece;
use super::segment::Segment;
use super::text::text;
use crate::heed::heed;
use crate::ui::{Button, EmptyState};
use crate::workspace::expect_workspace;

/// The list: filters, rows, and what is said where there is none.
#[component]
pub(super) fn CallList(
    /// What is looked at.
    list: ListState,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).list;
    let is_empty = Memo::new(move |_| list.patients.read().is_empty());
    let scroll = list.scroll;
    // A card that opens or shuts may hide and show the list.
    scroll.follow(move || heed(list.open));
    let pieces = move || {
        scroll.note_the_focus();
        scroll.pieces.get()
    };
    let piece = move |piece: Piece| match piece {
        Piece::Row(patient) => view! { <CallRow patient list /> }.into_any(),
        Piece::Gap { height, .. } => {
            view! { <li class="call-gap" aria-hidden="true" style:height=format!("{height}px")></li> }
                .into_any()
        }
    };
    view! {
        <section
            node_ref=scroll.pane
            class="calls__list"
            aria-label=move || words().rows
            on:scroll=move |_| scroll.look()
        >
            <div node_ref=scroll.top class="calls__tools">
                <ListTools list />
            </div>
            <Show when=move || !is_empty.get() fallback=move || view! { <NobodyHere list /> }>
                <ol node_ref=scroll.rows class="call-rows">
                    <For each=pieces key=Piece::key children=piece />
                </ol>
            </Show>
        </section>
    }
}

/// Nobody on the list is good news; nobody under a filter is not.
#[component]
fn NobodyHere(list: ListState) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).list;
    let is_narrowed = move || !list.narrow.get().is_open();
    let is_filtered = move || list.filter.get() != Filter::All || is_narrowed();
    let title = Signal::derive(move || {
        if is_narrowed() {
            words().narrow.nobody.to_owned()
        } else if is_filtered() {
            words().none_here.to_owned()
        } else {
            match list.segment.get() {
                Segment::ToCall => words().empty_title,
                Segment::ToReview => words().none_to_review,
                Segment::PutOff => words().none_put_off,
                Segment::Excluded => words().none_excluded,
            }
            .to_owned()
        }
    });
    let note = Signal::derive(move || words().empty_note.to_owned());
    view! {
        <EmptyState title text=note>
            <Show when=is_filtered>
                <Button on:click=move |_| list.show_only(list.segment.get_untracked(), Filter::All, Narrow::default())>
                    {move || words().all}
                </Button>
            </Show>
        </EmptyState>
    }
}
