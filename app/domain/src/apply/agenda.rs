//! Carrying out what is asked of the agenda.

use super::Context;
use crate::agenda::{Appointment, Confirmation, Mark, Overbooking, Place, Status, Wanted, place};
use crate::command::Booking;
use crate::id::AppointmentId;
use crate::policy;
use crate::refusal::Refusal;
use crate::rows::{Change, Row, Rows};
use crate::time::Now;

/// A put, or nothing where the row is already so.
fn put(before: Option<&Appointment>, after: Appointment) -> Vec<Change> {
    if before == Some(&after) {
        Vec::new()
    } else {
        vec![Change::Put {
            row: Row::Appointment(after),
        }]
    }
}

fn existing(rows: &impl Rows, id: AppointmentId) -> Result<&Appointment, Refusal> {
    rows.appointment(id).ok_or(Refusal::NotFound)
}

pub(super) fn mark_appointment(
    rows: &impl Rows,
    context: &Context,
    id: AppointmentId,
    mark: Mark,
) -> Result<Vec<Change>, Refusal> {
    let visit = existing(rows, id)?;
    let now = Now::at(context.at);
    let too_early = match mark {
        Mark::NoShow => now.civil < visit.start(),
        Mark::Arrived | Mark::InChair | Mark::Done | Mark::Left => now.today() < visit.start().date(),
    };
    if too_early {
        return Err(Refusal::TooEarly { start: visit.start() });
    }
    let status = visit
        .status
        .clone()
        .marked(mark, context.at)
        .map_err(|_| wrong_state(visit, mark))?;
    Ok(put(
        Some(visit),
        Appointment {
            status,
            ..visit.clone()
        },
    ))
}

pub(super) fn undo_mark(rows: &impl Rows, id: AppointmentId, mark: Mark) -> Result<Vec<Change>, Refusal> {
    let visit = existing(rows, id)?;
    let status = visit
        .status
        .clone()
        .unmarked(mark)
        .map_err(|_| wrong_state(visit, mark))?;
    let undone = Appointment {
        status,
        ..visit.clone()
    };
    // A missed visit gave its place back: somebody may have taken it meanwhile.
    if undone.takes_place() && !visit.takes_place() && undone.overbooking.is_none() {
        place::check_free(
            rows,
            &Wanted {
                place: undone.place,
                patient: undone.patient,
                moving: Some(id),
            },
        )?;
    }
    Ok(put(Some(visit), undone))
}

fn wrong_state(visit: &Appointment, wanted: Mark) -> Refusal {
    match &visit.status {
        Status::Cancelled { who, .. } => Refusal::Cancelled { who: *who },
        status => Refusal::WrongState {
            status: status.clone(),
            wanted: Some(wanted),
        },
    }
}

pub(super) fn move_appointment(
    rows: &impl Rows,
    context: &Context,
    id: AppointmentId,
    from: Place,
    to: Place,
    overbooking: Option<&Overbooking>,
) -> Result<Vec<Change>, Refusal> {
    let visit = existing(rows, id)?;
    if visit.place == to {
        return Ok(Vec::new());
    }
    match &visit.status {
        Status::Booked => {}
        Status::Cancelled { who, .. } => return Err(Refusal::Cancelled { who: *who }),
        status => {
            return Err(Refusal::WrongState {
                status: status.clone(),
                wanted: None,
            });
        }
    }
    if visit.place != from {
        return Err(Refusal::MovedMeanwhile { place: visit.place });
    }
    let wanted = Wanted {
        place: to,
        patient: visit.patient,
        moving: Some(id),
    };
    check_wanted(rows, context, &wanted, overbooking)?;
    // Who said yes to another hour has not said yes to this one.
    let confirmation = if from.start == to.start {
        visit.confirmation
    } else {
        Confirmation::NotAsked
    };
    let moved = Appointment {
        place: to,
        confirmation,
        overbooking: by_actor(overbooking, context),
        ..visit.clone()
    };
    Ok(put(Some(visit), moved))
}

pub(super) fn book_appointment(
    rows: &impl Rows,
    context: &Context,
    booking: &Booking,
) -> Result<Vec<Change>, Refusal> {
    let appointment = booked(rows, context, booking)?;
    Ok(put(rows.appointment(booking.appointment), appointment))
}

/// The visit of a booking, checked.
pub(super) fn booked(rows: &impl Rows, context: &Context, booking: &Booking) -> Result<Appointment, Refusal> {
    if rows.patient(booking.patient).is_none() {
        return Err(Refusal::NotFound);
    }
    if rows.appointment(booking.appointment).is_some() {
        return Err(Refusal::AlreadyRecorded);
    }
    let wanted = Wanted {
        place: booking.place,
        patient: booking.patient,
        moving: None,
    };
    check_wanted(rows, context, &wanted, booking.overbooking.as_ref())?;
    Ok(Appointment {
        id: booking.appointment,
        patient: booking.patient,
        place: booking.place,
        kind: booking.kind,
        status: Status::Booked,
        confirmation: Confirmation::NotAsked,
        as_soon_as_possible: false,
        plan: booking.plan,
        overbooking: by_actor(booking.overbooking.as_ref(), context),
        note: booking.note.clone(),
    })
}

/// Who overbooks is who gives the command, whatever the command says.
fn by_actor(overbooking: Option<&Overbooking>, context: &Context) -> Option<Overbooking> {
    overbooking.map(|given| Overbooking {
        by: Some(context.actor.member),
        reason: given.reason.clone(),
    })
}

/// Whether the place may be taken, with what the actor may override by giving a reason.
fn check_wanted(
    rows: &impl Rows,
    context: &Context,
    wanted: &Wanted,
    overbooking: Option<&Overbooking>,
) -> Result<(), Refusal> {
    place::check_grid(rows, &wanted.place)?;
    let start = wanted.place.start;
    if start.date() < Now::at(context.at).today() {
        return Err(Refusal::Past { start });
    }
    let role = context.actor.role;
    if overbooking.is_none() || !policy::may_take_closed_place(role) {
        place::check_open(rows, &wanted.place)?;
    }
    if overbooking.is_none() {
        place::check_free(rows, wanted)
    } else {
        Ok(())
    }
}

pub(super) fn set_confirmation(
    rows: &impl Rows,
    id: AppointmentId,
    confirmation: Confirmation,
) -> Result<Vec<Change>, Refusal> {
    let visit = existing(rows, id)?;
    match &visit.status {
        Status::Booked | Status::Arrived { .. } | Status::InChair { .. } => Ok(put(
            Some(visit),
            Appointment {
                confirmation,
                ..visit.clone()
            },
        )),
        Status::Cancelled { who, .. } => Err(Refusal::Cancelled { who: *who }),
        status => Err(Refusal::WrongState {
            status: status.clone(),
            wanted: None,
        }),
    }
}
