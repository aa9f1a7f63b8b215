//! How it went, once care has ended.

use jiff::ToSpan;

use super::{Candidate, Case, midnight_of};
use crate::calls::{FollowUp, RankPlace, Reason, ReasonDetail};

/// Days after the last act of a plan from which on somebody asks.
const FROM_DAYS: i64 = 7;
/// The last of these days.
pub(crate) const TO_DAYS: i64 = 30;

impl Case<'_> {
    /// 7 to 30 days after a plan's last act, no conversation since (`domain.md`, `satisfaction`). An act has no hour: what was
    /// said on its day may have been said before it.
    pub(super) fn satisfaction(&self) -> Option<Candidate> {
        let plan = self
            .facts
            .care
            .finished
            .as_ref()
            .filter(|_| self.facts.follow_up == FollowUp::On)?;
        let since = plan.last_done.saturating_add(FROM_DAYS.days());
        let until = plan.last_done.saturating_add(TO_DAYS.days());
        let is_spoken_to = self
            .log
            .attempts()
            .any(|attempt| attempt.at.civil().date() > plan.last_done && attempt.reached());
        if self.today < since || self.today > until || is_spoken_to {
            return None;
        }
        Some(Candidate {
            reason: Reason {
                detail: ReasonDetail::Satisfaction(plan.clone()),
                since,
            },
            occurrence: midnight_of(since),
            place: RankPlace::Satisfaction,
        })
    }
}
