//! The window of an appointment: who, when, how it stands, and the next step.

use app_domain::agenda::{Appointment, CancelledBy};
use app_domain::id::AppointmentId;
use app_domain::policy::may_change;
use leptos::prelude::*;

use super::appointment_facts::AppointmentFacts;
use super::cancel_form::CancelForm;
use super::changed_notice::{ChangedNotice, Seen};
use super::consent_line::ConsentLine;
use super::correct_form::CorrectForm;
use super::move_draft::MoveDrafts;
use super::move_form::MoveForm;
use super::open_appointment::OpenAppointment;
use super::placing_address::take_proposal;
use super::step_buttons::{Form, StepButtons};
use super::text::text;
use super::tray::Tray;
use crate::patient::{HeaderShape, PatientHeader};
use crate::ui::{Dialog, EmptyState};
use crate::workspace::expect_workspace;

/// The window of an appointment. It reads the row as it is now and never shuts by itself.
#[component]
pub fn AppointmentDialog(
    /// Which.
    id: AppointmentId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let open = OpenAppointment::expect();
    let row = workspace.appointment(id);
    let viewer = workspace.viewer();
    let seen = Seen::of(row);
    take_proposal(row.read_untracked().as_ref());
    // Something was typed, or dropped where something is in the way: the form goes on with it.
    let drafts = MoveDrafts::expect();
    let has_draft = drafts.has(id);
    // Somebody else moved it while it was in the hand: the person is told, before it goes on from there.
    drafts
        .taken_up_at(id)
        .into_iter()
        .for_each(|place| seen.was_at(place));
    // Dragged into the tray: it waits for the practice, and why is asked.
    let (parks, by) = match Tray::expect().takes(id) {
        true => (Some(Form::Cancel), CancelledBy::Practice),
        false => (None, CancelledBy::Patient),
    };
    let form = RwSignal::new(parks.or(has_draft.then_some(Form::Move)));
    let give_up = move |()| form.set(None);
    let words = move || text(workspace.language().get());
    let patient = Memo::new(move |_| row.read().as_ref().map(|row| row.patient));
    let may = Memo::new(move |_| {
        let (row, viewer) = (row.read(), viewer.read());
        let (Some(row), Some(viewer)) = (row.as_ref(), viewer.as_ref()) else {
            return false;
        };
        workspace.read(|rows| may_change(&viewer.actor(), row, rows))
    });
    let title = Signal::derive(move || {
        row.read()
            .as_ref()
            .map_or_else(String::new, |row| heading(row, words()))
    });
    let read_only = move || view! { <p class="field__hint">{move || words().dialog.read_only}</p> };
    let gone = move || {
        view! {
            <EmptyState
                title=Signal::derive(move || words().dialog.gone.to_owned())
                text=Signal::derive(move || words().dialog.gone_text.to_owned())
            />
        }
    };
    view! {
        <Dialog
            title
            close_label=Signal::derive(move || words().common.close.to_owned())
            on_close=move |()| open.close()
        >
            <Show when=move || patient.get().is_some() fallback=gone>
                <For
                    each=move || patient.get()
                    key=|patient| *patient
                    children=|patient| view! { <PatientHeader patient shape=HeaderShape::Full /> }
                />
                <ChangedNotice seen />
                <AppointmentFacts id row />
                <ConsentLine id row />
                <Show when=move || may.get() fallback=read_only>
                    {move || match form.get() {
                        None => view! { <StepButtons id row seen on_form=move |chosen| form.set(Some(chosen)) /> }.into_any(),
                        Some(Form::Move) => view! { <MoveForm id row seen on_give_up=give_up /> }.into_any(),
                        Some(Form::Cancel) => view! { <CancelForm id by on_give_up=give_up /> }.into_any(),
                        Some(Form::Correct) => view! { <CorrectForm id row on_give_up=give_up /> }.into_any(),
                    }}
                </Show>
            </Show>
        </Dialog>
    }
}

/// "Igiene, 9:00–9:45".
fn heading(row: &Appointment, text: &super::text::Text) -> String {
    let clock = |at: jiff::civil::DateTime| text.common.clock(at.time());
    format!(
        "{}, {}–{}",
        (text.common.kind)(row.kind),
        clock(row.start()),
        clock(row.end())
    )
}
