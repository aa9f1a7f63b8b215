//! Plans: those that stand still, and those without an answer.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Candidate, Case, midnight_of};
use crate::calls::{CyclesDetail, PlanDue, RankPlace, Reason, ReasonDetail};
use crate::care::PlanCare;

/// Days without an act after which a plan stands still.
const SUSPENDED_DAYS: i64 = 45;
/// Days after which a plan that was presented should have an answer.
const AWAITING_DAYS: i64 = 7;

impl Case<'_> {
    pub(super) fn suspended_cycle(&self) -> Option<Candidate> {
        if self.visits.has_future() {
            return None;
        }
        self.plans(RankPlace::SuspendedCycle, ReasonDetail::SuspendedCycle, |plan| {
            let stood_from = match plan.last_done {
                Some(day) => Some(day),
                None => plan.presented.filter(|_| plan.steps_accepted > 0),
            };
            stood_from
                .filter(|_| plan.steps_open > 0)
                .map(|day| (plan.steps_open, day.saturating_add(SUSPENDED_DAYS.days())))
        })
    }

    pub(super) fn plan_awaiting(&self) -> Option<Candidate> {
        self.plans(RankPlace::PlanAwaiting, ReasonDetail::PlanAwaiting, |plan| {
            let presented = plan.presented.filter(|_| plan.steps_unanswered > 0)?;
            Some((
                plan.steps_unanswered,
                presented.saturating_add(AWAITING_DAYS.days()),
            ))
        })
    }

    /// The plans that give a reason, with the steps it is about and the day from which it holds.
    fn plans(
        &self,
        place: RankPlace,
        detail: fn(CyclesDetail) -> ReasonDetail,
        rule: impl Fn(&PlanCare) -> Option<(u16, Date)>,
    ) -> Option<Candidate> {
        let due = |plan: &PlanCare| {
            let (steps, since) = rule(plan).filter(|(_, since)| *since <= self.today)?;
            let PlanCare {
                plan,
                title,
                presented,
                last_done,
                ..
            } = plan.clone();
            Some(PlanDue {
                plan,
                title,
                presented,
                last_done,
                steps,
                since,
            })
        };
        let plans = self.facts.plans(self.now.instant);
        let mut plans: Vec<PlanDue> = plans.iter().filter_map(due).collect();
        plans.sort_by_key(|plan| (plan.since, plan.plan));
        let (since, newest) = (plans.first()?.since, plans.last()?.since);
        let reason = Reason {
            detail: detail(CyclesDetail { plans }),
            since,
        };
        Some(Candidate {
            reason,
            occurrence: midnight_of(newest),
            place,
        })
    }
}
