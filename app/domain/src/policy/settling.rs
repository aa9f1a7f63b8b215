//! Who settles what calls have left to decide.

use super::recall::writes_case;
use super::{Entity, Read, Write, grant, may_call, may_write, only_if};
use crate::calls::{Attempt, Matter, Settlement};
use crate::refusal::Refusal;
use crate::role::Actor;
use crate::rows::Rows;

/// Who calls settles what calls have left; how a patient stands is identity, for who writes that; and what is told to a
/// clinician is seen by one.
pub(super) fn may_settle_call(
    actor: &Actor,
    attempt: &Attempt,
    settlement: Settlement,
    rows: &impl Rows,
) -> Result<(), Refusal> {
    if settlement == Settlement::Seen {
        return may_see_word(actor, attempt, rows);
    }
    may_call(actor, attempt.patient, rows)?;
    let confirmed = attempt
        .settled_about(Matter::Report)
        .is_some_and(|last| matches!(last.settlement, Settlement::Confirmed { .. }));
    let changes_standing = match settlement {
        Settlement::Confirmed { .. } => true,
        Settlement::NotTrue => confirmed,
        _ => false,
    };
    if changes_standing {
        may_write(actor.role, Entity::Identity)?;
    }
    only_if(writes_case(actor, attempt.patient, rows))
}

/// Whether the actor may settle this: what the screen asks before it offers it.
pub fn may_settle_attempt(
    actor: &Actor,
    attempt: &Attempt,
    settlement: Settlement,
    rows: &impl Rows,
) -> bool {
    may_settle_call(actor, attempt, settlement, rows).is_ok()
}

/// Any dentist has seen what is told to one; a hygienist what is told of a patient of theirs.
fn may_see_word(actor: &Actor, attempt: &Attempt, rows: &impl Rows) -> Result<(), Refusal> {
    let grant = grant(actor.role, Entity::Escalation);
    if grant.read == Read::Nothing {
        return Err(Refusal::NotFound);
    }
    let patient = rows.patient(attempt.patient).ok_or(Refusal::NotFound)?;
    only_if(match grant.write {
        Write::All => true,
        Write::Own => actor.clinician.is_some() && patient.hygienist == actor.clinician,
        Write::Proposes | Write::Nothing => false,
    })
}
