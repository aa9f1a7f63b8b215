//! The next free places, and what is asked of them: with whom, on which days, in which part of the day, at which chair.

use app_domain::agenda::{Chairs, FreePlaceQuery, Place, PlaceLimits, Spread};
use app_domain::id::{ClinicianId, PatientId};
use app_domain::rows::Rows;
use leptos::prelude::*;
use uuid::Uuid;

use super::finder_filters::{AtChair, Filters, FinderFilters};
use super::move_draft::MoveDraft;
use super::plan_step::{NotBeforeLine, StepDraft};
use super::text::text;
use crate::ui::{Button, ButtonLook, Glyph, Icon};
use crate::workspace::{Workspace, expect_workspace};

/// How many are proposed at first.
const FEW: usize = 3;
/// How many once the person looks for more.
const MANY: usize = 10;
/// Days that are looked at.
const DAYS: u16 = 60;

/// Free places of the length that was chosen, from the day that was chosen on.
#[component]
pub fn PlaceFinder(
    /// Who would come; none while nobody is chosen.
    #[prop(into)]
    patient: Signal<Option<PatientId>>,
    /// What was typed.
    draft: Memo<MoveDraft>,
    /// Of which plan the visit is a step.
    step: StepDraft,
    /// Called with the place that the person takes.
    #[prop(into)]
    on_take: Callback<Place>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let filters = Filters::of(workspace, patient);
    let open = RwSignal::new(false);
    // Only what the search goes by: typing another hour looks for nothing new.
    let wanted = Memo::new(move |_| {
        let draft = draft.read();
        let chairs = match filters.at_chair.get() {
            AtChair::Usual => Chairs::Usual,
            AtChair::Chosen => Chairs::These(vec![draft.chair]),
            AtChair::Any => Chairs::Any,
        };
        let limits = PlaceLimits {
            chairs,
            times: filters.times.get(),
        };
        let not_before = step.not_before(workspace, patient.get()).map(|not| not.day);
        (
            draft.clinician,
            draft.minutes,
            draft.date().max(not_before),
            limits,
        )
    });
    let places = Memo::new(move |_| {
        let (clinician, minutes, day, limits) = wanted.get();
        // Nobody yet: what is free for whoever comes.
        let patient = patient.get().unwrap_or(PatientId(Uuid::nil()));
        let now = workspace.now().get_untracked().civil;
        let clinicians = if filters.with_anybody.get() {
            colleagues(workspace, clinician)
        } else {
            vec![clinician]
        };
        let query = FreePlaceQuery {
            patient,
            minutes,
            clinicians,
            not_before: day.map_or(now, |day| day.to_datetime(jiff::civil::Time::midnight()).max(now)),
            days: DAYS,
            // A few: a choice of days. More: a choice of hours too.
            spread: if open.get() {
                Spread::PerSpan
            } else {
                Spread::PerDay
            },
            limits,
        };
        workspace.free_places(&query, if open.get() { MANY } else { FEW })
    });
    let proposal = move |place: Place| {
        let at = move || words().common.moment(place.start);
        let who = move || about(workspace, &place, filters.with_anybody.get());
        let taken = move || draft.read().place() == Some(place);
        view! {
            <button
                type="button"
                class="place"
                aria-pressed=move || taken().to_string()
                on:click=move |_| on_take.run(place)
            >
                <b class="num">{at}</b>
                <small>{who}</small>
            </button>
        }
    };
    view! {
        <fieldset class="places">
            <legend class="places__title">{move || words().moving.proposals}</legend>
            <NotBeforeLine patient step />
            <For each=move || places.get() key=|place| *place children=proposal />
            <Show when=move || places.read().is_empty()>
                <p class="field__hint">{move || words().moving.no_proposal}</p>
            </Show>
            <Button
                look=ButtonLook::Quiet
                attr:aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon glyph=Glyph::Search />
                {move || words().booking.filters}
            </Button>
            <Show when=move || open.get()>
                <FinderFilters patient filters step />
            </Show>
        </fieldset>
    }
}

/// Everybody of a clinician's profession, that one first.
fn colleagues(workspace: Workspace, clinician: ClinicianId) -> Vec<ClinicianId> {
    workspace.read(|rows| {
        let profession = rows.clinician(clinician).map(|who| who.profession);
        let mut all: Vec<ClinicianId> = rows
            .clinicians()
            .filter(|who| Some(who.profession) == profession)
            .map(|who| who.id)
            .collect();
        all.sort_by_key(|who| (*who != clinician, *who));
        all
    })
}

/// The chair, and with whom where that is open.
fn about(workspace: Workspace, place: &Place, with_anybody: bool) -> String {
    workspace.read(|rows| {
        let chair = rows.chair(place.chair).map(|chair| chair.name.clone());
        let who = rows.clinician(place.clinician).filter(|_| with_anybody);
        let who = who.map(|who| who.surname.clone());
        let both: Vec<String> = who.into_iter().chain(chair).collect();
        both.join(" · ")
    })
}
