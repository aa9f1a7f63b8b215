//! Who decides what waits for a person, and who may ask that something waits.

use super::{budget, may, may_overbook, may_take_closed_place, only_if};
use crate::agenda::Overbooking;
use crate::command::Command;
use crate::id::ReviewId;
use crate::refusal::Refusal;
use crate::review::{Cause, Decision, is_waiver, without_override};
use crate::role::Actor;
use crate::rows::Rows;

/// Who may give a command may decide it, where nothing but hours is beyond them; and everybody may give up what they have
/// asked for themselves.
pub(super) fn may_settle(
    actor: &Actor,
    review: ReviewId,
    decision: &Decision,
    rows: &impl Rows,
) -> Result<(), Refusal> {
    let review = rows.review(review).ok_or(Refusal::NotFound)?;
    let is_own = review.by == actor.member && *decision == Decision::Drop;
    if is_own {
        return Ok(());
    }
    if let Decision::PlaceAt { overbooking, .. } = decision {
        may_overbook(actor, overbooking.as_ref(), rows)?;
    }
    let about = review.about.as_ref().ok_or(Refusal::NotAllowed)?;
    if review.cause == Cause::BeyondBudget {
        only_if(is_within(actor, &about.command, rows))?;
    }
    // A decision about a decision would have no end.
    if matches!(about.command, Command::SettleReview { .. }) {
        return Err(Refusal::NotAllowed);
    }
    may(actor, &about.command, rows)
}

/// Whether what somebody asked for is within what the actor may grant.
fn is_within(actor: &Actor, wish: &Command, rows: &impl Rows) -> bool {
    match wish {
        Command::RecordPayment(wanted) => wanted.amount <= budget(rows, actor.role).waive,
        _ => may_take_closed_place(actor.role, rows),
    }
}

/// Whether the actor may decide this: what the screen asks before it offers more than to give it up.
pub fn may_decide(actor: &Actor, review: ReviewId, rows: &impl Rows) -> bool {
    may_settle(actor, review, &Decision::Do, rows).is_ok()
}

/// Who may put the visit into a place that is open may ask for one that is not; who records payments, for a waiver.
pub(super) fn may_ask(actor: &Actor, wish: &Command, rows: &impl Rows) -> Result<(), Refusal> {
    if is_waiver(wish) {
        return may(actor, wish, rows);
    }
    let (plain, overbooking) = without_override(wish).ok_or(Refusal::NotAPlace)?;
    gives_a_reason(&overbooking)?;
    may(actor, &plain, rows)
}

/// Whoever asks says why.
pub(super) fn gives_a_reason(overbooking: &Overbooking) -> Result<(), Refusal> {
    if overbooking.reason.trim().is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    Ok(())
}
