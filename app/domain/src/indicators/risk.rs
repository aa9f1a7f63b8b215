//! Whether patients at risk were checked in time.

use super::figure::Excluded;
use super::{Formula, Indicator, PatientRecord, Period};
use crate::agenda::Appointment;
use crate::calls::{CallLog, RiskTable, check_day, last_contact_about_risk, not_contacted};
use crate::digest::{closed_by_acts, open_episodes};
use crate::patient::Purpose;
use crate::time::Now;

/// Patients with an open episode of risk at the end of a period (`domain.md`, "Indicators"). Acts, calls and visits are those
/// up to then, under the table of risk of today; who died, moved away or opposes is so as of today, since when is not recorded.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RiskCoverage {
    /// Patients none of whose episodes was at or past its check.
    pub covered: u64,
    /// Patients with one that was.
    pub past_check: u64,
    /// Left out because the patient died, moved away or opposes contacts about care, by cause.
    pub excluded: Excluded,
}

impl RiskCoverage {
    pub(super) fn add(&mut self, record: &PatientRecord<'_>, table: &RiskTable, period: Period, now: Now) {
        let history = record.history;
        let by_acts = open_episodes(&history.acts, table, period.to);
        let mut episodes = match &history.risk_marks {
            Some(marks) => {
                let closed = closed_by_acts(history, table, period.to);
                marks.episodes_at(by_acts, &closed, period.end().instant)
            }
            None => by_acts,
        };
        episodes.retain(|episode| episode.opened <= period.to);
        if episodes.is_empty() {
            return;
        }
        let log = CallLog::of(record.attempts, now);
        if let Some(cause) = not_contacted(&history.patient, &log, Purpose::Care) {
            *self.excluded.entry(cause).or_default() += 1;
            return;
        }
        let contact = last_contact_about_risk(&CallLog::of(record.attempts, period.end()));
        let done = history.appointments.iter().filter(|visit| visit.status.is_done());
        let days = done.map(Appointment::start).map(|start| start.date());
        let visit = days.filter(|day| *day <= period.to).max();
        let checks = table.checks();
        let is_past = |episode| check_day(episode, checks, contact, visit) <= period.to;
        let count = if episodes.iter().any(is_past) {
            &mut self.past_check
        } else {
            &mut self.covered
        };
        *count += 1;
    }

    /// Patients covered, of the patients with an open episode who were not left out.
    pub fn indicator(&self) -> Indicator {
        let all = self.covered + self.past_check;
        Indicator::share(Formula::RiskCoverage, self.covered, all).without_excluded(&self.excluded)
    }
}
