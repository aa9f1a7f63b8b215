//! Who may do what: the table of `domain.md` ("Who may do what") as one pure function, used by every path.
//!
//! Deny wins over allow. What a role may not know to exist answers "not found".

use crate::agenda::{Appointment, Overbooking, Place};
use crate::autonomy::Budget;
use crate::command::Command;
use crate::id::{ClinicianId, PatientId, PlanId};
use crate::patient::PatientField;
use crate::refusal::Refusal;
use crate::risk_marks::NewRisk;
use crate::role::{Actor, Role};
use crate::rows::Rows;

mod calls;
mod recall;
mod reviews;
mod risk;
mod settling;
mod table;
mod views;

pub use calls::{
    may_answer_question, may_carry_request, may_decide_delay, may_record_answers, may_record_calls,
};
pub use recall::may_set_recall;
pub use reviews::may_decide;
pub use risk::may_mark_risk;
pub use settling::may_settle_attempt;
pub use table::{Entity, Grant, Read, Write, grant};
pub use views::{may_strike_view, shares_views};

use calls::{may_answer, may_call, may_carry, may_say};

/// Whether the actor may give this command, as far as the role and the relation go. States and places are [`crate::apply`]'s.
///
/// # Errors
/// [`Refusal::NotFound`] where the actor may not know of the thing, [`Refusal::NotAllowed`] where it may but not this.
pub fn may(actor: &Actor, command: &Command, rows: &impl Rows) -> Result<(), Refusal> {
    match command {
        Command::MarkAppointment { appointment, .. }
        | Command::UndoMark { appointment, .. }
        | Command::CancelAppointment { appointment, .. }
        | Command::CorrectAppointment { appointment, .. }
        | Command::SetAsSoonAsPossible { appointment, .. }
        | Command::SetLabWork { appointment, .. }
        | Command::UnbookAppointment { appointment }
        | Command::SetConfirmation { appointment, .. } => {
            let visit = rows.appointment(*appointment).ok_or(Refusal::NotFound)?;
            may_change_appointment(actor, visit.patient, &[&visit.place], rows)
        }
        Command::MoveAppointment {
            appointment,
            to,
            overbooking,
            ..
        } => {
            let visit = rows.appointment(*appointment).ok_or(Refusal::NotFound)?;
            may_overbook(actor, overbooking.as_ref(), rows)?;
            may_change_appointment(actor, visit.patient, &[&visit.place, to], rows)
        }
        Command::BookAppointment(booking) => {
            may_overbook(actor, booking.overbooking.as_ref(), rows)?;
            may_change_appointment(actor, booking.patient, &[&booking.place], rows)
        }
        Command::RecordAttempt {
            patient,
            outcomes,
            booking,
            asks,
            ..
        } => {
            let overbooking = booking.as_ref().and_then(|booking| booking.overbooking.as_ref());
            match overbooking {
                // Whoever calls may ask: somebody else decides.
                Some(overbooking) if asks.is_some() => reviews::gives_a_reason(overbooking)?,
                overbooking => may_overbook(actor, overbooking, rows)?,
            }
            may_call(actor, *patient, rows)?;
            may_say(actor.role, outcomes)
        }
        Command::EditPatient { patient, was, .. } => {
            rows.patient(*patient).ok_or(Refusal::NotFound)?;
            only_if(may_edit(actor.role, was))
        }
        Command::MarkAbsence(absence) => may_mark_absence(actor, absence.clinician),
        Command::WithdrawAbsence { absence } => match rows.absence(*absence) {
            Some(absence) => may_mark_absence(actor, absence.clinician),
            None => may_write(actor.role, Entity::Team),
        },
        Command::CloseDays(_)
        | Command::ReopenDays { .. }
        | Command::SetUpChair { .. }
        | Command::SetUpVisitType { .. }
        | Command::SetUpBudget { .. }
        | Command::SetUpCalls { .. }
        | Command::SetUpRisk { .. } => may_write(actor.role, Entity::Settings),
        Command::AddDayNote { .. } | Command::StrikeDayNote { .. } => may_note(actor.role),
        Command::ShareView { .. } => only_if(shares_views(actor.role)),
        Command::StrikeView { view } => {
            let view = rows.shared_view(*view).ok_or(Refusal::NotFound)?;
            only_if(may_strike_view(actor, view))
        }
        Command::Ask { wish, .. } => reviews::may_ask(actor, wish, rows),
        Command::SettleReview { review, decision, .. } => reviews::may_settle(actor, *review, decision, rows),
        Command::CorrectAttempt {
            attempt,
            was,
            becomes,
            ..
        } => {
            let attempt = rows.attempt(*attempt).ok_or(Refusal::NotFound)?;
            may_call(actor, attempt.patient, rows)?;
            may_say(actor.role, was)?;
            may_say(actor.role, becomes)?;
            only_if(attempt.by == Some(actor.member) || actor.role == Role::OfficeManager)
        }
        Command::AnswerEscalation { attempt, .. } => {
            let attempt = rows.attempt(*attempt).ok_or(Refusal::NotFound)?;
            may_answer(actor, attempt)
        }
        Command::HandOverPromise { attempt, .. } => {
            let attempt = rows.attempt(*attempt).ok_or(Refusal::NotFound)?;
            may_call(actor, attempt.patient, rows)?;
            let may_write_all = grant(actor.role, Entity::Calls).write == Write::All;
            only_if(may_write_all || attempt.owner() == Some(actor.member))
        }
        Command::DecideDelay { attempt, .. } => {
            let attempt = rows.attempt(*attempt).ok_or(Refusal::NotFound)?;
            may_call(actor, attempt.patient, rows)?;
            only_if(may_decide_delay(actor.role))
        }
        Command::SettleCall {
            attempt, settlement, ..
        } => {
            let attempt = rows.attempt(*attempt).ok_or(Refusal::NotFound)?;
            settling::may_settle_call(actor, attempt, *settlement, rows)
        }
        Command::OpenRequest(wanted) => may_call(actor, wanted.patient, rows),
        Command::HandOverRequest { request, to, .. } => may_carry(actor, *request, Some(*to), rows),
        Command::PutOffRequest { request, .. }
        | Command::SolveRequest { request, .. }
        | Command::ReopenRequest { request, .. } => may_carry(actor, *request, None, rows),
        Command::AttestConsent { plan, patient, .. } | Command::WithdrawConsent { plan, patient, .. } => {
            may_consent(actor, *plan, *patient, rows)
        }
        Command::RecordPayment(wanted) => may_record(actor, wanted.patient, rows),
        Command::OpenRisk(NewRisk { patient, .. }) | Command::CloseRisk { patient, .. } => {
            risk::may_mark(actor, *patient, rows)
        }
        Command::SetRecall(wanted) => recall::may_recall(actor, wanted.patient, rows),
        Command::ClaimCall { patient }
        | Command::TakeOverCall { patient, .. }
        | Command::ReleaseCall { patient } => may_call(actor, *patient, rows),
    }
}

