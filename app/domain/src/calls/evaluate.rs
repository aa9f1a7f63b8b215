//! From a patient's facts to how the patient stands on the call list.

mod answered;
mod cause;
mod checks;
mod cycles;
mod hygiene;
mod money;
mod promises;
mod risk;
mod satisfaction;
mod visits;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::folded::folded;
use super::log::CallLog;
use super::{CallStatus, Excluded, Facts, Rank, RankPlace, Reason};
use crate::calendar::Calendar;
use crate::time::{Instant, Now};
use visits::Visits;

pub(crate) use cause::{TRIES_PER_WEEK, WEEK, not_contacted, not_recalled};
pub(crate) use hygiene::recall_due;
pub(crate) use risk::{check_day, last_contact_about_risk};
pub(crate) use satisfaction::TO_DAYS as SATISFACTION_DAYS;

/// How a patient stands at `now`: what is listed and why, what is held and by which cause, and in which place.
pub fn evaluate(facts: &Facts<'_>, calendar: &Calendar, now: Now) -> CallStatus {
    let case = Case {
        facts,
        log: CallLog::of(&facts.attempts, now),
        visits: Visits::of(facts, now),
        calendar,
        now,
        today: now.today(),
    };
    let (mut listed, mut excluded) = (Vec::new(), Vec::new());
    for candidate in case.candidates() {
        match case.cause(&candidate) {
            Some((cause, until)) => excluded.push(Excluded {
                reason: candidate.reason,
                cause,
                until,
            }),
            None => listed.push(candidate),
        }
    }
    listed.sort_by_key(|candidate| (candidate.place, candidate.reason.kind()));
    CallStatus {
        rank: case.rank(&listed),
        listed: listed.into_iter().map(|candidate| candidate.reason).collect(),
        excluded,
        next_change: case.next_change(),
    }
}

/// One patient at one moment, with the log and the visits read once.
struct Case<'a> {
    facts: &'a Facts<'a>,
    log: CallLog<'a>,
    visits: Visits<'a>,
    calendar: &'a Calendar,
    now: Now,
    today: Date,
}

/// A reason that holds, before anything is held back.
struct Candidate {
    reason: Reason,
    /// From when an outcome is about this occurrence: the newest event, where several give one reason.
    occurrence: DateTime,
    /// The place it would give.
    place: RankPlace,
}

impl Case<'_> {
    fn candidates(&self) -> impl Iterator<Item = Candidate> {
        let found = [
            self.clinical_risk(),
            self.balance(),
            self.instalment(),
            self.suspended_cycle(),
            self.hygiene_recall(),
            self.promise(),
            self.confirm(),
            self.plan_awaiting(),
            self.missed_visit(),
            self.displaced(),
            self.answered(),
            self.satisfaction(),
            self.check_recall(),
        ];
        found.into_iter().flatten()
    }

    fn rank(&self, listed: &[Candidate]) -> Option<Rank> {
        let patient = self.facts.patient;
        Some(Rank {
            place: listed.first()?.place,
            since: listed.iter().map(|candidate| candidate.reason.since).min()?,
            name: folded(&patient.full_name()),
            code: patient.code.clone(),
        })
    }

    /// Time alone changes an answer at midnight, around a promised hour, when a clinician's or the manager's hour passes, and when an
    /// attempt comes that a clock ahead of this one has written.
    fn next_change(&self) -> Option<Instant> {
        let midnight = start_of(self.today.saturating_add(1.days()));
        let promises = self.log.promises().iter().flat_map(|promise| {
            // "Overdue" is strictly after the hour.
            [promise.from(), Instant(promise.hour().0.saturating_add(1))]
        });
        let hours = self.log.said().filter_map(cause::clinician_hour);
        let places = self.log.said().filter_map(|said| self.place_hour(said));
        let hours = hours.chain(self.manager_hours()).chain(places);
        let all = promises.chain(hours).chain(self.log.next()).chain([midnight]);
        all.filter(|at| *at > self.now.instant).min()
    }

    /// The day that lies `days` before today.
    fn days_ago(&self, days: i64) -> Date {
        self.today.saturating_sub(days.days())
    }
}

/// The first instant of a day.
fn start_of(day: Date) -> Instant {
    Instant::from_civil(midnight_of(day))
}

/// The first moment of a day on the wall clock.
const fn midnight_of(day: Date) -> DateTime {
    day.at(0, 0, 0, 0)
}
