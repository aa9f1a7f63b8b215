//! Whether the practice calls back when it has said so.

use std::collections::BTreeSet;

use jiff::civil::DateTime;

use super::{Formula, Indicator, Period};
use crate::calls::{Attempt, Outcome};
use crate::requests::Request;
use crate::time::Instant;

/// Promises to call back, or to answer a request, whose hour falls into a period (`domain.md`, "Indicators"). One hour promised in one call is one
/// promise, whatever it is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct PromisesKept {
    /// A later attempt to that patient, or the answer, came by the hour, that minute included.
    pub kept: u64,
    /// None did.
    pub broken: u64,
}

impl PromisesKept {
    pub(super) fn add(&mut self, attempts: &[&Attempt], period: Period) {
        let mut attempts = attempts.to_vec();
        attempts.sort_by_key(|attempt| (attempt.at, attempt.id));
        for (index, attempt) in attempts.iter().enumerate() {
            let next = attempts.get(index + 1).map(|later| later.at);
            for hour in promised(attempt)
                .into_iter()
                .filter(|hour| period.contains(hour.date()))
            {
                let is_kept = next.is_some_and(|at| at <= Instant::from_civil(hour));
                let count = if is_kept { &mut self.kept } else { &mut self.broken };
                *count += 1;
            }
        }
    }

    /// The hour that counts is the first that was promised, whatever was promised afterwards.
    pub(super) fn add_request(&mut self, request: &Request, period: Period, now: Instant) {
        if !period.contains(request.first_due().date()) {
            return;
        }
        match request.kept(now) {
            Some(true) => self.kept += 1,
            Some(false) => self.broken += 1,
            None => {}
        }
    }

    /// Promises kept, of those made.
    pub const fn indicator(&self) -> Indicator {
        Indicator::share(Formula::PromisesKept, self.kept, self.kept + self.broken)
    }
}

fn promised(attempt: &Attempt) -> BTreeSet<DateTime> {
    let until = |outcome: &Outcome| match *outcome {
        Outcome::CallBack { until, .. } => Some(until),
        _ => None,
    };
    let outcomes = attempt.outcomes.iter();
    outcomes.filter_map(|about| until(&about.outcome)).collect()
}
