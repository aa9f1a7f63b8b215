//! What takes a place on the screen: every visit but those that were called off and settled.

use app_domain::agenda::{Appointment, CancelledBy, Status};
use app_domain::calendar::national_holiday;
use app_domain::calls::{CallStatus, Cause, ReasonKind};
use app_domain::id::AppointmentId;
use app_domain::language::Language;
use app_domain::practice::Closure;
use app_domain::review::Review;
use app_domain::rows::Key;
use app_sync::client::RowState;
use jiff::civil::Date;
use leptos::prelude::*;

use super::day_plan::Ghost;
use super::text::text;
use crate::layout::AfterPaint;
use crate::workspace::Workspace;

/// The visits of a day that take a place on the screen.
pub(super) fn shown_visits(workspace: Workspace, day: Signal<Date>) -> Memo<Vec<Appointment>> {
    let visits = workspace.visits_on(day);
    let painted = AfterPaint::expect();
    Memo::new(move |_| {
        let visits = visits.read();
        let shown = visits.iter().filter(|row| is_shown(workspace, painted, row));
        shown.cloned().collect()
    })
}

/// What was to stand on a day and waits for a person.
pub(super) fn ghosts_on(workspace: Workspace, day: Signal<Date>) -> Memo<Vec<Ghost>> {
    let waiting = workspace.reviews_on(day);
    Memo::new(move |_| {
        let ghost = |review: &Review| {
            let place = review.wanted_place()?;
            Some(Ghost {
                review: review.id,
                place,
            })
        };
        waiting.read().iter().filter_map(ghost).collect()
    })
}

/// Why nobody works on a day, if nobody does.
pub(super) fn closed_because(closures: &[Closure], day: Date, language: Language) -> Option<String> {
    let closure = closures.iter().find(|closure| closure.contains(day));
    let holiday = || national_holiday(day).map(text(language).day.holiday);
    closure
        .map(|closure| closure.reason.clone())
        .or_else(|| holiday().map(str::to_owned))
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
