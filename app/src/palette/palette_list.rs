//! The list below the field.

use leptos::html;
use leptos::prelude::*;

use super::entry::{Entry, Kind};
use super::entry_row::EntryRow;
use super::palette_state::{PaletteState, Reach};
use super::reveal::reveal;
use super::text::text;
use crate::workspace::expect_workspace;

/// Entries of one kind that stand together.
type Part = (Kind, Vec<Entry>);

/// What is offered, in parts with their headings.
#[component]
pub(super) fn PaletteList(
    /// What is offered.
    state: PaletteState,
    /// Called with what is chosen.
    choose: Callback<Entry>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let reach = state.reach();
    let list = NodeRef::<html::Div>::new();
    Effect::new(move || {
        if let Some(selected) = state.selected.get() {
            reveal(list, &selected.in_page());
        }
    });
    let parts = Memo::new(move |_| parts(&state.offer.read().entries));
    let heading = move |kind: Kind| {
        let (words, nothing_typed) = (words(), state.typed.read().is_empty());
        match kind {
            Kind::Day => words.days,
            Kind::Patient if nothing_typed => words.recent,
            Kind::Patient => words.patients,
            Kind::Person => words.people,
            Kind::Action => words.things_to_do,
        }
    };
    let part = move |(kind, entries): Part| {
        let row = move |entry: Entry| {
            let key = entry.key();
            let selected = Signal::derive(move || state.selected.get() == Some(key));
            view! { <EntryRow entry selected choose /> }
        };
        view! {
            <div role="group" class="palette__part" aria-label=move || heading(kind)>
                <p class="palette__heading" aria-hidden="true">{move || heading(kind)}</p>
                {entries.into_iter().map(row).collect_view()}
            </div>
        }
    };
    let nothing = move || {
        let asks = reach.get() == Reach::Asking;
        let none = state.offer.read().entries.is_empty() && !state.typed.read().is_empty();
        none.then(|| if asks { words().asking } else { words().nothing })
    };
    view! {
        <div
            node_ref=list
            id="palette-list"
            class="palette__list"
            role="listbox"
            tabindex="-1"
            aria-label=move || words().results
        >
            {move || parts.get().into_iter().map(part).collect_view()}
        </div>
        {move || nothing().map(|nothing| view! { <p class="palette__nothing">{nothing}</p> })}
    }
}

fn parts(entries: &[Entry]) -> Vec<Part> {
    let together = entries.chunk_by(|one, other| one.kind() == other.kind());
    together
        .filter_map(|part| Some((part.first()?.kind(), part.to_vec())))
        .collect()
}