fn only_if(allowed: bool) -> Result<(), Refusal> {
    if allowed { Ok(()) } else { Err(Refusal::NotAllowed) }
}

fn may_write(role: Role, entity: Entity) -> Result<(), Refusal> {
    only_if(grant(role, entity).write == Write::All)
}

/// Whether the role sets chairs, hours, closures and types of visit up: what the screen asks before it offers them.
pub const fn may_set_up(role: Role) -> bool {
    matches!(grant(role, Entity::Settings).write, Write::All)
}

/// Who keeps the team's shifts says who is away; a clinician says it of themselves. What is displaced follows from the
/// fact: it is not a move by hand.
fn may_mark_absence(actor: &Actor, clinician: ClinicianId) -> Result<(), Refusal> {
    if actor.role.is_clinician() && actor.clinician == Some(clinician) {
        return Ok(());
    }
    may_write(actor.role, Entity::Team)
}

/// Whether the actor may say that this clinician is away: what the screen asks before it offers it.
pub fn may_say_away(actor: &Actor, clinician: ClinicianId) -> bool {
    may_mark_absence(actor, clinician).is_ok()
}

/// Whether the role looks at who is away and at what that has left to do: whoever works with the agenda, and who sets up.
pub const fn sees_absences(role: Role) -> bool {
    works_with_agenda(role) || may_set_up(role)
}

/// Who works with the agenda writes on its days.
fn may_note(role: Role) -> Result<(), Refusal> {
    only_if(works_with_agenda(role))
}

/// Whether the role books and moves at all: what the screen asks before it offers a new visit.
pub const fn works_with_agenda(role: Role) -> bool {
    matches!(grant(role, Entity::Appointments).write, Write::All | Write::Own)
}

/// Any dentist attests and withdraws; a hygienist for plans of which a visit is in their column. Who knows only whether a
/// consent is missing may not; who sees only sums does not know of a single one.
fn may_consent(actor: &Actor, plan: PlanId, patient: PatientId, rows: &impl Rows) -> Result<(), Refusal> {
    let grant = grant(actor.role, Entity::TreatmentConsent);
    if matches!(grant.read, Read::Nothing | Read::Aggregates) || rows.patient(patient).is_none() {
        return Err(Refusal::NotFound);
    }
    let is_own = || {
        rows.appointments_of(patient)
            .any(|visit| visit.plan == Some(plan) && actor.clinician == Some(visit.place.clinician))
    };
    only_if(match grant.write {
        Write::All => true,
        Write::Own => is_own(),
        Write::Proposes | Write::Nothing => false,
    })
}

/// Whether the actor may attest the consent to this plan, or withdraw it: what the screen asks before it offers it.
pub fn may_attest(actor: &Actor, plan: PlanId, patient: PatientId, rows: &impl Rows) -> bool {
    may_consent(actor, plan, patient, rows).is_ok()
}

