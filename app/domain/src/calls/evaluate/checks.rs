//! Recalls beside hygiene: checks of orthodontics, implants and dentures.

use jiff::ToSpan;
use jiff::civil::Date;

use super::hygiene::AHEAD_DAYS;
use super::{Candidate, Case, midnight_of};
use crate::calls::recall::{disabled_until, recorded_check};
use crate::calls::{ChecksDetail, DueCheck, RankPlace, Reason, ReasonDetail, ReasonKind, Recall, RecallType};

/// For how long a recall is off for one patient.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Off {
    /// Until somebody turns it on.
    Always,
    /// Until a day.
    Until(Date),
}

impl Case<'_> {
    /// Alike with hygiene, one reason for all the types that are due, the one most days past first. What is turned off or put
    /// off for this patient is in it only where nothing else is: then it is held.
    pub(super) fn check_recall(&self) -> Option<Candidate> {
        let (open, off): (Vec<DueCheck>, Vec<DueCheck>) = self
            .due_checks()
            .partition(|check| self.check_off(check.recall).is_none());
        let mut checks = if open.is_empty() { off } else { open };
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
        self.facts.checks.iter().filter_map(|rule| {
            let recall = rule.recall;
            let recorded = recorded_check(self.facts.care, recall, rule.every_months);
            let set = recorded.under(self.check_set(recall));
            // One that is turned off is due as for everybody, so that it can be shown among those held.
            let (due, _) = if set.interval_months == 0 {
                recorded.due()?
            } else {
                set.due()?
            };
            let is_near = due.saturating_sub(AHEAD_DAYS.days()) <= self.today;
            let is_booked = self.visits.has_future_of(|kind| recall.is_served_by(kind));
            (is_near && !is_booked).then_some(DueCheck {
                recall,
                due,
                last_done: recorded.last_done,
            })
        })
    }

    /// Whether a check is turned off or put off for this patient now.
    pub(super) fn check_off(&self, recall: RecallType) -> Option<Off> {
        let set = self.check_set(recall);
        if set.is_some_and(|set| set.rule.interval_months == 0) {
            return Some(Off::Always);
        }
        let until = disabled_until(&self.log, ReasonKind::CheckRecall, set);
        until.filter(|until| self.today < *until).map(Off::Until)
    }

    fn check_set(&self, recall: RecallType) -> Option<&Recall> {
        let mut set = self.facts.check_recalls.iter().copied();
        set.find(|set| set.check == Some(recall))
    }
}
