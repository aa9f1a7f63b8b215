//! Whether a visit is the first of a patient.

use super::{Appointment, Status};
use crate::rows::Rows;

/// Whether a visit is a patient's first, as far as the digest tells: no visit was done before, none that takes place comes
/// before it, and no hygiene, open episode or active plan says that anybody has treated them.
///
/// False where the digest is not held: what is not known is not said.
pub fn is_first_visit(rows: &impl Rows, visit: &Appointment) -> bool {
    let Some(care) = rows.care(visit.patient) else {
        return false;
    };
    let is_known = care.last_visit_done.is_some()
        || care.hygiene.last_done.is_some()
        || care.is_at_risk(rows.risk_marks(visit.patient))
        || care.plans.iter().any(|plan| plan.last_done.is_some());
    let owes = care
        .money
        .as_ref()
        .is_some_and(|money| money.balance.is_some() || money.instalment.is_some());
    let is_before = |other: &&Appointment| {
        let order = (other.start(), other.id) < (visit.start(), visit.id);
        let is_done = matches!(other.status, Status::Done { .. } | Status::Left { .. });
        other.id != visit.id && (is_done || other.takes_place() && order)
    };
    visit.takes_place()
        && !is_known
        && !owes
        && !rows.appointments_of(visit.patient).any(|other| is_before(&other))
}
