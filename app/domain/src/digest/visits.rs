//! Visits before the window: what of them still matters.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use crate::agenda::{Appointment, CancelledBy, Status};
use crate::care::MissedVisit;
use crate::time::Instant;

/// For how many days a missed or cancelled visit is a reason to call, the last one included.
pub(crate) const MISSED_DAYS: i64 = 60;

/// Missed and cancelled visits of the last 60 days, by event.
pub(super) fn missed(before: &[&Appointment], today: Date) -> Vec<MissedVisit> {
    let first = today.saturating_sub(MISSED_DAYS.days());
    let mut missed: Vec<MissedVisit> = before.iter().filter_map(|visit| missed_visit(visit)).collect();
    missed.retain(|visit| visit.event.date() >= first);
    missed.sort_by_key(|visit| (visit.event, visit.start, visit.appointment));
    missed
}

/// Start of the last visit done.
pub(super) fn last_done(before: &[&Appointment]) -> Option<DateTime> {
    let is_done = |visit: &&&Appointment| matches!(visit.status, Status::Done { .. } | Status::Left { .. });
    before.iter().filter(is_done).map(|visit| visit.start()).max()
}

/// The visit, where it was missed or cancelled: a missed one happened at its start, a cancelled one when it was
/// cancelled, or at its start where that is not known.
pub(crate) fn missed_visit(visit: &Appointment) -> Option<MissedVisit> {
    let (cancelled_by, event): (Option<CancelledBy>, DateTime) = match visit.status {
        Status::NoShow { .. } => (None, visit.start()),
        Status::Cancelled { who, at, .. } => (Some(who), at.map_or(visit.start(), Instant::civil)),
        _ => return None,
    };
    Some(MissedVisit {
        appointment: visit.id,
        start: visit.start(),
        cancelled_by,
        event,
    })
}
