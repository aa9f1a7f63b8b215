//! Asking for what is beyond the author's own budget: a place outside hours, a waiver.

use super::calls::check_length;
use super::{Context, carry_out};
use crate::agenda::place::check_free;
use crate::agenda::{Overbooking, Wanted};
use crate::command::Command;
use crate::id::ReviewId;
use crate::refusal::Refusal;
use crate::review::{About, Cause, Device, Review, is_waiver, wanted_place, without_override};
use crate::rows::{Change, Row, Rows};

/// What is asked for waits, ready to be granted. What needs no asking by now is done at once.
pub(super) fn ask(
    rows: &impl Rows,
    context: &Context,
    id: ReviewId,
    wish: &Command,
) -> Result<Vec<Change>, Refusal> {
    if rows.review(id).is_some() {
        return Err(Refusal::AlreadyRecorded);
    }
    let (command, refusal) = if is_waiver(wish) {
        match carry_out(wish, context, rows) {
            Err(refusal @ Refusal::BeyondBudget { .. }) => (wish.clone(), refusal),
            done => return done,
        }
    } else {
        let (plain, Overbooking { reason, .. }) = without_override(wish).ok_or(Refusal::NotAPlace)?;
        check_length(&reason)?;
        let refusal = match carry_out(&plain, context, rows) {
            Err(refusal) if refusal.is_of_hours() => refusal,
            done => return done,
        };
        // A reason for an hour is none for somebody else's place.
        check_still_free(rows, wish)?;
        let overbooking = Overbooking {
            by: Some(context.actor.member),
            reason: reason.trim().to_owned(),
        };
        (with_override(plain, overbooking), refusal)
    };
    let review = Review {
        id,
        by: context.actor.member,
        role: context.actor.role,
        at: context.at,
        // The server knows better.
        received: context.at,
        device: Device::default(),
        cause: Cause::BeyondBudget,
        about: Some(Box::new(About {
            command,
            refusal: Some(refusal),
        })),
        settled: None,
    };
    Ok(vec![Change::Put {
        row: Row::Review(review),
    }])
}

/// Whether nobody has the place that was asked for, if a place was: who grants an hour does not see who came there since.
pub(super) fn check_still_free(rows: &impl Rows, wish: &Command) -> Result<(), Refusal> {
    let (patient, moving) = match wish {
        Command::MoveAppointment { appointment, .. } => {
            let visit = rows.appointment(*appointment).ok_or(Refusal::NotFound)?;
            (visit.patient, Some(*appointment))
        }
        Command::BookAppointment(booking) => (booking.patient, None),
        _ => return Ok(()),
    };
    let wanted = Wanted {
        place: wanted_place(wish).ok_or(Refusal::NotAPlace)?,
        patient,
        moving,
    };
    check_free(rows, &wanted)
}

fn with_override(mut plain: Command, reason: Overbooking) -> Command {
    match &mut plain {
        Command::MoveAppointment { overbooking, .. } => *overbooking = Some(reason),
        Command::BookAppointment(booking) => booking.overbooking = Some(reason),
        _ => {}
    }
    plain
}