/// Who writes payments writes those of everybody; who may not know of any does not know of the patient's either.
fn may_record(actor: &Actor, patient: PatientId, rows: &impl Rows) -> Result<(), Refusal> {
    if grant(actor.role, Entity::Payments).read == Read::Nothing || rows.patient(patient).is_none() {
        return Err(Refusal::NotFound);
    }
    only_if(may_record_payments(actor.role))
}

/// Whether the role records payments: what the screen asks before it offers a form.
pub const fn may_record_payments(role: Role) -> bool {
    matches!(grant(role, Entity::Payments).write, Write::All)
}

/// Whether the role sees single payments, with their amounts.
pub const fn sees_payments(role: Role) -> bool {
    matches!(grant(role, Entity::Payments).read, Read::All)
}

/// What the role may grant without asking: as the practice has set it, or as usual.
pub fn budget(rows: &impl Rows, role: Role) -> Budget {
    rows.budget(role).copied().unwrap_or(Budget::usual(role))
}

/// Whether the actor may change this visit: what the screen asks before it offers a mark or a move.
pub fn may_change(actor: &Actor, visit: &Appointment, rows: &impl Rows) -> bool {
    may_change_appointment(actor, visit.patient, &[&visit.place], rows).is_ok()
}

/// Whether the role may put a visit on a taken place, with a reason (`domain.md`, "Appointments").
pub const fn may_take_taken_place(role: Role) -> bool {
    matches!(
        role,
        Role::FrontDesk | Role::OfficeManager | Role::Dentist | Role::Hygienist
    )
}

/// Whether the role may put a visit outside opening hours or on a closure, with a reason: by rule, or within its budget.
pub fn may_take_closed_place(role: Role, rows: &impl Rows) -> bool {
    matches!(role, Role::OfficeManager | Role::Dentist | Role::Hygienist) || budget(rows, role).outside_hours
}

/// Whether the role may change this field of a patient: what the screen asks before it offers a form.
pub const fn may_edit(role: Role, field: &PatientField) -> bool {
    let entity = match field {
        PatientField::RecallConsent(_) => Entity::ContactConsent,
        // Who books is who is told when the patient can come, and hears how they speak.
        PatientField::Times(_) | PatientField::Language(_) => Entity::Appointments,
        _ => Entity::Identity,
    };
    matches!(grant(role, entity).write, Write::All)
}

/// A clinician's own visits are those in their column; a case manager's are of patients whom they called.
fn may_change_appointment(
    actor: &Actor,
    patient: PatientId,
    places: &[&Place],
    rows: &impl Rows,
) -> Result<(), Refusal> {
    let grant = grant(actor.role, Entity::Appointments);
    let allowed = match grant.write {
        Write::All => true,
        Write::Nothing | Write::Proposes => false,
        Write::Own if actor.role.is_clinician() => places
            .iter()
            .all(|place| actor.clinician == Some(place.clinician)),
        Write::Own => rows
            .attempts_of(patient)
            .any(|attempt| attempt.by == Some(actor.member)),
    };
    only_if(allowed)
}

fn may_overbook(actor: &Actor, overbooking: Option<&Overbooking>, rows: &impl Rows) -> Result<(), Refusal> {
    let may = || may_take_taken_place(actor.role) || may_take_closed_place(actor.role, rows);
    match overbooking {
        None => Ok(()),
        Some(_) if !may() => Err(Refusal::NotAllowed),
        Some(overbooking) if overbooking.reason.trim().is_empty() => Err(Refusal::ReasonMissing),
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_but_a_dentist_writes_the_content_of_a_plan() {
        for role in Role::ALL {
            let writes = grant(role, Entity::PlanContent).write == Write::All;
            assert_eq!(writes, role == Role::Dentist, "{role:?}");
        }
    }

    #[test]
    fn amounts_are_for_the_front_desk_the_office_manager_and_the_owner() {
        for role in Role::ALL {
            let reads = grant(role, Entity::Payments).read == Read::All;
            let expected = matches!(role, Role::FrontDesk | Role::OfficeManager | Role::Owner);
            assert_eq!(reads, expected, "{role:?}");
        }
    }

    #[test]
    fn who_may_not_read_a_thing_may_not_change_it() {
        for role in Role::ALL {
            for entity in Entity::ALL {
                let Grant { read, write } = grant(role, entity);
                if read == Read::Nothing {
                    assert_eq!(write, Write::Nothing, "{role:?} {entity:?}");
                }
            }
        }
    }

    #[test]
    fn the_owner_sees_no_single_call_and_the_office_manager_no_single_risk() {
        assert_eq!(grant(Role::Owner, Entity::Calls).read, Read::Aggregates);
        assert_eq!(
            grant(Role::OfficeManager, Entity::RiskEpisode).read,
            Read::Aggregates
        );
    }
}
