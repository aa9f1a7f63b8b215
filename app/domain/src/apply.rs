//! The one place where commands are carried out: in the browser at once, in the server for good, in the simulator.

mod absence;
mod addenda;
mod agenda;
mod asking;
mod booking;
mod calls;
mod opposing;
mod patient;
mod payments;
mod recall;
mod requests;
mod review;
mod risk;
mod settling;
mod setup;
mod treatment_consent;

use absence::{close_days, mark_absence, reopen_days, withdraw_absence};
use addenda::{answer_escalation, correct_attempt, decide_delay, hand_over_promise};
use agenda::{
    Correcting, cancel_appointment, correct_appointment, mark_appointment, move_appointment,
    set_as_soon_as_possible, set_confirmation, set_lab_work, undo_mark,
};
use asking::ask;
use booking::{book_appointment, unbook_appointment};
use calls::{Call, claim_call, record_attempt, release_call, take_over_call};
use patient::edit_patient;
use payments::record_payment;
use recall::set_recall;
use requests::{hand_over_request, open_request, put_off_request, reopen_request, solve_request};
use review::settle_review;
use risk::{close_risk, open_risk};
use settling::settle_call;
use setup::{
    add_day_note, set_up_budget, set_up_calls, set_up_chair, set_up_risk, set_up_visit_type, share_view,
    strike_day_note, strike_view,
};
use treatment_consent::{attest_consent, withdraw_consent};

use crate::agenda::DayNote;
use crate::calls::HandOff;
use crate::calls::SharedView;
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

/// What is made out of nothing needs a practice to be made in: a device that holds no rows yet shows none.
fn check_practice(rows: &impl Rows) -> Result<(), Refusal> {
    rows.practice().map(|_| ()).ok_or(Refusal::NotFound)
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
        Command::SetLabWork {
            appointment,
            was,
            becomes,
        } => set_lab_work(rows, *appointment, *was, *becomes),
        Command::BookAppointment(booking) => book_appointment(rows, context, booking),
        Command::UnbookAppointment { appointment } => unbook_appointment(rows, context, *appointment),
        Command::MarkAbsence(absence) => mark_absence(rows, context, absence),
        Command::WithdrawAbsence { absence } => withdraw_absence(rows, *absence),
        Command::CloseDays(closure) => close_days(rows, context, closure),
        Command::ReopenDays { closure } => reopen_days(rows, *closure),
        Command::SetUpChair { was, becomes } => set_up_chair(rows, was.as_ref(), becomes),
        Command::SetUpVisitType { was, becomes } => set_up_visit_type(rows, *was, *becomes),
        Command::SetUpBudget { was, becomes } => set_up_budget(rows, *was, *becomes),
        Command::SetUpCalls { was, becomes } => set_up_calls(rows, was.as_ref(), becomes),
        Command::SetUpRisk { was, becomes } => set_up_risk(rows, was.as_ref(), becomes),
        Command::AddDayNote { note, day, text } => {
            let note = DayNote {
                id: *note,
                day: *day,
                by: context.actor.member,
                at: context.at,
                text: text.clone(),
                struck: None,
            };
            add_day_note(rows, &note)
        }
        Command::StrikeDayNote { note } => strike_day_note(rows, context, *note),
        Command::ShareView { view, name, shows } => {
            let view = SharedView {
                id: *view,
                name: name.clone(),
                shows: shows.clone(),
                by: context.actor.member,
                at: context.at,
                struck: None,
            };
            share_view(rows, &view)
        }
        Command::StrikeView { view } => strike_view(rows, context, *view),
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
            asks,
            latest,
            question,
        } => {
            let call = Call {
                asks: *asks,
                attempt: *attempt,
                patient: *patient,
                channel: *channel,
                outcomes,
                booking: booking.as_ref(),
                latest: *latest,
                question,
            };
            record_attempt(rows, context, &call)
        }
        Command::CorrectAttempt {
            attempt,
            was,
            becomes,
            question,
        } => correct_attempt(rows, context, *attempt, [was, becomes], question),
        Command::AnswerEscalation {
            attempt,
            advice,
            words,
        } => answer_escalation(rows, context, *attempt, *advice, words),
        Command::HandOverPromise {
            attempt,
            from,
            to,
            word,
        } => {
            let hand_off = HandOff {
                from: *from,
                to: *to,
                at: context.at,
                word: word.clone(),
            };
            hand_over_promise(rows, *attempt, hand_off)
        }
        Command::DecideDelay {
            attempt,
            granted,
            words,
        } => decide_delay(rows, context, *attempt, *granted, words),
        Command::SettleCall {
            attempt,
            was,
            settlement,
            words,
        } => settle_call(rows, context, *attempt, *was, *settlement, words),
        Command::OpenRequest(wanted) => open_request(rows, context, wanted),
        Command::HandOverRequest {
            request,
            from,
            to,
            word,
        } => hand_over_request(rows, context, *request, *from, *to, word),
        Command::PutOffRequest {
            request,
            was,
            becomes,
        } => put_off_request(rows, context, *request, *was, *becomes),
        Command::SolveRequest { request, words } => solve_request(rows, context, *request, words),
        Command::ReopenRequest { request, reason } => reopen_request(rows, context, *request, reason),
        Command::AttestConsent {
            plan,
            patient,
            signed,
        } => attest_consent(rows, context, *plan, *patient, *signed),
        Command::WithdrawConsent {
            plan,
            patient,
            wish,
            reason,
        } => withdraw_consent(rows, context, *plan, *patient, *wish, reason),
        Command::RecordPayment(wanted) => record_payment(rows, context, wanted),
        Command::SetRecall(wanted) => set_recall(rows, context, wanted),
        Command::OpenRisk(wanted) => open_risk(rows, context, wanted),
        Command::CloseRisk {
            patient,
            episode,
            reason,
        } => close_risk(rows, context, *patient, *episode, reason),
        Command::EditPatient {
            patient,
            was,
            becomes,
        } => edit_patient(rows, context, *patient, was, becomes),
        Command::Ask { review, wish } => ask(rows, context, *review, wish),
        Command::SettleReview {
            review,
            decision,
            words,
        } => settle_review(rows, context, *review, decision, words),
        Command::ClaimCall { patient } => claim_call(rows, context, *patient),
        Command::TakeOverCall { patient, from, word } => take_over_call(rows, context, *patient, *from, word),
        Command::ReleaseCall { patient } => Ok(release_call(rows, context, *patient)),
    }
}
