//! The hygiene recall as people set it by hand: how often, on which day, not before which day.
//!
//! What the former software said of it is part of the digest ([`crate::care::HygieneCare`]); once a person has set it here,
//! what they have set stands in its place, whatever an import says later.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::evaluate::recall_due;
use super::log::CallLog;
use super::{Attempt, DueFrom, Outcome, ReasonKind};
use crate::care::{Care, HygieneCare};
use crate::id::{MemberId, PatientId};
use crate::rows::Rows;
use crate::time::{Instant, Now};

/// Months between two hygienes, at most, that a person may set.
pub const LONGEST_RECALL_MONTHS: u8 = 60;

/// How many days before a date set by hand a hygiene serves it already.
const SERVES_FROM_DAYS: i64 = 14;

/// What is set by hand of a patient's hygiene recall. A patient of whom nobody has set anything here has no such row.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recall {
    /// Whose.
    pub patient: PatientId,
    /// What is set.
    pub rule: RecallRule,
    /// Who set it last.
    pub by: MemberId,
    /// When.
    pub at: Instant,
}

/// How a patient is recalled for hygiene.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecallRule {
    /// Months between two hygienes; 0 = the recall is turned off.
    pub interval_months: u8,
    /// The next due date, in the place of the one that follows from the interval, until a hygiene serves it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed: Option<Date>,
    /// The first day on which the patient may be recalled again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled_until: Option<Date>,
}

/// A wish to set a recall.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewRecall {
    /// Whose.
    pub patient: PatientId,
    /// What the person saw set by hand; absent where nothing was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<RecallRule>,
    /// What it becomes.
    pub becomes: RecallRule,
}

fn serves(last_done: Option<Date>, fixed: Date) -> bool {
    last_done.is_some_and(|done| done >= fixed.saturating_sub(SERVES_FROM_DAYS.days()))
}

impl HygieneCare {
    /// Whether the last hygiene done serves a due date that was set by hand.
    pub fn serves(&self, fixed: Date) -> bool {
        serves(self.last_done, fixed)
    }

    /// The same with what was set by hand, if anything, in the place of what the former software said.
    #[must_use]
    pub fn under(&self, set: Option<&Recall>) -> Self {
        set.map_or(*self, |set| Self {
            interval_months: set.rule.interval_months,
            last_done: self.last_done,
            fixed: set.rule.fixed.filter(|fixed| !self.serves(*fixed)),
        })
    }

    /// The due day and where it comes from; `None` = there is no recall. A recall that is turned off is due as by default,
    /// so that it can be shown among those held.
    pub fn due(&self) -> Option<(Date, DueFrom)> {
        if let Some(fixed) = self.fixed {
            return Some((fixed, DueFrom::Hand));
        }
        let due = recall_due(self.last_done?, self.interval_months);
        Some((due, DueFrom::Interval))
    }
}

/// How a patient's hygiene recall stands: what the sheet shows, and what its form begins with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RecallStanding {
    /// What holds on the day: what was set by hand, else what the former software said; a date that was served and a day
    /// that has come are not in it any more, a day that was said in a later call is.
    pub rule: RecallRule,
    /// The due day and where it comes from; `None` = there is no recall.
    pub due: Option<(Date, DueFrom)>,
    /// Day of the last hygiene done.
    pub last_done: Option<Date>,
    /// What was set by hand, if anything.
    pub set: Option<Recall>,
}

impl RecallStanding {
    /// How a patient's recall stands; `None` where the patient's digest is not known.
    pub fn of(rows: &impl Rows, patient: PatientId, now: Now) -> Option<Self> {
        let care = rows.care(patient)?;
        let set = rows.recall(patient);
        let attempts: Vec<&Attempt> = rows.attempts_of(patient).collect();
        let until = disabled_until(&CallLog::of(&attempts, now), set);
        let hygiene = care.hygiene.under(set);
        Some(Self {
            rule: RecallRule {
                interval_months: hygiene.interval_months,
                fixed: hygiene.fixed,
                disabled_until: until.filter(|until| now.today() < *until),
            },
            due: hygiene.due(),
            last_done: hygiene.last_done,
            set: set.copied(),
        })
    }

    /// Whether the last hygiene done serves a due date already.
    pub fn serves(&self, fixed: Date) -> bool {
        serves(self.last_done, fixed)
    }
}

/// Until when the recall is disabled by the last word on it: in a call ("later"), or by hand. `None` = no word, or the last
/// word took the day away.
pub(crate) fn disabled_until(log: &CallLog<'_>, set: Option<&Recall>) -> Option<Date> {
    match (later(log, ReasonKind::HygieneRecall), set) {
        (Some((said, until)), Some(set)) if said > set.at => Some(until),
        (_, Some(set)) => set.rule.disabled_until,
        (said, None) => said.map(|(_, until)| until),
    }
}

/// The last "later" that was said of a recall: when, and until when.
pub(crate) fn later(log: &CallLog<'_>, kind: ReasonKind) -> Option<(Instant, Date)> {
    let mut said = log.about(kind).filter_map(|said| match *said.outcome {
        Outcome::Later { until } => Some((said.attempt.at, until)),
        _ => None,
    });
    said.next_back()
}

impl RecallRule {
    /// Whether a person may set this on a day: dates to come that no hygiene serves already, and an interval that is not
    /// years. What was so before may stay so.
    pub fn is_fit(&self, care: Option<&Care>, set: Option<&Recall>, today: Date) -> bool {
        let before = care.map(|care| care.hygiene.under(set));
        let interval_stays = before.is_some_and(|before| before.interval_months == self.interval_months);
        let fixed_does = |fixed: Date| match &before {
            Some(before) if before.fixed == Some(fixed) => true,
            Some(before) => fixed >= today && !before.serves(fixed),
            None => fixed >= today,
        };
        (interval_stays || self.interval_months <= LONGEST_RECALL_MONTHS)
            && self.fixed.is_none_or(fixed_does)
            && self.disabled_until.is_none_or(|until| today < until)
    }
}
