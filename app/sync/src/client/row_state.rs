//! How a row stands, in a word for the person.

use std::collections::BTreeSet;

use app_domain::command::Command;
use app_domain::risk_marks::NewRisk;
use app_domain::rows::Key;

use super::RowState;
use crate::outbox::OutboxState;

/// The rows that a command is about, whatever it changes: known even where it is refused.
pub(super) fn subjects(command: &Command) -> BTreeSet<Key> {
    match command {
        Command::MarkAppointment { appointment, .. }
        | Command::UndoMark { appointment, .. }
        | Command::CancelAppointment { appointment, .. }
        | Command::CorrectAppointment { appointment, .. }
        | Command::SetAsSoonAsPossible { appointment, .. }
        | Command::SetLabWork { appointment, .. }
        | Command::UnbookAppointment { appointment }
        | Command::MoveAppointment { appointment, .. }
        | Command::SetConfirmation { appointment, .. } => [Key::Appointment(*appointment)].into(),
        Command::BookAppointment(booking) => [Key::Appointment(booking.appointment)].into(),
        Command::MarkAbsence(absence) => [Key::Absence(absence.id)].into(),
        Command::WithdrawAbsence { absence } => [Key::Absence(*absence)].into(),
        Command::CloseDays(closure) => [Key::Closure(closure.id)].into(),
        Command::ReopenDays { closure } => [Key::Closure(*closure)].into(),
        Command::SetUpChair { becomes, .. } => [Key::Chair(becomes.id)].into(),
        Command::SetUpVisitType { becomes, .. } => [Key::VisitType(becomes.kind)].into(),
        Command::SetUpBudget { becomes, .. } => [Key::Budget(becomes.role)].into(),
        Command::SetUpCalls { .. } => [Key::CallSettings].into(),
        Command::SetUpRisk { becomes, .. } => [Key::RiskRule(becomes.category)].into(),
        Command::AddDayNote { note, .. } | Command::StrikeDayNote { note } => [Key::DayNote(*note)].into(),
        Command::ShareView { view, .. } | Command::StrikeView { view } => [Key::SharedView(*view)].into(),
        Command::RecordAttempt {
            attempt,
            patient,
            booking,
            ..
        } => {
            let booked = booking
                .as_ref()
                .map(|booking| Key::Appointment(booking.appointment));
            [Key::Attempt(*attempt), Key::Patient(*patient)]
                .into_iter()
                .chain(booked)
                .collect()
        }
        Command::CorrectAttempt { attempt, .. }
        | Command::AnswerEscalation { attempt, .. }
        | Command::DecideDelay { attempt, .. }
        | Command::SettleCall { attempt, .. }
        | Command::HandOverPromise { attempt, .. } => [Key::Attempt(*attempt)].into(),
        Command::OpenRequest(wanted) => [Key::Request(wanted.request)].into(),
        Command::HandOverRequest { request, .. }
        | Command::PutOffRequest { request, .. }
        | Command::SolveRequest { request, .. }
        | Command::ReopenRequest { request, .. } => [Key::Request(*request)].into(),
        Command::AttestConsent { plan, .. } | Command::WithdrawConsent { plan, .. } => {
            [Key::TreatmentConsent(*plan)].into()
        }
        Command::RecordPayment(wanted) => [Key::Payment(wanted.payment)].into(),
        Command::OpenRisk(NewRisk { patient, .. }) | Command::CloseRisk { patient, .. } => {
            [Key::RiskMarks(*patient)].into()
        }
        Command::SetRecall(wanted) => [Key::recall(wanted.patient, wanted.check)].into(),
        Command::EditPatient { patient, .. } => [Key::Patient(*patient)].into(),
        Command::Ask { review, .. } | Command::SettleReview { review, .. } => [Key::Review(*review)].into(),
        Command::ClaimCall { patient }
        | Command::TakeOverCall { patient, .. }
        | Command::ReleaseCall { patient } => [Key::Claim(*patient)].into(),
    }
}

/// What a record says of its rows.
pub(super) fn row_state(state: &OutboxState) -> RowState {
    match state {
        OutboxState::Writing => RowState::Writing,
        OutboxState::Unkept => RowState::Unkept,
        OutboxState::Kept => RowState::Kept,
        OutboxState::Sent | OutboxState::Accepted => RowState::Saving,
        OutboxState::NeedsYou { .. } => RowState::NeedsYou,
    }
}
