//! Of which plan a visit is a step, and how soon it may come after the last one.

use app_domain::agenda::{Appointment, PlanStep};
use app_domain::id::{AppointmentId, PatientId, PlanId};
use jiff::civil::Date;
use leptos::prelude::*;

use super::text::text;
use crate::workspace::{Workspace, expect_workspace};

/// Of which plan a visit is a step, as the person has chosen.
#[derive(Clone, Copy)]
pub(super) struct StepDraft {
    /// The plan.
    pub(super) plan: RwSignal<Option<PlanId>>,
    /// Days after the last step, as they were typed; none: as is recorded of the next step.
    pub(super) typed: RwSignal<Option<u16>>,
    /// The visit that is being moved.
    moving: Option<AppointmentId>,
}

/// Before which day the next step should not come, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct NotBefore {
    /// The day.
    pub(super) day: Date,
    /// So many days after the last step.
    pub(super) days: u16,
}

impl StepDraft {
    /// Of none.
    pub(super) fn of_none() -> Self {
        Self {
            plan: RwSignal::new(None),
            typed: RwSignal::new(None),
            moving: None,
        }
    }

    /// Of the plan that the visit is of.
    pub(super) fn of(visit: &Appointment) -> Self {
        Self {
            plan: RwSignal::new(visit.plan),
            moving: Some(visit.id),
            ..Self::of_none()
        }
    }

    /// Forgets what was chosen.
    pub(super) fn forget(self) {
        self.plan.set(None);
        self.typed.set(None);
    }

    /// The days that hold: those that were typed, else the recorded ones. Tracked.
    pub(super) fn days(self, workspace: Workspace, patient: Option<PatientId>) -> Option<u16> {
        let step = self.step(patient)?;
        let typed = self.typed.get();
        typed.or_else(|| workspace.read(|rows| step.recorded_gap(rows)))
    }

    /// Before which day the visit should not be, where that is known. Tracked.
    pub(super) fn not_before(self, workspace: Workspace, patient: Option<PatientId>) -> Option<NotBefore> {
        let (step, days) = (self.step(patient)?, self.days(workspace, patient)?);
        let day = workspace.read(|rows| step.earliest(rows, days))?;
        Some(NotBefore { day, days })
    }

    fn step(self, patient: Option<PatientId>) -> Option<PlanStep> {
        Some(PlanStep {
            patient: patient?,
            plan: self.plan.get()?,
            moving: self.moving,
        })
    }
}

/// Says before which day the visit should not be.
#[component]
pub(super) fn NotBeforeLine(
    /// Who would come.
    patient: Signal<Option<PatientId>>,
    /// Of which plan.
    step: StepDraft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let line = move || {
        let words = text(workspace.language().get());
        let NotBefore { day, days } = step.not_before(workspace, patient.get())?;
        let line = (words.booking.not_before)(&words.common.day_long(day), days);
        Some(view! { <p class="field__hint">{line}</p> })
    };
    view! {
        <div class="places__not-before" aria-live="polite">
            {line}
        </div>
    }
}

/// Days after the last step, where the visit is of a plan.
#[component]
pub(super) fn GapField(
    /// Who would come.
    patient: Signal<Option<PatientId>>,
    /// Of which plan.
    step: StepDraft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).booking;
    let days = move || {
        let days = step.days(workspace, patient.get());
        days.map(|days| days.to_string()).unwrap_or_default()
    };
    let set = move |typed: String| {
        step.typed
            .set(typed.parse().ok().filter(|days| *days <= LONGEST_GAP))
    };
    view! {
        <Show when=move || step.plan.get().is_some()>
            <label class="finder__gap">
                <span>{move || words().gap}</span>
                <input
                    class="input"
                    type="number"
                    inputmode="numeric"
                    min="0"
                    max=LONGEST_GAP.to_string()
                    prop:value=days
                    on:change:target=move |event| set(event.target().value())
                />
            </label>
        </Show>
    }
}

/// The most days that are asked for: beyond them no place is looked for.
const LONGEST_GAP: u16 = 365;
