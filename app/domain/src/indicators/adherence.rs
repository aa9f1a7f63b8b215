//! Whether hygienes come when they are due.

use jiff::ToSpan;
use jiff::civil::Date;

use super::figure::Excluded;
use super::{Because, Certainty, Formula, Indicator, PatientRecord, Period};
use crate::calls::{CallLog, not_recalled, recall_due};
use crate::digest::HYGIENE;
use crate::time::Now;

/// How many days before or after its due date a hygiene keeps it, ends included.
const KEPT_DAYS: i64 = 60;

/// The due dates of hygiene recalls that fall into a period (`domain.md`, "Indicators"). Each hygiene done makes one; a date
/// set by hand makes none. Intervals and exclusions are those of today: former ones are not recorded.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RecallAdherence {
    /// A hygiene came within 60 days before or after.
    pub kept: u64,
    /// None came, or not yet.
    pub not_kept: u64,
    /// Of those not kept, the ones less than 60 days past: they may still be.
    pub undecided: u64,
    /// A hygiene came more than 60 days before: dropped.
    pub dropped: u64,
    /// Left out because the patient is not recalled today, by cause.
    pub excluded: Excluded,
}

impl RecallAdherence {
    pub(super) fn add(&mut self, record: &PatientRecord<'_>, period: Period, now: Now) {
        let (history, today) = (record.history, now.today());
        let done = hygienes(record, today);
        for (index, day) in done.iter().enumerate() {
            let due = recall_due(*day, history.interval_months());
            if period.contains(due) {
                self.count(due, done.get(index + 1).copied(), record, now);
            }
        }
    }

    /// The hygiene after the one that made the date decides: if that comes too late, so do all others.
    fn count(&mut self, due: Date, next: Option<Date>, record: &PatientRecord<'_>, now: Now) {
        let first = due.saturating_sub(KEPT_DAYS.days());
        let last = due.saturating_add(KEPT_DAYS.days());
        if next.is_some_and(|next| next < first) {
            self.dropped += 1;
            return;
        }
        let log = CallLog::of(record.attempts, now);
        let history = record.history;
        let (interval, set) = (history.interval_months(), history.recall.as_ref());
        if let Some(cause) = not_recalled(&history.patient, interval, set, &log, now.today()) {
            *self.excluded.entry(cause).or_default() += 1;
        } else if next.is_some_and(|next| next <= last) {
            self.kept += 1;
        } else {
            self.not_kept += 1;
            self.undecided += u64::from(now.today() < last);
        }
    }

    /// Due dates kept, of those neither dropped nor left out.
    pub fn indicator(&self) -> Indicator {
        let all = self.kept + self.not_kept;
        let indicator = Indicator::share(Formula::RecallAdherence, self.kept, all)
            .without(Because::EarlierHygiene, self.dropped)
            .without_excluded(&self.excluded);
        Indicator {
            certainty: Certainty::of(self.undecided),
            ..indicator
        }
    }
}

/// The days of the hygienes done by today, in order, each once.
fn hygienes(record: &PatientRecord<'_>, today: Date) -> Vec<Date> {
    let acts = record.history.acts.iter().filter(|act| act.act_code == HYGIENE);
    let mut days: Vec<Date> = acts
        .filter_map(|act| act.done)
        .filter(|day| *day <= today)
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}
