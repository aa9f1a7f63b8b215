//! Carrying out what is asked of the agenda.

use super::Context;
use super::booking::{by_actor, check_wanted};
use crate::agenda::{
    Appointment, CancelledBy, Confirmation, Correction, Displacement, Ending, LabWork, Mark, Overbooking,
    Place, Status, Wanted, place,
};
use crate::id::AppointmentId;
use crate::refusal::Refusal;
use crate::rows::{Change, Row, Rows};
use crate::time::Now;

/// A put, or nothing where the row is already so.
pub(super) fn put(before: Option<&Appointment>, after: Appointment) -> Vec<Change> {
    if before == Some(&after) {
        Vec::new()
    } else {
        vec![Change::Put {
            row: Row::Appointment(after),
        }]
    }
}

pub(super) fn existing(rows: &impl Rows, id: AppointmentId) -> Result<&Appointment, Refusal> {
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

pub(super) fn undo_mark(
    rows: &impl Rows,
    context: &Context,
    id: AppointmentId,
    mark: Mark,
) -> Result<Vec<Change>, Refusal> {
    let visit = existing(rows, id)?;
    if visit.status.mark() == Some(mark) {
        check_slip(&visit.status, context)?;
    }
    let status = visit
        .status
        .clone()
        .unmarked(mark)
        .map_err(|_| wrong_state(visit, mark))?;
    let undone = Appointment {
        status,
        ..visit.clone()
    };
    check_returns(rows, visit, &undone)?;
    Ok(put(Some(visit), undone))
}

/// A visit that did not take its place has given it back: somebody may have taken it meanwhile.
fn check_returns(rows: &impl Rows, before: &Appointment, after: &Appointment) -> Result<(), Refusal> {
    if before.takes_place() || !after.takes_place() || after.overbooking.is_some() {
        return Ok(());
    }
    place::check_free(
        rows,
        &Wanted {
            place: after.place,
            patient: after.patient,
            moving: Some(after.id),
        },
    )
}

/// What ended a visit is taken back without a reason only as a slip of just now.
fn check_slip(status: &Status, context: &Context) -> Result<(), Refusal> {
    if !status.may_be_taken_back(context.at) {
        return Err(Refusal::ReasonMissing);
    }
    Ok(())
}

pub(super) fn cancel_appointment(
    rows: &impl Rows,
    context: &Context,
    id: AppointmentId,
    who: CancelledBy,
    reason: &str,
) -> Result<Vec<Change>, Refusal> {
    let visit = existing(rows, id)?;
    match &visit.status {
        Status::Booked | Status::Arrived { .. } => {}
        Status::Cancelled { who: by, .. } if *by == who => return Ok(Vec::new()),
        Status::Cancelled { who: by, .. } => return Err(Refusal::Cancelled { who: *by }),
        status => {
            return Err(Refusal::WrongState {
                status: status.clone(),
                wanted: None,
            });
        }
    }
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    let status = Status::Cancelled {
        who,
        reason: reason.trim().to_owned(),
        at: Some(context.at),
    };
    let displaced = match who {
        CancelledBy::Practice => Some(Displacement::Person(context.actor.member)),
        CancelledBy::Patient => None,
    };
    Ok(put(
        Some(visit),
        Appointment {
            status,
            displaced,
            ..visit.clone()
        },
    ))
}

/// What a person corrects.
pub(super) struct Correcting<'a> {
    /// What they saw.
    pub was: Ending,
    /// What is true.
    pub becomes: Option<Ending>,
    /// Why.
    pub reason: &'a str,
}

pub(super) fn correct_appointment(
    rows: &impl Rows,
    context: &Context,
    id: AppointmentId,
    correcting: &Correcting<'_>,
) -> Result<Vec<Change>, Refusal> {
    let visit = existing(rows, id)?;
    let Correcting { was, becomes, reason } = *correcting;
    let ended = Ending::of(&visit.status);
    if ended == becomes {
        return Ok(Vec::new());
    }
    if ended != Some(was) {
        return Err(Refusal::WrongState {
            status: visit.status.clone(),
            wanted: None,
        });
    }
    check_can_have_been(visit, becomes, context)?;
    let reason = reason.trim();
    if reason.is_empty() {
        check_slip(&visit.status, context)?;
    }
    // What is taken back at once leaves no trace: it was never so.
    let correction = (!reason.is_empty()).then(|| Correction {
        by: context.actor.member,
        at: context.at,
        was: visit.status.clone(),
        reason: reason.to_owned(),
    });
    let corrected = Appointment {
        status: becomes.map_or(Status::Booked, |ending| ending.status(reason, context.at)),
        displaced: match becomes {
            Some(Ending::Cancelled {
                who: CancelledBy::Practice,
            }) => Some(Displacement::Person(context.actor.member)),
            _ => None,
        },
        correction: correction.or_else(|| visit.correction.clone()),
        ..visit.clone()
    };
    check_returns(rows, visit, &corrected)?;
    Ok(put(Some(visit), corrected))
}

/// A visit that is still to come cannot have ended by itself.
fn check_can_have_been(
    visit: &Appointment,
    becomes: Option<Ending>,
    context: &Context,
) -> Result<(), Refusal> {
    let now = Now::at(context.at);
    let is_future = match becomes {
        Some(Ending::Left) => now.today() < visit.start().date(),
        Some(Ending::NoShow) => now.civil < visit.start(),
        None | Some(Ending::Cancelled { .. }) => false,
    };
    if is_future {
        Err(Refusal::TooEarly { start: visit.start() })
    } else {
        Ok(())
    }
}

pub(super) fn set_as_soon_as_possible(
    rows: &impl Rows,
    id: AppointmentId,
    as_soon_as_possible: bool,
) -> Result<Vec<Change>, Refusal> {
    let visit = existing(rows, id)?;
    match &visit.status {
        Status::Booked => Ok(put(
            Some(visit),
            Appointment {
                as_soon_as_possible,
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

pub(super) fn set_lab_work(
    rows: &impl Rows,
    id: AppointmentId,
    was: LabWork,
    becomes: LabWork,
) -> Result<Vec<Change>, Refusal> {
    let visit = existing(rows, id)?;
    if visit.lab == becomes {
        return Ok(Vec::new());
    }
    match &visit.status {
        Status::Booked | Status::Arrived { .. } if visit.lab != was => Err(Refusal::SetMeanwhile),
        Status::Booked | Status::Arrived { .. } => Ok(put(
            Some(visit),
            Appointment {
                lab: becomes,
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
    // What the practice has called off waits to be placed again, in its old place if need be.
    let is_parked = visit.is_parked();
    if visit.place == to && !is_parked {
        return Ok(Vec::new());
    }
    match &visit.status {
        Status::Booked => {}
        _ if is_parked => {}
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
    let confirmation = if from.start == to.start && !is_parked {
        visit.confirmation
    } else {
        Confirmation::NotAsked
    };
    let moved = Appointment {
        place: to,
        left_place: left_place(visit, to),
        status: Status::Booked,
        confirmation,
        displaced: None,
        overbooking: by_actor(overbooking, context),
        ..visit.clone()
    };
    Ok(put(Some(visit), moved))
}

/// What a move leaves free. Who goes back to where they were leaves nothing that anybody had.
fn left_place(visit: &Appointment, to: Place) -> Option<Place> {
    let from = visit.place;
    if (from.start, from.chair, from.clinician) == (to.start, to.chair, to.clinician) {
        return visit.left_place;
    }
    (visit.left_place != Some(to)).then_some(from)
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
