//! Money: finished care not wholly paid, and instalments past their day.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Candidate, Case, midnight_of};
use crate::autonomy::decide_by;
use crate::calls::{BrokenPromise, DueDetail, Outcome, RankPlace, Reason, ReasonDetail};
use crate::care::{Due, MoneyCare};
use crate::money::Cents;
use crate::time::Instant;

/// How old the oldest unpaid act is before anybody calls.
const BALANCE_WAITS_DAYS: i64 = 7;

/// The last promise to pay.
pub(super) struct PromiseToPay {
    by: Date,
    amount: Option<Cents>,
    /// The first day on which it hides nothing any more.
    pub broken_from: Date,
}

impl Case<'_> {
    pub(super) fn balance(&self) -> Option<Candidate> {
        let due = self.money()?.balance?;
        let since = due.day.saturating_add(BALANCE_WAITS_DAYS.days());
        self.money_reason(due, since, ReasonDetail::Balance)
    }

    pub(super) fn instalment(&self) -> Option<Candidate> {
        let due = self.money()?.instalment?;
        let since = due.day.saturating_add(1.days());
        self.money_reason(due, since, ReasonDetail::Instalment)
    }

    fn money(&self) -> Option<&MoneyCare> {
        self.facts.care.money.as_ref()
    }

    fn money_reason(
        &self,
        due: Due,
        since: Date,
        detail: fn(DueDetail) -> ReasonDetail,
    ) -> Option<Candidate> {
        let band = self.money()?.band;
        let broken = self
            .promise_to_pay()
            .filter(|promise| promise.broken_from <= self.today && promise.by >= since);
        let broken_promise = broken.map(|promise| BrokenPromise {
            by: promise.by,
            // Who may not know the amount due may not know the promised one either.
            amount: promise.amount.filter(|_| due.amount.is_some()),
        });
        (since <= self.today).then(|| Candidate {
            reason: Reason {
                since,
                detail: detail(DueDetail {
                    amount: due.amount,
                    day: due.day,
                    broken_promise,
                }),
            },
            occurrence: midnight_of(since),
            place: RankPlace::Money { band, day: due.day },
        })
    }

    /// The last promise to pay, or the last delay that was granted, counts, and holds until the working day after the promised one.
    pub(super) fn promise_to_pay(&self) -> Option<PromiseToPay> {
        let (by, amount) = self.log.said().rev().find_map(|said| match *said.outcome {
            Outcome::PromisesToPay { by, amount } => Some((by, amount)),
            Outcome::AsksToSpread { until: Some(until) } => {
                let is_granted = said.attempt.delay.as_ref().is_some_and(|delay| delay.granted);
                is_granted.then_some((until, None))
            }
            _ => None,
        })?;
        Some(PromiseToPay {
            by,
            amount,
            broken_from: self.calendar.next_working_day(by),
        })
    }

    /// Until when the office manager is to decide whether the payment may be put off; once decided, no longer.
    pub(super) fn manager_hours(&self) -> impl Iterator<Item = Instant> {
        let asks = self.log.said().filter(|said| {
            matches!(said.outcome, Outcome::AsksToSpread { until: Some(_) }) && said.attempt.delay.is_none()
        });
        asks.map(|said| Instant::from_civil(decide_by(said.attempt.at, self.calendar)))
    }
}
