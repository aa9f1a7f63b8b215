//! What waits to be placed again: dragged onto the day, or placed by a tap and the form.

use app_domain::id::AppointmentId;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::appointment_card::may_drag;
use super::appointment_name::appointment_name;
use super::open_appointment::OpenAppointment;
use super::text::text;
use super::tray::Tray;
use crate::workspace::expect_workspace;

/// The visits of this practice's agenda that wait to be placed again, by the start that they had.
#[component]
pub fn ParkedList() -> impl IntoView {
    let parked = expect_workspace().parked();
    let ids = move || parked.read().iter().map(|visit| visit.id).collect::<Vec<_>>();
    view! {
        <ul class="side__list">
            <For each=ids key=|id| *id children=|id| view! { <ParkedRow id /> } />
        </ul>
    }
}

/// One of them: whose it is, when it was, how long, with whom.
#[component]
fn ParkedRow(
    /// Which.
    id: AppointmentId,
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
                on:contextmenu=move |event| if tray.is_busy() { event.prevent_default() }
                on:click=move |_| if !tray.swallows_tap() { open.open(id) }
            >
                <b>{name}</b>
                <small class="num">{about}</small>
            </button>
        </li>
    })
}
