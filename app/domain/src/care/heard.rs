//! What was said in calls changes what is recorded: a step has the patient's last answer, and an instalment that was put off is
//! due later. Nothing recorded is edited: the calls say it, and a call that is corrected says it no more.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{History, Payment};
use crate::calls::{Attempt, Outcome, ReasonKind, Topic, answers_by_step};
use crate::id::PlanId;
use crate::money::Cents;
use crate::time::{Instant, Now};

/// A delay that was granted.
struct PutOff {
    /// The day of the call.
    asked: Date,
    /// The day until which it is put off.
    until: Date,
}

impl Attempt {
    /// Whether it changes what is recorded of plans and instalments, or has done so before it was corrected.
    pub fn bears_on_plans(&self) -> bool {
        let before = self.corrected.iter().flat_map(|before| &before.outcomes);
        let mut said = self.outcomes.iter().chain(before);
        said.any(|about| match about.outcome {
            Outcome::AnswersPlan { .. } => true,
            Outcome::AsksToSpread { until } => until.is_some() && is_about_instalments(about.topic),
            _ => false,
        })
    }

    fn puts_off(&self) -> Option<PutOff> {
        self.delay.as_ref().filter(|delay| delay.granted)?;
        self.outcomes.iter().find_map(|about| match about.outcome {
            Outcome::AsksToSpread { until: Some(until) } if is_about_instalments(about.topic) => {
                Some(PutOff {
                    asked: Now::at(self.at).today(),
                    until,
                })
            }
            _ => None,
        })
    }
}

/// What a promise is about may be an instalment.
const fn is_about_instalments(topic: Topic) -> bool {
    matches!(topic, Topic::Reason(ReasonKind::Instalment | ReasonKind::Promise))
}

impl History {
    /// Lays what was said in the patient's calls over what is recorded. Hearing the same again changes nothing.
    pub fn hear(&mut self, calls: &[Attempt]) {
        let answers = answers_by_step(calls, Instant(i64::MAX));
        for act in &mut self.acts {
            act.answer = answers.get(&act.id).copied().or(act.answer);
        }
        let mut calls: Vec<&Attempt> = calls.iter().collect();
        calls.sort_by_key(|call| (call.at, call.id));
        for put_off in calls.into_iter().filter_map(Attempt::puts_off) {
            self.put_off(&put_off);
        }
    }

    /// What had fallen due by the day of the call and was not wholly paid is due on the day that was granted.
    fn put_off(&mut self, put_off: &PutOff) {
        let mut credits = paid_by(&self.payments, put_off.asked);
        self.instalments
            .sort_by_key(|part| (part.plan, part.due, part.number));
        for part in &mut self.instalments {
            let credit = credits.entry(part.plan).or_default();
            *credit = *credit - part.amount;
            if *credit < Cents(0) && part.due <= put_off.asked && part.due < put_off.until {
                part.put_off_from.get_or_insert(part.due);
                part.due = put_off.until;
            }
        }
    }
}

/// What was paid for each plan by a day.
fn paid_by(payments: &[Payment], day: Date) -> BTreeMap<PlanId, Cents> {
    let mut paid: BTreeMap<PlanId, Cents> = BTreeMap::new();
    for payment in payments.iter().filter(|payment| payment.day <= day) {
        if let Some(plan) = payment.plan {
            let sum = paid.entry(plan).or_default();
            *sum = *sum + payment.amount;
        }
    }
    paid
}

#[cfg(test)]
mod tests;
