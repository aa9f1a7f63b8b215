//! Who opens and closes episodes of clinical risk by hand.

use super::{Entity, Read, Write, grant, only_if};
use crate::id::PatientId;
use crate::refusal::Refusal;
use crate::role::{Actor, Role};
use crate::rows::Rows;

/// Dentists. Who sees no single episode does not know of one.
pub(super) fn may_mark(actor: &Actor, patient: PatientId, rows: &impl Rows) -> Result<(), Refusal> {
    let grant = grant(actor.role, Entity::RiskEpisode);
    if matches!(grant.read, Read::Nothing | Read::Aggregates) || rows.patient(patient).is_none() {
        return Err(Refusal::NotFound);
    }
    only_if(grant.write == Write::All)
}

/// Whether the role opens and closes episodes of risk: what the screen asks before it offers it.
pub const fn may_mark_risk(role: Role) -> bool {
    matches!(grant(role, Entity::RiskEpisode).write, Write::All)
}
