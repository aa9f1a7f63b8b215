//! Recalls beside hygiene: checks of orthodontics, implants and dentures.

use jiff::ToSpan;

use super::hygiene::{AHEAD_DAYS, recall_due};
use super::{Candidate, Case, midnight_of};
use crate::calls::{ChecksDetail, DueCheck, RankPlace, Reason, ReasonDetail};

impl Case<'_> {
    /// Alike with hygiene, one reason for all the types that are due, the one most days past first.
    pub(super) fn check_recall(&self) -> Option<Candidate> {
        let mut checks: Vec<DueCheck> = self.due_checks().collect();
        checks.sort_by_key(|check| (check.due, check.recall));
        let due = checks.first()?.due;
        let since = due.saturating_sub(AHEAD_DAYS.days());
        Some(Candidate {
            reason: Reason {
                detail: ReasonDetail::CheckRecall(ChecksDetail { checks }),
                since,
            },
            occurrence: midnight_of(since),
            place: RankPlace::HygieneRecall { due },
        })
    }

    fn due_checks(&self) -> impl Iterator<Item = DueCheck> {
        self.facts.care.checks.iter().filter_map(|check| {
            let rule = self
                .facts
                .checks
                .iter()
                .find(|rule| rule.recall == check.recall)?;
            let due = recall_due(check.last_done, rule.every_months);
            let is_near = due.saturating_sub(AHEAD_DAYS.days()) <= self.today;
            let is_booked = self.visits.has_future_of(|kind| check.recall.is_served_by(kind));
            (is_near && !is_booked).then_some(DueCheck {
                recall: check.recall,
                due,
                last_done: check.last_done,
            })
        })
    }
}
