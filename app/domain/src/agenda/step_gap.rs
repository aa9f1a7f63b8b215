//! How soon the next step of a plan may come after the last one.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::id::{AppointmentId, PatientId, PlanId};
use crate::rows::Rows;

/// A visit that is a step of a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PlanStep {
    /// Who comes.
    pub patient: PatientId,
    /// Of which plan.
    pub plan: PlanId,
    /// The visit that is being moved: it is not before itself.
    pub moving: Option<AppointmentId>,
}

impl PlanStep {
    /// The day of what was last done for the plan or is to be done for it: its last act, its last visit done or booked.
    pub fn last(&self, rows: &impl Rows) -> Option<Date> {
        let plans = rows.care(self.patient).map(|care| care.plans.as_slice());
        let mut plans = plans.unwrap_or_default().iter();
        let act = plans
            .find(|care| care.plan == self.plan)
            .and_then(|care| care.last_done);
        let visits = rows.appointments_of(self.patient).filter(|visit| {
            visit.plan == Some(self.plan) && Some(visit.id) != self.moving && visit.takes_place()
        });
        visits.map(|visit| visit.start().date()).chain(act).max()
    }

    /// The first day on which the next step may come, so many days after the last one; none where nothing was done yet.
    pub fn earliest(&self, rows: &impl Rows, days: u16) -> Option<Date> {
        Some(self.last(rows)?.saturating_add(i64::from(days).days()))
    }

    /// The days that must pass before the next open step, where that is recorded.
    pub fn recorded_gap(&self, rows: &impl Rows) -> Option<u16> {
        let care = rows.care(self.patient)?;
        let plan = care.plans.iter().find(|care| care.plan == self.plan)?;
        plan.next_gap_days
    }
}
