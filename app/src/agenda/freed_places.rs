//! The places that have become free of late, and who would rather come then.

use app_domain::agenda::Place;
use app_domain::id::AppointmentId;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::appointment_name::appointment_name;
use super::move_draft::MoveDrafts;
use super::open_appointment::OpenAppointment;
use super::text::text;
use crate::workspace::expect_workspace;

/// As many places as are told.
const PLACES: usize = 3;
/// As many as are proposed for each.
const SHOWN: usize = 3;

/// The next places that have become free, each with who would come, the most urgent first. Nothing where nobody would.
///
/// It follows from the rows, so whoever looks at the agenda sees the same, and nobody is interrupted by it.
#[component]
pub fn FreedPlaces() -> impl IntoView {
    let workspace = expect_workspace();
    let freed = workspace.freed_places();
    let first = move || freed.get().into_iter().take(PLACES);
    view! { <For each=first key=|freed| freed.clone() children=|(place, who)| view! { <FreedPlace place who /> } /> }
}

/// A place, and who would come.
#[component]
fn FreedPlace(
    /// The place.
    place: Place,
    /// The visits of who would come.
    who: Vec<AppointmentId>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let title = move || {
        let words = text(workspace.language().get());
        let who = workspace.read(|rows| rows.clinician(place.clinician).map(|who| who.surname.clone()));
        (words.side.freed)(&words.common.moment(place.start), &who.unwrap_or_default())
    };
    let candidates = who.into_iter().take(SHOWN);
    let candidates = candidates.map(|id| view! { <Candidate id place /> });
    view! {
        <div class="freed">
            <h3 class="freed__title">{title}</h3>
            <ul class="side__list">{candidates.collect_view()}</ul>
        </div>
    }
}

/// Somebody who would come: a tap opens their visit with the place filled in.
#[component]
fn Candidate(
    /// Their visit.
    id: AppointmentId,
    /// The place.
    place: Place,
) -> impl IntoView {
    let workspace = expect_workspace();
    let (open, drafts) = (OpenAppointment::expect(), MoveDrafts::expect());
    let row = workspace.appointment(id);
    let patient = row.with_untracked(|row| row.as_ref().map(|row| row.patient))?;
    let name = appointment_name(workspace, patient);
    let when = move || {
        let words = text(workspace.language().get());
        let row = row.read();
        let row = row.as_ref()?;
        Some(format!(
            "{} · {}",
            words.common.moment_with_month(row.start()),
            words.common.minutes(row.place.minutes)
        ))
    };
    let propose = move |_| {
        if let Some(row) = row.get_untracked() {
            let mut draft = drafts.of(&row).get_untracked();
            draft.take(Place {
                minutes: row.place.minutes,
                ..place
            });
            drafts.keep(id, draft);
            open.open(id);
        }
    };
    Some(view! {
        <li>
            <button type="button" class="side-row" on:click=propose>
                <b>{name}</b>
                <small class="num">{when}</small>
            </button>
        </li>
    })
}
