//! Carrying out that somebody is away: an absence or a closure, and what it displaces, as one.

use super::agenda::put;
use super::{Context, check_practice};
use crate::agenda::{
    Absence, Appointment, CancelledBy, Cause, Displacement, Status, Wanted, displaced_by, place,
};
use crate::id::{AbsenceId, ClosureId};
use crate::practice::Closure;
use crate::refusal::Refusal;
use crate::rows::{Change, Key, Row, Rows};
use crate::time::Now;

pub(super) fn mark_absence(
    rows: &impl Rows,
    context: &Context,
    absence: &Absence,
) -> Result<Vec<Change>, Refusal> {
    if rows.clinician(absence.clinician).is_none() {
        return Err(Refusal::NotFound);
    }
    if absence.to <= absence.from {
        return Err(Refusal::NotAPlace);
    }
    if absence.to <= Now::at(context.at).civil {
        return Err(Refusal::Past { start: absence.from });
    }
    match rows.absence(absence.id) {
        Some(before) if before == absence => return Ok(Vec::new()),
        Some(_) => return Err(Refusal::AlreadyRecorded),
        None => {}
    }
    let mut changes = displace(rows, context, Cause::Absence(absence), "");
    changes.push(Change::Put {
        row: Row::Absence(absence.clone()),
    });
    Ok(changes)
}

pub(super) fn withdraw_absence(rows: &impl Rows, absence: AbsenceId) -> Result<Vec<Change>, Refusal> {
    let Some(absence) = rows.absence(absence) else {
        return Ok(Vec::new());
    };
    let (first, last) = (absence.from.date(), absence.to.date());
    let displaced = displaced_visits(rows, Displacement::Absence(absence.id), first, last);
    Ok(put_back(rows, displaced, Key::Absence(absence.id)))
}

pub(super) fn close_days(
    rows: &impl Rows,
    context: &Context,
    closure: &Closure,
) -> Result<Vec<Change>, Refusal> {
    check_practice(rows)?;
    if closure.to < closure.from {
        return Err(Refusal::NotAPlace);
    }
    if closure.to < Now::at(context.at).today() {
        return Err(Refusal::Past {
            start: closure.from.at(0, 0, 0, 0),
        });
    }
    if closure.reason.trim().is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    let is_same = |other: &Closure| {
        (other.from, other.to, other.reason.as_str()) == (closure.from, closure.to, closure.reason.as_str())
    };
    match rows.closure(closure.id) {
        Some(before) if before == closure => return Ok(Vec::new()),
        Some(_) => return Err(Refusal::AlreadyRecorded),
        None if rows.closures().any(is_same) => return Err(Refusal::AlreadyRecorded),
        None => {}
    }
    let mut changes = displace(rows, context, Cause::Closure(closure), &closure.reason);
    changes.push(Change::Put {
        row: Row::Closure(closure.clone()),
    });
    Ok(changes)
}

pub(super) fn reopen_days(rows: &impl Rows, closure: ClosureId) -> Result<Vec<Change>, Refusal> {
    let Some(closure) = rows.closure(closure) else {
        return Ok(Vec::new());
    };
    let displaced = displaced_visits(rows, Displacement::Closure(closure.id), closure.from, closure.to);
    Ok(put_back(rows, displaced, Key::Closure(closure.id)))
}

/// Parks what stands in the time of a cause.
fn displace(rows: &impl Rows, context: &Context, cause: Cause<'_>, reason: &str) -> Vec<Change> {
    let today = Now::at(context.at).today();
    displaced_by(rows, cause, today)
        .into_iter()
        .flat_map(|visit| {
            let parked = Appointment {
                status: Status::Cancelled {
                    who: CancelledBy::Practice,
                    reason: reason.to_owned(),
                    at: Some(context.at),
                },
                displaced: Some(cause.displacement()),
                ..visit.clone()
            };
            put(Some(visit), parked)
        })
        .collect()
}

/// What a cause displaced and nobody has placed again, by start.
fn displaced_visits(
    rows: &impl Rows,
    by: Displacement,
    first: jiff::civil::Date,
    last: jiff::civil::Date,
) -> Vec<&Appointment> {
    let days = first.series(jiff::ToSpan::day(1)).take_while(|day| *day <= last);
    let mut displaced: Vec<&Appointment> = days
        .flat_map(|day| rows.appointments_on(day))
        .filter(|visit| visit.is_parked() && visit.displaced == Some(by))
        .collect();
    displaced.sort_by_key(|visit| (visit.start(), visit.id));
    displaced
}

/// Takes the cause away; what it displaced goes back where nobody has taken the place meanwhile, and waits on elsewhere.
fn put_back(rows: &impl Rows, displaced: Vec<&Appointment>, cause: Key) -> Vec<Change> {
    let is_free = |visit: &&Appointment| {
        let wanted = Wanted {
            place: visit.place,
            patient: visit.patient,
            moving: Some(visit.id),
        };
        visit.overbooking.is_some() || place::check_free(rows, &wanted).is_ok()
    };
    let back = displaced.into_iter().filter(is_free).flat_map(|visit| {
        let booked = Appointment {
            status: Status::Booked,
            displaced: None,
            ..visit.clone()
        };
        put(Some(visit), booked)
    });
    let mut changes: Vec<Change> = back.collect();
    changes.push(Change::Remove { key: cause });
    changes
}
