//! Who calls, who answers what calls ask, and who carries what patients ask for.

use super::{Entity, Grant, Read, Write, grant, only_if};
use crate::calls::{Attempt, OutcomeKind, OutcomeOf};
use crate::id::{MemberId, PatientId, RequestId};
use crate::refusal::Refusal;
use crate::requests::Request;
use crate::role::{Actor, Role};
use crate::rows::Rows;

/// Any dentist answers a question; a hygienist those that were put to them.
pub(super) fn may_answer(actor: &Actor, attempt: &Attempt) -> Result<(), Refusal> {
    let grant = grant(actor.role, Entity::Escalation);
    if grant.read == Read::Nothing {
        return Err(Refusal::NotFound);
    }
    let is_own = || {
        attempt
            .asks()
            .is_some_and(|(clinician, _)| actor.clinician == Some(clinician))
    };
    only_if(match grant.write {
        Write::All => true,
        Write::Own => is_own(),
        Write::Proposes | Write::Nothing => false,
    })
}

/// Whether the actor may answer what this call asks: what the screen asks before it offers the answers.
pub fn may_answer_question(actor: &Actor, attempt: &Attempt) -> bool {
    may_answer(actor, attempt).is_ok()
}

/// Who writes every call carries every request; who writes their own, those that they have, take or solved.
pub(super) fn may_carry(
    actor: &Actor,
    request: RequestId,
    to: Option<MemberId>,
    rows: &impl Rows,
) -> Result<(), Refusal> {
    let request = rows.request(request).ok_or(Refusal::NotFound)?;
    may_call(actor, request.patient, rows)?;
    let is_own = [
        request.owner(),
        to,
        request.solved.as_ref().map(|solved| solved.by),
    ]
    .into_iter()
    .flatten()
    .any(|member| member == actor.member);
    only_if(grant(actor.role, Entity::Calls).write == Write::All || is_own)
}

/// Whether the actor may solve this request or promise another hour: what the screen asks before it offers it.
pub fn may_carry_request(actor: &Actor, request: &Request, rows: &impl Rows) -> bool {
    may_carry(actor, request.id, None, rows).is_ok()
}

/// Whether the role decides what is beyond the others' budgets: who changes instalments, of those who take part in calling.
pub const fn may_decide_delay(role: Role) -> bool {
    may_record_calls(role) && matches!(grant(role, Entity::Estimate).write, Write::All)
}

/// Whether the role takes part in calling at all: what the screen asks before it offers a call.
pub const fn may_record_calls(role: Role) -> bool {
    matches!(grant(role, Entity::Calls).write, Write::All | Write::Own)
}

/// Whether the role writes down what a patient answers to the steps of a plan: what the screen asks before it offers it.
pub const fn may_record_answers(role: Role) -> bool {
    !matches!(grant(role, Entity::PlanAnswer).write, Write::Nothing)
}

/// Who may not know what patients answer to a plan does not write it down either.
pub(super) fn may_say(role: Role, outcomes: &[OutcomeOf]) -> Result<(), Refusal> {
    let mut said = outcomes.iter().map(|about| about.outcome.kind());
    only_if(may_record_answers(role) || said.all(|kind| kind != OutcomeKind::AnswersPlan))
}

/// Calling somebody makes it one's own call; who only reads calls may not.
pub(super) fn may_call(actor: &Actor, patient: PatientId, rows: &impl Rows) -> Result<(), Refusal> {
    match grant(actor.role, Entity::Calls) {
        Grant {
            read: Read::Nothing | Read::Aggregates,
            ..
        } => Err(Refusal::NotFound),
        Grant {
            write: Write::All | Write::Own,
            ..
        } => rows.patient(patient).map(|_| ()).ok_or(Refusal::NotFound),
        Grant { .. } => Err(Refusal::NotAllowed),
    }
}
