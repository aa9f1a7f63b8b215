//! The one place where commands are carried out: in the browser at once, in the server for good, in the simulator.

mod agenda;
mod calls;
mod patient;
mod review;

use agenda::{
    Correcting, book_appointment, cancel_appointment, correct_appointment, mark_appointment,
    move_appointment, set_as_soon_as_possible, set_confirmation, undo_mark,
};
use calls::{Call, claim_call, record_attempt, release_call};
use patient::edit_patient;
use review::settle_review;

use crate::command::Command;
use crate::policy;
use crate::refusal::Refusal;
use crate::role::Actor;
use crate::rows::{Change, Rows};
use crate::time::Instant;

/// Who gives a command, and when.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Context {
    /// Who.
    pub actor: Actor,
    /// When the person gave it; never later than the server's present. For commands that need the server, the server's present.
    pub at: Instant,
}

/// What a command changes. The same command, context and rows give the same changes everywhere.
///
/// No changes means that everything is already as wished.
///
/// # Errors
/// Why the command is not carried out; then nothing has changed.
pub fn apply(command: &Command, context: &Context, rows: &impl Rows) -> Result<Vec<Change>, Refusal> {
    policy::may(&context.actor, command, rows)?;
    carry_out(command, context, rows)
}

/// What a command changes, whoever may give it.
fn carry_out(command: &Command, context: &Context, rows: &impl Rows) -> Result<Vec<Change>, Refusal> {
    match command {
        Command::MarkAppointment { appointment, mark } => {
            mark_appointment(rows, context, *appointment, *mark)
        }
        Command::UndoMark { appointment, mark } => undo_mark(rows, context, *appointment, *mark),
        Command::MoveAppointment {
            appointment,
            from,
            to,
            overbooking,
        } => move_appointment(rows, context, *appointment, *from, *to, overbooking.as_ref()),
        Command::CancelAppointment {
            appointment,
            who,
            reason,
        } => cancel_appointment(rows, context, *appointment, *who, reason),
        Command::CorrectAppointment {
            appointment,
            was,
            becomes,
            reason,
        } => {
            let correcting = Correcting {
                was: *was,
                becomes: *becomes,
                reason,
            };
            correct_appointment(rows, context, *appointment, &correcting)
        }
        Command::SetAsSoonAsPossible {
            appointment,
            as_soon_as_possible,
        } => set_as_soon_as_possible(rows, *appointment, *as_soon_as_possible),
        Command::BookAppointment(booking) => book_appointment(rows, context, booking),
        Command::SetConfirmation {
            appointment,
            confirmation,
        } => set_confirmation(rows, *appointment, *confirmation),
        Command::RecordAttempt {
            attempt,
            patient,
            channel,
            outcomes,
            booking,
            latest,
        } => {
            let call = Call {
                attempt: *attempt,
                patient: *patient,
                channel: *channel,
                outcomes,
                booking: booking.as_ref(),
                latest: *latest,
            };
            record_attempt(rows, context, &call)
        }
        Command::EditPatient {
            patient,
            was,
            becomes,
        } => edit_patient(rows, context, *patient, was, becomes),
        Command::SettleReview { review, decision } => settle_review(rows, context, *review, decision),
        Command::ClaimCall { patient } => claim_call(rows, context, *patient),
        Command::ReleaseCall { patient } => Ok(release_call(rows, context, *patient)),
    }
}
