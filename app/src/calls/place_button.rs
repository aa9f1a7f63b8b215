//! A free place that can be chosen.

use app_domain::agenda::Place;
use app_domain::rows::Rows;
use jiff::civil::{Date, DateTime};
use leptos::prelude::*;

use super::draft::Draft;
use super::wish::{Chosen, Wish};
use crate::workspace::expect_workspace;

/// A free place. A second tap takes the choice back.
#[component]
pub(super) fn PlaceButton(
    /// The open card.
    draft: Draft,
    /// The visit that it would be for.
    wish: Wish,
    /// The place.
    place: Place,
) -> impl IntoView {
    let workspace = expect_workspace();
    let common = move || crate::text::text(workspace.language().get());
    let with = workspace
        .read(|rows| rows.clinician(place.clinician).map(|who| who.surname.clone()))
        .unwrap_or_default();
    let chosen = Chosen {
        wish,
        place,
        beyond: None,
    };
    let is_chosen = {
        let chosen = chosen.clone();
        Memo::new(move |_| draft.chosen.read().as_ref() == Some(&chosen))
    };
    let choose = move |_| {
        let next = (!is_chosen.get_untracked()).then(|| chosen.clone());
        draft.chosen.set(next);
    };
    view! {
        <button
            type="button"
            class="call-place"
            aria-pressed=move || is_chosen.get().to_string()
            on:click=choose
        >
            <b class="num">{move || when(workspace.today().get(), place.start, common())}</b>
            <small class="num">{move || format!("{with} · {}", common().minutes(place.minutes))}</small>
        </button>
    }
}

/// The month is told where the number of the day alone would not do.
fn when(today: Date, start: DateTime, common: &crate::text::Text) -> String {
    if (start.date() - today).get_days() < 28 {
        common.moment(start)
    } else {
        common.moment_with_month(start)
    }
}
