//! One tap marks an arrival.

use app_domain::agenda::{Appointment, Mark, Status};
use app_domain::id::AppointmentId;
use app_domain::policy::may_change;
use leptos::prelude::*;

use super::act::Act;
use super::text::text;
use crate::ui::{Glyph, Icon, expect_toasts};
use crate::workspace::expect_workspace;

/// Marks the arrival of a patient who is awaited today, for those who may; nothing on any other card.
#[component]
pub fn ArrivalButton(
    /// Whose.
    id: AppointmentId,
    /// The appointment.
    row: Memo<Option<Appointment>>,
    /// The patient's name.
    name: Memo<String>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act {
        workspace,
        toasts: expect_toasts(),
        id,
    };
    let today = workspace.today();
    let viewer = workspace.viewer();
    let offered = Memo::new(move |_| {
        let (row, viewer) = (row.read(), viewer.read());
        let (Some(row), Some(viewer)) = (row.as_ref(), viewer.as_ref()) else {
            return false;
        };
        row.status == Status::Booked
            && row.start().date() == today.get()
            && workspace.read(|rows| may_change(&viewer.actor(), row, rows))
    });
    let label = move || (text(workspace.language().get()).mark_arrival)(&name.read());
    view! {
        <Show when=move || offered.get()>
            <button
                type="button"
                class="appointment__arrive"
                aria-label=label
                title=label
                on:click=move |_| {
                    act.mark(Mark::Arrived);
                }
            >
                <Icon glyph=Glyph::Arrive />
            </button>
        </Show>
    }
}
