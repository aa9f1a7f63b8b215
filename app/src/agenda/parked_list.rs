//! What waits to be placed again: dragged onto the day, or placed by a tap and the form.

use app_domain::agenda::Place;
use app_domain::id::AppointmentId;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::appointment_card::may_drag;
use super::appointment_name::appointment_name;
use super::move_draft::MoveDrafts;
use super::open_appointment::OpenAppointment;
use super::text::text;
use super::tray::Tray;
use crate::placing::{NewPlaces, Proposal, may_take, said};
use crate::workspace::expect_workspace;

/// The visits of this practice's agenda that wait to be placed again, by the start that they had, each with the place that it
/// could have.
#[component]
pub fn ParkedList() -> impl IntoView {
    let parked = expect_workspace().parked();
    let places = NewPlaces::of_parked();
    let ids = move || parked.read().iter().map(|visit| visit.id).collect::<Vec<_>>();
    view! {
        <ul class="side__list">
            <For each=ids key=|id| *id children=move |id| view! { <ParkedRow id places /> } />
        </ul>
    }
}

/// One of them: whose it is, when it was, how long, with whom.
#[component]
fn ParkedRow(
    /// Which.
    id: AppointmentId,
    /// Where it could go.
    places: NewPlaces,
) -> impl IntoView {
    let workspace = expect_workspace();
    let (open, tray) = (OpenAppointment::expect(), Tray::expect());
    let row = workspace.appointment(id);
    let patient = row.with_untracked(|row| row.as_ref().map(|row| row.patient))?;
    let name = appointment_name(workspace, patient);
    let about = move || {
        let words = text(workspace.language().get());
        let row = row.read();
        let row = row.as_ref()?;
        let who = workspace.read(|rows| rows.clinician(row.place.clinician).map(|who| who.surname.clone()));
        let parts = [
            Some((words.side.was_on)(&words.common.moment_with_month(row.start()))),
            Some(words.common.minutes(row.place.minutes)),
            who,
        ];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    };
    let take = move |event: leptos::ev::PointerEvent| {
        let row = row.get_untracked();
        if let Some(row) = row.filter(|row| event.button() == 0 && may_drag(workspace, row)) {
            tray.touch(&row, &event);
        }
    };
    Some(view! {
        <li>
            <button
                type="button"
                class="side-row side-row--parked"
                on:pointerdown=take
                on:touchmove=move |event| if tray.is_busy() { event.prevent_default() }
                on:contextmenu=move |event| if tray.keeps_menu_away() { event.prevent_default() }
                on:click=move |_| if !tray.swallows_tap() { open.open(id) }
            >
                <b>{name}</b>
                <small class="num">{about}</small>
            </button>
            <NewPlace id places name />
        </li>
    })
}

/// The place that it could have: a tap opens its window with that place filled in.
#[component]
fn NewPlace(
    /// Which visit.
    id: AppointmentId,
    /// What was found.
    places: NewPlaces,
    /// Whose it is.
    name: Memo<String>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let (open, drafts) = (OpenAppointment::expect(), MoveDrafts::expect());
    let row = workspace.appointment(id);
    let proposal = Memo::new(move |_| places.of_visit(id));
    let place = Memo::new(move |_| match proposal.get() {
        Proposal::Place(place) => row
            .read()
            .as_ref()
            .filter(|row| may_take(workspace, row, place))
            .map(|_| place),
        _ => None,
    });
    let words = move || said(proposal.get(), workspace);
    let aloud = move || {
        let take = crate::placing::text::text(workspace.language().get()).take;
        take(&words(), &name.get())
    };
    let take = move |place: Place| {
        if let Some(row) = row.get_untracked() {
            let mut draft = drafts.of(&row).get_untracked();
            draft.take(place);
            drafts.keep(id, draft);
            open.open(id);
        }
    };
    let button = move |place: Place| {
        view! {
            <button type="button" class="side-place num" aria-label=aloud on:click=move |_| take(place)>
                {words}
            </button>
        }
    };
    view! {
        {move || match (place.get(), proposal.get()) {
            (Some(place), _) => Some(button(place).into_any()),
            (None, Proposal::None) => Some(view! { <p class="side-place__none">{words}</p> }.into_any()),
            (None, _) => None,
        }}
    }
}
