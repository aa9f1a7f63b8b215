//! Carrying out that a visit is booked, or that a booking was a slip; and whether a place may be taken.

use super::Context;
use super::agenda::put;
use crate::agenda::{Appointment, Booked, Confirmation, Overbooking, Status, UNDO_MS, Wanted, place};
use crate::command::Booking;
use crate::id::AppointmentId;
use crate::policy;
use crate::refusal::Refusal;
use crate::rows::{Change, Key, Rows};
use crate::time::Now;

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
        correction: None,
        booked: Some(Booked {
            by: context.actor.member,
            at: context.at,
        }),
        displaced: None,
        left_place: None,
        lab: crate::agenda::LabWork::None,
        plan: booking.plan,
        overbooking: by_actor(booking.overbooking.as_ref(), context),
        note: booking.note.clone(),
    })
}

/// A slip of just now is as if it had never been; anything else is called off, with who and why.
pub(super) fn unbook_appointment(
    rows: &impl Rows,
    context: &Context,
    id: AppointmentId,
) -> Result<Vec<Change>, Refusal> {
    // It is gone already: a repeated undo.
    let Some(visit) = rows.appointment(id) else {
        return Ok(Vec::new());
    };
    let is_own_slip = visit.booked.is_some_and(|booked| {
        booked.by == context.actor.member && context.at.0.saturating_sub(booked.at.0) <= UNDO_MS
    });
    if visit.status != Status::Booked {
        return Err(Refusal::WrongState {
            status: visit.status.clone(),
            wanted: None,
        });
    }
    // What was said in a call stays said: the visit of a call is called off, not forgotten.
    let is_of_a_call = rows
        .attempts_of(visit.patient)
        .any(|attempt| attempt.has_booked(id));
    if !is_own_slip || is_of_a_call {
        return Err(Refusal::ReasonMissing);
    }
    Ok(vec![Change::Remove {
        key: Key::Appointment(id),
    }])
}

/// Who overbooks is who gives the command, whatever the command says.
pub(super) fn by_actor(overbooking: Option<&Overbooking>, context: &Context) -> Option<Overbooking> {
    overbooking.map(|given| Overbooking {
        by: Some(context.actor.member),
        reason: given.reason.clone(),
    })
}

/// Whether the place may be taken, with what the actor may override by giving a reason.
pub(super) fn check_wanted(
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
    if overbooking.is_none() || !policy::may_take_closed_place(role, rows) {
        place::check_open(rows, &wanted.place)?;
    }
    if overbooking.is_none() || !policy::may_take_taken_place(role) {
        place::check_free(rows, wanted)
    } else {
        Ok(())
    }
}
