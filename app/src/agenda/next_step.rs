//! One tap marks an arrival.

use app_domain::agenda::{Appointment, Mark, Status};
use app_domain::id::AppointmentId;
use app_domain::policy::may_change;
use app_domain::time::{Instant, Now};
use leptos::prelude::*;

use super::act::Act;
use super::text::text;
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// Minutes before the start from which the button is on the card; earlier, the window of the appointment has it.
const OFFERED_FROM: i64 = 60;

/// Marks the arrival of a patient who is awaited within the hour, for those who may; nothing on any other card.
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
    let act = Act::of(id);
    let now = workspace.now();
    let viewer = workspace.viewer();
    let offered = Memo::new(move |_| {
        let (row, viewer) = (row.read(), viewer.read());
        let (Some(row), Some(viewer)) = (row.as_ref(), viewer.as_ref()) else {
            return false;
        };
        row.status == Status::Booked
            && is_near(row, now.get())
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

/// Whether the patient may come in at any moment, or should have.
fn is_near(row: &Appointment, now: Now) -> bool {
    let start = row.start();
    start.date() == now.today() && Instant::from_civil(start).minutes_since(now.instant) <= OFFERED_FROM
}
