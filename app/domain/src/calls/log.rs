//! The attempts to reach a patient, read as a log: what was said about what, what was promised, who could not be reached.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::{Attempt, Matter, Outcome, OutcomeOf, ReasonKind, Settlement, Settling, Topic};
use crate::id::{AttemptId, MemberId};
use crate::time::{Instant, Now};

/// How long before the promised hour a promise is on the list, and what it is about again.
const PROMISE_AHEAD_MINUTES: i64 = 30;

/// The attempts up to now, in order.
pub(crate) struct CallLog<'a> {
    attempts: Vec<&'a Attempt>,
    said: Vec<Said<'a>>,
    promises: Vec<Promised<'a>>,
    /// The first attempt that a clock ahead of this one has written.
    next: Option<Instant>,
    today: Date,
}

/// One outcome, about one thing.
#[derive(Clone, Copy)]
pub(crate) struct Said<'a> {
    /// The attempt.
    pub attempt: &'a Attempt,
    /// Its day.
    pub day: Date,
    /// What it was about. A call about a promise is about what was promised.
    pub topic: Topic,
    /// What came of it.
    pub outcome: &'a Outcome,
}

/// A promise to call back that nothing has served yet.
#[derive(Clone, Copy)]
pub(crate) struct Promised<'a> {
    /// The call in which it was made.
    pub attempt: AttemptId,
    /// What it is about.
    pub about: Topic,
    /// The promised hour.
    pub until: DateTime,
    /// What was promised; empty = to call again.
    pub what: &'a str,
    /// Who keeps it; `None` from an import.
    pub owner: Option<MemberId>,
    /// How often it was handed over.
    pub hand_offs: usize,
}

impl Promised<'_> {
    /// The promised hour.
    pub fn hour(&self) -> Instant {
        Instant::from_civil(self.until)
    }

    /// From when it is on the list.
    pub fn from(&self) -> Instant {
        self.hour().plus_minutes(-PROMISE_AHEAD_MINUTES)
    }
}

impl<'a> CallLog<'a> {
    /// The log at `now`; attempts of later are not in it yet.
    pub fn of(attempts: &[&'a Attempt], now: Now) -> Self {
        let (mut past, later): (Vec<&Attempt>, Vec<&Attempt>) =
            attempts.iter().partition(|attempt| attempt.at <= now.instant);
        past.sort_by_key(|attempt| (attempt.at, attempt.id));
        let next = later.iter().map(|attempt| attempt.at).min();
        let mut log = Self {
            attempts: Vec::new(),
            said: Vec::new(),
            promises: Vec::new(),
            next,
            today: now.today(),
        };
        past.into_iter().for_each(|attempt| log.append(attempt));
        log
    }

    /// Any later row serves the promises made before it.
    fn append(&mut self, attempt: &'a Attempt) {
        let served = core::mem::take(&mut self.promises);
        let day = attempt.at.civil().date();
        for about in &attempt.outcomes {
            let outcome = &about.outcome;
            let mut note = |topic| {
                self.said.push(Said {
                    attempt,
                    day,
                    topic,
                    outcome,
                });
                if let Outcome::CallBack { until, what } = outcome {
                    self.promises.push(Promised {
                        attempt: attempt.id,
                        about: topic,
                        until: *until,
                        what,
                        owner: attempt.owner(),
                        hand_offs: attempt.hand_offs.len(),
                    });
                }
            };
            match about.topic {
                Topic::Reason(ReasonKind::Promise) if served.is_empty() => note(Topic::Other),
                Topic::Reason(ReasonKind::Promise) => served.iter().for_each(|promise| note(promise.about)),
                topic => note(topic),
            }
        }
        self.attempts.push(attempt);
    }

    /// Every attempt, in order.
    pub fn attempts(&self) -> impl Iterator<Item = &'a Attempt> {
        self.attempts.iter().copied()
    }

    /// Whether the patient was spoken to after an instant.
    pub fn spoken_after(&self, instant: Instant) -> bool {
        let later = self
            .attempts
            .iter()
            .rev()
            .take_while(|attempt| attempt.at > instant);
        later.into_iter().any(|attempt| attempt.reached())
    }

    /// Promises to call back that are still to be kept.
    pub fn promises(&self) -> &[Promised<'a>] {
        &self.promises
    }

    /// The first attempt that is not in the log yet.
    pub fn next(&self) -> Option<Instant> {
        self.next
    }

    /// Everything said, in order.
    pub fn said(&self) -> impl DoubleEndedIterator<Item = &Said<'a>> {
        self.said.iter()
    }

    /// What was said about a kind of reason, in order.
    pub fn about(&self, kind: ReasonKind) -> impl DoubleEndedIterator<Item = &Said<'a>> {
        self.said
            .iter()
            .filter(move |said| said.topic == Topic::Reason(kind))
    }

    /// Days of the tries that reached nobody, on or after a day, whatever they were about.
    pub fn tries_since(&self, day: Date) -> impl Iterator<Item = Date> {
        let tries = self.attempts.iter().filter(|attempt| attempt.reached_nobody());
        tries
            .map(|attempt| attempt.at.civil().date())
            .filter(move |tried| *tried >= day)
    }

    /// Tries about a kind of reason that reached nobody, on or after a day.
    pub fn failures_since(&self, kind: ReasonKind, day: Date) -> usize {
        self.about(kind)
            .filter(|said| said.day >= day && said.outcome.reached_nobody())
            .count()
    }

    /// The same, since the last conversation about it, and since a person said to try again or corrected the number.
    pub fn failures_in_a_row(&self, kind: ReasonKind, day: Date) -> usize {
        let corrected = self.attempts.iter().rev().find(|call| number_corrected(call));
        let corrected = corrected.map(|call| (call.at, call.id));
        let is_counted = |said: &&Said<'_>| {
            said.outcome.reached_nobody()
                && Some((said.attempt.at, said.attempt.id)) > corrected
                && !matches!(
                    settled(said.attempt, kind).map(|settling| settling.settlement),
                    Some(Settlement::Retry { .. })
                )
        };
        let since = self.about(kind).rev().take_while(is_counted);
        since.filter(|said| said.day >= day).count()
    }

    /// Whether the practice has closed the occurrence of a kind of reason that began at a moment.
    pub fn is_closed_by_hand(&self, kind: ReasonKind, occurrence: DateTime) -> bool {
        let about = self
            .about(kind)
            .filter(|said| said.attempt.at.civil() >= occurrence);
        let last = about
            .filter_map(|said| settled(said.attempt, kind))
            .max_by_key(|settling| settling.at);
        last.is_some_and(|settling| matches!(settling.settlement, Settlement::Closed { .. }))
    }

    /// Whether the last attempt met a wrong number that nobody has corrected since.
    pub fn number_is_wrong(&self) -> bool {
        let is_wrong = |about: &OutcomeOf| matches!(about.outcome, Outcome::WrongNumber);
        self.attempts
            .last()
            .is_some_and(|last| last.outcomes.iter().any(is_wrong) && !number_corrected(last))
    }

    /// The last of `count` days that end today.
    pub fn days_back(&self, count: i64) -> Date {
        self.today.saturating_sub((count - 1).days())
    }
}

/// What was last settled about a reason in a call.
fn settled(attempt: &Attempt, kind: ReasonKind) -> Option<&Settling> {
    attempt.settled_about(Matter::Reason(kind))
}

/// Whether a number of the patient was corrected after this call, and before the next.
fn number_corrected(attempt: &Attempt) -> bool {
    attempt.settled_about(Matter::Number).is_some()
}
