//! The next free places for the appointment that is being moved.

use app_domain::agenda::{FreePlaceQuery, Place, PlaceLimits, Spread};
use app_domain::id::PatientId;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::move_draft::MoveDraft;
use super::text::text;
use crate::workspace::expect_workspace;

/// How many are proposed.
const LIMIT: usize = 3;
/// Days that are looked at.
const DAYS: u16 = 60;

/// Three free places with the clinician and the length that were chosen, from the day that was chosen on.
#[component]
pub fn PlaceProposals(
    /// Who would come.
    patient: PatientId,
    /// What was typed.
    draft: Memo<MoveDraft>,
    /// Called with the place that the person takes.
    #[prop(into)]
    on_take: Callback<Place>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    // Only what the search goes by: typing another hour looks for nothing new.
    let wanted = Memo::new(move |_| {
        let draft = draft.read();
        (draft.clinician, draft.minutes, draft.date())
    });
    let places = Memo::new(move |_| {
        let (clinician, minutes, day) = wanted.get();
        let now = workspace.now().get_untracked().civil;
        let query = FreePlaceQuery {
            patient,
            minutes,
            clinicians: vec![clinician],
            not_before: day.map_or(now, |day| day.to_datetime(jiff::civil::Time::midnight()).max(now)),
            days: DAYS,
            spread: Spread::PerDay,
            limits: PlaceLimits::default(),
        };
        workspace.free_places(&query, LIMIT)
    });
    let proposal = move |place: Place| {
        let at = move || words().common.moment(place.start);
        let chair = workspace.read(|rows| rows.chair(place.chair).map(|chair| chair.name.clone()));
        let taken = move || draft.read().place() == Some(place);
        view! {
            <button
                type="button"
                class="place"
                aria-pressed=move || taken().to_string()
                on:click=move |_| on_take.run(place)
            >
                <b class="num">{at}</b>
                <small>{chair}</small>
            </button>
        }
    };
    view! {
        <fieldset class="places">
            <legend class="places__title">{move || words().moving.proposals}</legend>
            <For each=move || places.get() key=|place| *place children=proposal />
            <Show when=move || places.read().is_empty()>
                <p class="field__hint">{move || words().moving.no_proposal}</p>
            </Show>
        </fieldset>
    }
}
