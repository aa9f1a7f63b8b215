//! Promises to call back.

use super::{Candidate, Case, midnight_of};
use crate::calls::log::Promised;
use crate::calls::{Lateness, PromiseDetail, RankPlace, Reason, ReasonDetail};

impl Case<'_> {
    /// On the list from half an hour before; where one call made several, the one that comes first in the rank.
    pub(super) fn promise(&self) -> Option<Candidate> {
        let due = || {
            self.log
                .promises()
                .iter()
                .filter(|promise| promise.from() <= self.now.instant)
        };
        let (place, best) = due()
            .map(|promise| (self.place_of(promise), promise))
            .min_by_key(|(place, _)| *place)?;
        let since = due().map(|promise| promise.until.date()).min()?;
        let lateness = if self.is_overdue(best) {
            Lateness::Overdue
        } else {
            Lateness::InTime
        };
        let Promised {
            attempt,
            about,
            until,
            what,
            owner,
            hand_offs,
        } = *best;
        let detail = ReasonDetail::Promise(PromiseDetail {
            attempt,
            about,
            until,
            what: what.to_owned(),
            lateness,
            owner,
            hand_offs,
        });
        Some(Candidate {
            reason: Reason { detail, since },
            occurrence: midnight_of(since),
            place,
        })
    }

    /// Strictly after the promised hour.
    fn is_overdue(&self, promise: &Promised<'_>) -> bool {
        self.now.instant > promise.hour()
    }

    fn place_of(&self, promise: &Promised<'_>) -> RankPlace {
        let until = promise.hour();
        match (promise.about.is_money(), self.is_overdue(promise)) {
            (true, _) => RankPlace::PromiseAboutMoney { until },
            (false, true) => RankPlace::PromiseOverdue { until },
            (false, false) => RankPlace::PromiseInTime { until },
        }
    }
}
