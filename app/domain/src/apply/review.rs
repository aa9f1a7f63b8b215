//! Carrying out what a person decides of a change that waits.

use super::asking::check_still_free;
use super::calls::check_length;
use super::{Context, carry_out};
use crate::agenda::{Overbooking, Place};
use crate::command::Command;
use crate::id::ReviewId;
use crate::refusal::Refusal;
use crate::review::{About, Cause, Decision, Review, Settled, Verdict};
use crate::role::Actor;
use crate::rows::{Change, Row, Rows};

pub(super) fn settle_review(
    rows: &impl Rows,
    context: &Context,
    id: ReviewId,
    decision: &Decision,
    words: &str,
) -> Result<Vec<Change>, Refusal> {
    let review = rows.review(id).ok_or(Refusal::NotFound)?;
    if let Some(settled) = &review.settled {
        return Err(Refusal::Settled {
            by: settled.by,
            at: settled.at,
        });
    }
    check_length(words)?;
    let (verdict, mut changes) = match decision {
        Decision::Drop => (Verdict::Dropped, Vec::new()),
        Decision::Do => {
            if review.cause == Cause::BeyondBudget {
                let about = review.about.as_ref().ok_or(Refusal::NotAllowed)?;
                check_still_free(rows, &about.command)?;
            }
            (Verdict::Done, again(rows, context, review, None)?)
        }
        Decision::PlaceAt { place, overbooking } => {
            let elsewhere = Some((*place, overbooking.as_ref()));
            (Verdict::Done, again(rows, context, review, elsewhere)?)
        }
    };
    let settled = Settled {
        by: context.actor.member,
        at: context.at,
        verdict,
        words: words.trim().to_owned(),
    };
    changes.push(Change::Put {
        row: Row::Review(Review {
            settled: Some(settled),
            ..review.clone()
        }),
    });
    Ok(changes)
}

/// The command once more, on what stands there now. A call stays its caller's, at the hour at which it was made.
fn again(
    rows: &impl Rows,
    context: &Context,
    review: &Review,
    elsewhere: Option<(Place, Option<&Overbooking>)>,
) -> Result<Vec<Change>, Refusal> {
    let About { command, .. } = &**review.about.as_ref().ok_or(Refusal::NotAllowed)?;
    let mut command = on_what_is_there(command, rows)?;
    if let Some((place, overbooking)) = elsewhere {
        put_elsewhere(&mut command, place, overbooking)?;
    }
    let is_call = matches!(command, Command::RecordAttempt { .. });
    let as_made = Context {
        actor: Actor {
            member: review.by,
            ..context.actor
        },
        at: review.at,
    };
    let mut changes = carry_out(&command, if is_call { &as_made } else { context }, rows)?;
    for change in &mut changes {
        if let Change::Put {
            row: Row::Appointment(visit),
        } = change
            && let Some(overbooking) = &mut visit.overbooking
            && is_call
        {
            overbooking.by = Some(context.actor.member);
        }
    }
    Ok(changes)
}

/// Who decides has seen what stands there now.
fn on_what_is_there(command: &Command, rows: &impl Rows) -> Result<Command, Refusal> {
    let mut command = command.clone();
    match &mut command {
        Command::MoveAppointment {
            appointment, from, ..
        } => *from = rows.appointment(*appointment).ok_or(Refusal::NotFound)?.place,
        Command::EditPatient {
            patient,
            was,
            becomes,
        } => {
            let patient = rows.patient(*patient).ok_or(Refusal::NotFound)?;
            *was = becomes.of(patient).ok_or(Refusal::NotFound)?;
        }
        _ => {}
    }
    Ok(command)
}

fn put_elsewhere(
    command: &mut Command,
    elsewhere: Place,
    reason: Option<&Overbooking>,
) -> Result<(), Refusal> {
    let (place, overbooking) = match command {
        Command::MoveAppointment { to, overbooking, .. } => (to, overbooking),
        Command::BookAppointment(booking)
        | Command::RecordAttempt {
            booking: Some(booking),
            ..
        } => (&mut booking.place, &mut booking.overbooking),
        _ => return Err(Refusal::NotAPlace),
    };
    *place = elsewhere;
    *overbooking = reason.cloned();
    Ok(())
}
