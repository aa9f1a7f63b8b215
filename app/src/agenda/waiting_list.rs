//! Who is in the waiting room now, whatever day is shown.

use app_domain::agenda::Status;
use app_domain::id::AppointmentId;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::appointment_name::appointment_name;
use super::open_appointment::OpenAppointment;
use super::side_panel::SideSection;
use super::stage::Stage;
use super::text::text;
use crate::workspace::{Workspace, expect_workspace};

/// Who waits, the longest first.
#[component]
pub fn WaitingList() -> impl IntoView {
    let workspace = expect_workspace();
    let waiting = waiting(workspace);
    let words = move || text(workspace.language().get());
    view! {
        <SideSection
            title=Signal::derive(move || words().side.waiting.to_owned())
            count=Signal::derive(move || waiting.read().len())
            none=Signal::derive(move || words().side.nobody_waits.to_owned())
        >
            <ul class="side__list">
                <For each=move || waiting.get() key=|id| *id children=|id| view! { <WaitingRow id /> } />
            </ul>
        </SideSection>
    }
}

fn waiting(workspace: Workspace) -> Memo<Vec<AppointmentId>> {
    let today = workspace.appointments_on(workspace.today().into());
    Memo::new(move |_| {
        let rows = today
            .get()
            .into_iter()
            .filter_map(|id| workspace.appointment(id).get());
        let mut waiting: Vec<_> = rows
            .filter_map(|row| match row.status {
                Status::Arrived { arrived } => Some((arrived, row.id)),
                _ => None,
            })
            .collect();
        waiting.sort();
        waiting.into_iter().map(|(_, id)| id).collect()
    })
}

/// Somebody who waits: minutes, name, with whom and for when.
#[component]
fn WaitingRow(
    /// The appointment.
    id: AppointmentId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let open = OpenAppointment::expect();
    let row = workspace.appointment(id);
    let patient = row.with_untracked(|row| row.as_ref().map(|row| row.patient))?;
    let name = appointment_name(workspace, patient);
    let now = workspace.now();
    let words = move || text(workspace.language().get());
    let stage = Memo::new(move |_| row.read().as_ref().map(|row| Stage::of(row, now.get())));
    let minutes = move || match stage.get() {
        Some(Stage::Waiting { minutes }) => words().common.ticking(minutes),
        _ => String::new(),
    };
    let too_long = move || stage.get().is_some_and(Stage::is_too_long);
    let about = move || {
        let row = row.read();
        let row = row.as_ref()?;
        let clinician =
            workspace.read(|rows| rows.clinician(row.place.clinician).map(|who| who.surname.clone()));
        let kind = (words().common.kind)(row.kind).to_owned();
        let parts = [
            Some(kind),
            clinician,
            Some(words().common.clock(row.start().time())),
        ];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    };
    Some(view! {
        <li>
            <button
                type="button"
                class="side-row side-row--wait"
                class=("side-row--too-long", too_long)
                on:click=move |_| open.open(id)
            >
                <span class="side-row__minutes num">{minutes} <small>{move || words().side.wait}</small></span>
                <span class="side-row__words">
                    <b>{name}</b>
                    <small>{about}</small>
                </span>
            </button>
        </li>
    })
}
