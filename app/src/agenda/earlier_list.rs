//! Who would come earlier, if a place became free; and the places that have.

use app_domain::agenda::Status;
use app_domain::id::AppointmentId;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::appointment_name::appointment_name;
use super::freed_places::FreedPlaces;
use super::open_appointment::OpenAppointment;
use super::side_panel::SideSection;
use super::text::text;
use crate::workspace::{Workspace, expect_workspace};

/// As many as are shown.
const SHOWN: usize = 6;

/// Who would come earlier, the soonest first.
#[component]
pub fn EarlierList() -> impl IntoView {
    let workspace = expect_workspace();
    let earlier = earlier(workspace);
    let words = move || text(workspace.language().get());
    let rest = move || earlier.read().len().saturating_sub(SHOWN);
    view! {
        <SideSection
            title=Signal::derive(move || words().side.earlier.to_owned())
            count=Signal::derive(move || earlier.read().len())
            none=Signal::derive(move || words().side.none_earlier.to_owned())
        >
            <FreedPlaces />
            <ul class="side__list">
                <For
                    each=move || earlier.get().into_iter().take(SHOWN)
                    key=|id| *id
                    children=|id| view! { <EarlierRow id /> }
                />
            </ul>
            <Show when=move || rest() != 0>
                <p class="side__none">{move || (words().side.more)(rest())}</p>
            </Show>
        </SideSection>
    }
}

/// Looked up anew as the time goes: all the visits to come are too much to be woken by each of them.
fn earlier(workspace: Workspace) -> Memo<Vec<AppointmentId>> {
    let now = workspace.now();
    Memo::new(move |_| {
        let now = now.get();
        workspace.read(|rows| {
            let booked = rows.appointments().filter(|row| {
                row.as_soon_as_possible && row.status == Status::Booked && row.start() > now.civil
            });
            let mut found: Vec<_> = booked.map(|row| (row.start(), row.id)).collect();
            found.sort();
            found.into_iter().map(|(_, id)| id).collect()
        })
    })
}

/// Somebody who would come earlier, and when they come now.
#[component]
fn EarlierRow(
    /// The appointment.
    id: AppointmentId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let open = OpenAppointment::expect();
    let row = workspace.appointment(id);
    let patient = row.with_untracked(|row| row.as_ref().map(|row| row.patient))?;
    let name = appointment_name(workspace, patient);
    let common = move || text(workspace.language().get()).common;
    let about = move || {
        let row = row.read();
        let row = row.as_ref()?;
        let clinician =
            workspace.read(|rows| rows.clinician(row.place.clinician).map(|who| who.surname.clone()));
        let parts = [
            Some(common().moment(row.start())),
            Some(common().minutes(row.place.minutes)),
            clinician,
        ];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    };
    Some(view! {
        <li>
            <button type="button" class="side-row" on:click=move |_| open.open(id)>
                <b>{name}</b>
                <small class="num">{about}</small>
            </button>
        </li>
    })
}
