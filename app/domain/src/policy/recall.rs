//! Who sets recalls by hand.

use super::{Entity, Write, grant, may_call, only_if};
use crate::id::PatientId;
use crate::refusal::Refusal;
use crate::role::Actor;
use crate::rows::Rows;

/// Who writes every call sets every recall; who writes their own, those of patients whom they have called. Clinicians read.
pub(super) fn may_recall(actor: &Actor, patient: PatientId, rows: &impl Rows) -> Result<(), Refusal> {
    may_call(actor, patient, rows)?;
    only_if(writes_case(actor, patient, rows))
}

/// Whether the actor writes what is left of a patient's calls: everybody's, or those of patients whom they have called.
pub(super) fn writes_case(actor: &Actor, patient: PatientId, rows: &impl Rows) -> bool {
    match grant(actor.role, Entity::Calls).write {
        Write::All => true,
        Write::Own => rows
            .attempts_of(patient)
            .any(|call| call.by == Some(actor.member)),
        Write::Proposes | Write::Nothing => false,
    }
}

/// Whether the actor may set the recall of this patient: what the screen asks before it offers it.
pub fn may_set_recall(actor: &Actor, patient: PatientId, rows: &impl Rows) -> bool {
    may_recall(actor, patient, rows).is_ok()
}
