//! The day, or the honest word why there is none to show.

use app_domain::agenda::{Appointment, CancelledBy, Status};
use app_domain::calendar::national_holiday;
use app_domain::calls::{CallStatus, Cause, ReasonKind};
use app_domain::id::{AppointmentId, ChairId};
use app_domain::review::Review;
use app_domain::rows::{Key, Rows};
use app_sync::client::RowState;
use jiff::civil::Date;
use leptos::prelude::*;

use super::day_columns::{Columns, day_columns};
use super::day_grid::DayGrid;
use super::day_notice::DayNotice;
use super::day_plan::{DayKind, DayPlan, Frame, Ghost};
use super::day_strip::{DayStrip, lines_on_paper};
use super::text::text;
use crate::layout::AfterPaint;
use crate::workspace::{Workspace, expect_workspace};

/// How a day stands as a whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum DayState {
    /// Before the first day that this device holds.
    Beyond {
        /// That first day.
        from: Date,
    },
    /// The practice is closed.
    Closed {
        /// Why.
        reason: String,
    },
    /// No chair has opening hours.
    Shut,
    /// Open.
    Open,
}

/// The main part of the page.
#[component]
pub fn DayBoard(
    /// The day that is shown.
    day: Memo<Date>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let shown = shown_appointments(workspace, day);
    let closures = workspace.closures();
    let closed = Memo::new(move |_| {
        let (day, closures) = (day.get(), closures.read());
        let closure = closures.iter().find(|closure| closure.contains(day));
        let holiday = || national_holiday(day).map(text(workspace.language().get()).day.holiday);
        closure
            .map(|closure| closure.reason.clone())
            .or_else(|| holiday().map(str::to_owned))
    });
    let (view, chairs, clinicians) = (workspace.day_view(), workspace.chairs(), workspace.clinicians());
    let waiting = workspace.reviews_on(day.into());
    let ghosts = Memo::new(move |_| {
        let waiting = waiting.read();
        let ghost = |review: &Review| {
            let place = review.wanted_place()?;
            Some(Ghost {
                review: review.id,
                place,
            })
        };
        waiting.iter().filter_map(ghost).collect::<Vec<_>>()
    });
    let plan = Memo::new(move |_| {
        let kind = if closed.read().is_some() {
            DayKind::Closed
        } else {
            DayKind::Working
        };
        let shown = shown.read();
        let columns = Columns {
            view: view.get(),
            chairs: chairs.get(),
            clinicians: clinicians.get(),
        };
        let order: Vec<ChairId> = columns.chairs.iter().map(|chair| chair.id).collect();
        let frame = Frame {
            day: day.get(),
            kind,
            heads: &day_columns(workspace, &columns, &shown),
            chairs: &order,
        };
        DayPlan::of(frame, &shown, &ghosts.read())
    });
    let state = Memo::new(move |_| {
        let window = workspace.read(|rows| rows.practice().map(|practice| practice.window_from));
        match (window, closed.get()) {
            (Some(from), _) if day.get() < from => DayState::Beyond { from },
            (_, Some(reason)) => DayState::Closed { reason },
            _ if plan.read().has_open_chair() => DayState::Open,
            _ => DayState::Shut,
        }
    });
    let region = move || {
        let text = text(workspace.language().get());
        (text.day.region)(&text.common.day_long(day.get()))
    };
    let strip = lines_on_paper(day);
    let empty = Memo::new(move |_| plan.read().planned.is_empty());
    let has_grid = Memo::new(move |_| match state.get() {
        DayState::Open => true,
        DayState::Beyond { .. } => false,
        DayState::Closed { .. } | DayState::Shut => !empty.get(),
    });
    view! {
        <main id="main" class="agenda" tabindex="-1">
            <section class="agenda__day" aria-label=region style:--strip=move || strip.get().to_string()>
                <DayStrip day />
                <DayNotice day state empty />
                <Show when=move || has_grid.get()>
                    <DayGrid day plan />
                </Show>
            </section>
        </main>
    }
}

/// The appointments of the day that take a place on the screen: all but those that were called off and settled.
fn shown_appointments(workspace: Workspace, day: Memo<Date>) -> Memo<Vec<Appointment>> {
    let ids = workspace.appointments_on(day.into());
    let painted = AfterPaint::expect();
    Memo::new(move |_| {
        let ids = ids.read();
        let rows = ids.iter().filter_map(|id| workspace.appointment(*id).get());
        rows.filter(|row| is_shown(workspace, painted, row)).collect()
    })
}

/// Whether a visit waits to be placed again: its patient is to be called about it, or it was displaced with others and
/// nobody may or can call just now.
fn waits(status: &CallStatus, row: &Appointment) -> bool {
    let settled = [
        Cause::Closed,
        Cause::VisitBooked,
        Cause::Deceased,
        Cause::MovedAway,
    ];
    let is_held = || {
        let held = status.held(ReasonKind::Displaced);
        held.is_some_and(|held| !settled.contains(&held.cause))
    };
    status.listed(ReasonKind::Displaced).is_some() || row.displaced.is_some() && is_held()
}

/// A displaced visit stays as a ghost until somebody settles it; so does one whose last change needs a person.
fn is_shown(workspace: Workspace, painted: AfterPaint, row: &Appointment) -> bool {
    let unsettled = |id: AppointmentId| workspace.row_state(Key::Appointment(id)).get() == RowState::NeedsYou;
    let to_be_placed = || {
        let status = workspace.call_status(row.patient);
        painted.has_come() && status.read().as_ref().is_some_and(|status| waits(status, row))
    };
    match &row.status {
        Status::Cancelled {
            who: CancelledBy::Practice,
            ..
        } => to_be_placed() || unsettled(row.id),
        Status::Cancelled {
            who: CancelledBy::Patient,
            ..
        } => unsettled(row.id),
        _ => true,
    }
}
