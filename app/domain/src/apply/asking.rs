//! Asking for a place outside hours, which is beyond what the author may take by themselves.

use super::calls::check_length;
use super::{Context, carry_out};
use crate::agenda::place::check_free;
use crate::agenda::{Overbooking, Wanted};
use crate::command::Command;
use crate::id::ReviewId;
use crate::refusal::Refusal;
use crate::review::{About, Cause, Device, Review, wanted_place, without_override};
use crate::rows::{Change, Row, Rows};

/// What is asked for waits, ready to be granted. Where the place is open by now it is taken at once.
pub(super) fn ask_for_place(
    rows: &impl Rows,
    context: &Context,
    id: ReviewId,
    wish: &Command,
) -> Result<Vec<Change>, Refusal> {
    if rows.review(id).is_some() {
        return Err(Refusal::AlreadyRecorded);
    }
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
            command: with_override(plain, overbooking),
            refusal: Some(refusal),
        })),
        settled: None,
    };
    Ok(vec![Change::Put {
        row: Row::Review(review),
    }])
}

/// Whether nobody has the place that was asked for: who grants an hour does not see who came there since.
pub(super) fn check_still_free(rows: &impl Rows, wish: &Command) -> Result<(), Refusal> {
    let place = wanted_place(wish).ok_or(Refusal::NotAPlace)?;
    let (patient, moving) = match wish {
        Command::MoveAppointment { appointment, .. } => {
            let visit = rows.appointment(*appointment).ok_or(Refusal::NotFound)?;
            (visit.patient, Some(*appointment))
        }
        Command::BookAppointment(booking) => (booking.patient, None),
        _ => return Err(Refusal::NotAPlace),
    };
    let wanted = Wanted {
        place,
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
