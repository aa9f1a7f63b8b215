//! Hygiene recalls.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Candidate, Case, midnight_of};
use crate::calls::{HygieneDetail, RankPlace, Reason, ReasonDetail};

/// A recall is on the list from so many days before it is due.
pub(super) const AHEAD_DAYS: i64 = 14;
/// Months between two hygienes where nothing else is said.
const DEFAULT_MONTHS: u8 = 6;

impl Case<'_> {
    pub(super) fn hygiene_recall(&self) -> Option<Candidate> {
        let hygiene = self.facts.hygiene();
        let (due, from) = hygiene.due()?;
        let since = due.saturating_sub(AHEAD_DAYS.days());
        if since > self.today || self.visits.has_future_hygiene() {
            return None;
        }
        let last_done = hygiene.last_done;
        Some(Candidate {
            reason: Reason {
                detail: ReasonDetail::HygieneRecall(HygieneDetail { due, from, last_done }),
                since,
            },
            occurrence: midnight_of(since),
            place: RankPlace::HygieneRecall { due },
        })
    }
}

/// When the hygiene after one done on a day is due. Adding months stops at the month's end; where the recall is turned off
/// (0), it would be due as by default.
pub(crate) fn recall_due(done: Date, interval_months: u8) -> Date {
    let months = if interval_months == 0 {
        DEFAULT_MONTHS
    } else {
        interval_months
    };
    done.saturating_add(i64::from(months).months())
}
