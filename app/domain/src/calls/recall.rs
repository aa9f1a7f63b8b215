//! Recalls as people set them by hand: how often, on which day, not before which day.
//!
//! What the former software said of hygiene is part of the digest ([`crate::care::HygieneCare`]), and how often the others
//! are due is the practice's to say ([`super::CheckRule`]); once a person has set a recall of a patient here, what they have
//! set stands in the place of both, whatever an import says later.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::evaluate::recall_due;
use super::log::CallLog;
use super::{Attempt, DueFrom, Outcome, ReasonKind, RecallType};
use crate::care::{Care, HygieneCare};
use crate::id::{MemberId, PatientId};
use crate::rows::Rows;
use crate::time::{Instant, Now};

/// Months between two hygienes, at most, that a person may set.
pub const LONGEST_RECALL_MONTHS: u8 = 60;

/// How many days before a date set by hand a hygiene serves it already.
const SERVES_FROM_DAYS: i64 = 14;

/// What is set by hand of a recall of a patient. A recall of which nobody has set anything here has no such row.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recall {
    /// Whose.
    pub patient: PatientId,
    /// Which; `None` = hygiene.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<RecallType>,
    /// What is set.
    pub rule: RecallRule,
    /// Who set it last.
    pub by: MemberId,
    /// When.
    pub at: Instant,
}

/// How a patient is recalled.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecallRule {
    /// Months between two of them; 0 = the recall is turned off.
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
    /// Which; `None` = hygiene.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<RecallType>,
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

/// How a recall of a patient stands: what the sheet shows, and what its form begins with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RecallStanding {
    /// What holds on the day: what was set by hand, else what the former software said; a date that was served and a day
    /// that has come are not in it any more, a day that was said in a later call is.
    pub rule: RecallRule,
    /// The due day and where it comes from; `None` = there is no recall.
    pub due: Option<(Date, DueFrom)>,
    /// Day on which it was last done.
    pub last_done: Option<Date>,
    /// What was set by hand, if anything.
    pub set: Option<Recall>,
}

impl RecallStanding {
    /// How a recall of a patient stands, hygiene where no check is named; `None` where the patient's digest is not known, or
    /// the practice does not recall for that check.
    pub fn of(rows: &impl Rows, patient: PatientId, check: Option<RecallType>, now: Now) -> Option<Self> {
        let set = rows.recall(patient, check);
        let attempts: Vec<&Attempt> = rows.attempts_of(patient).collect();
        let kind = check.map_or(ReasonKind::HygieneRecall, |_| ReasonKind::CheckRecall);
        let until = disabled_until(&CallLog::of(&attempts, now), kind, set);
        let hygiene = recorded(rows, patient, check)?.under(set);
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

    /// Whether the last one done serves a due date already.
    pub fn serves(&self, fixed: Date) -> bool {
        serves(self.last_done, fixed)
    }

    /// Whether the patient is recalled at all, or somebody has said that they are not.
    pub const fn is_recalled(&self) -> bool {
        self.due.is_some() || self.set.is_some()
    }
}

/// What a recall follows from where nobody has set it by hand: what the digest says of hygiene, or when a check was last done
/// and how often the practice recalls for it.
pub(crate) fn recorded(
    rows: &impl Rows,
    patient: PatientId,
    check: Option<RecallType>,
) -> Option<HygieneCare> {
    let care = rows.care(patient)?;
    let Some(check) = check else {
        return Some(care.hygiene);
    };
    let rules = rows.call_settings().map_or(&[][..], |settings| &settings.checks);
    let rule = rules.iter().find(|rule| rule.recall == check)?;
    Some(recorded_check(care, check, rule.every_months))
}

/// The same of a check for which the practice recalls after so many months.
pub(crate) fn recorded_check(care: &Care, check: RecallType, every_months: u8) -> HygieneCare {
    let last = care.checks.iter().find(|done| done.recall == check);
    HygieneCare {
        interval_months: every_months,
        last_done: last.map(|done| done.last_done),
        fixed: None,
    }
}

/// Until when the recall is disabled by the last word on it: in a call ("later"), or by hand. `None` = no word, or the last
/// word took the day away. "Later" said of a check holds every check.
pub(crate) fn disabled_until(log: &CallLog<'_>, kind: ReasonKind, set: Option<&Recall>) -> Option<Date> {
    match (later(log, kind), set) {
        (Some((said, until)), Some(set)) if said > set.at => Some(until),
        (_, Some(set)) => set.rule.disabled_until,
        (said, None) => said.map(|(_, until)| until),
    }
}

/// The last "later" that was said of a recall: when, and until when.
fn later(log: &CallLog<'_>, kind: ReasonKind) -> Option<(Instant, Date)> {
    let mut said = log.about(kind).filter_map(|said| match *said.outcome {
        Outcome::Later { until } => Some((said.attempt.at, until)),
        _ => None,
    });
    said.next_back()
}

impl RecallRule {
    /// Whether a person may set this on a day: dates to come that nothing done serves already, and an interval that is not
    /// years. What was so before may stay so; `before` is what held.
    pub fn is_fit(&self, before: Option<&HygieneCare>, today: Date) -> bool {
        let interval_stays = before.is_some_and(|before| before.interval_months == self.interval_months);
        let fixed_does = |fixed: Date| match before {
            Some(before) if before.fixed == Some(fixed) => true,
            Some(before) => fixed >= today && !before.serves(fixed),
            None => fixed >= today,
        };
        (interval_stays || self.interval_months <= LONGEST_RECALL_MONTHS)
            && self.fixed.is_none_or(fixed_does)
            && self.disabled_until.is_none_or(|until| today < until)
    }
}
