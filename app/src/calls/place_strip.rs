//! The next free places for a visit, side by side.

use app_domain::agenda::Spread;
use leptos::prelude::*;

use super::draft::Draft;
use super::place_button::PlaceButton;
use super::text::text;
use super::wish::Wish;
use crate::heed::heed;
use crate::workspace::expect_workspace;

/// How many places are proposed.
const PROPOSED: usize = 3;

/// The next free places for a visit. Looked for when the card opens and after a place was refused, so that nothing
/// moves under the finger.
#[component]
pub(super) fn PlaceStrip(
    /// The open card.
    draft: Draft,
    /// The visit.
    wish: Wish,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let kind = wish.kind;
    let label = move || (words().places_for)((crate::text::text(workspace.language().get()).kind)(kind));
    let places = {
        let wish = wish.clone();
        Memo::new(move |_| {
            heed(draft.places_stale);
            let now = workspace.now().get_untracked();
            workspace.free_places(&wish.query(now, Spread::PerDay), PROPOSED)
        })
    };
    view! {
        <div class="call-places" role="group" aria-label=label>
            <For
                each=move || places.get()
                key=|place| *place
                children=move |place| view! { <PlaceButton draft wish=wish.clone() place /> }
            />
            <Show when=move || places.read().is_empty()>
                <p class="call-card__note">{move || words().no_places}</p>
            </Show>
        </div>
    }
}
