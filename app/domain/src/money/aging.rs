//! How old a payer's debt is (`domain.md`, "Money").

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Cents;
use super::ledger::{Cycle, CycleState, Ledger};
use crate::care::Act;

/// A payer's debt by age, with what is not yet due and what was paid too much.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aging {
    /// Acts 0–30, 31–60, 61–90, and 91 or more days old.
    pub buckets: [Cents; 4],
    /// Instalments not yet due, taken from the plan's newest unpaid acts; in no bucket.
    pub not_yet_due: Cents,
    /// Surplus of what was paid; in no bucket.
    pub credit: Cents,
}

impl Aging {
    /// The sum of the four buckets.
    pub fn total(&self) -> Cents {
        self.buckets.into_iter().sum()
    }

    /// Two payers' together.
    pub fn plus(mut self, other: Self) -> Self {
        for (sum, more) in self.buckets.iter_mut().zip(other.buckets) {
            *sum = *sum + more;
        }
        Self {
            buckets: self.buckets,
            not_yet_due: self.not_yet_due + other.not_yet_due,
            credit: self.credit + other.credit,
        }
    }

    /// The aging of a payer over everyone they pay for.
    pub fn of(ledger: &Ledger<'_>) -> Self {
        let credits: Cents = ledger.cycles.iter().map(|cycle| cycle.paid).sum();
        let mut aging = Self::default();
        let mut open = OpenAct::all(ledger);
        let mut credit = credits.max(Cents(0));
        for act in &mut open {
            act.pay(&mut credit);
        }
        aging.credit = credit;
        // Refunds above payments are a debt of today.
        aging.buckets[0] = (-credits).max(Cents(0));
        for (index, cycle) in ledger.cycles.iter().enumerate() {
            let agreed = not_yet_due(cycle, ledger.today);
            let mut left = agreed;
            for act in open.iter_mut().rev().filter(|act| act.cycle == index) {
                act.pay(&mut left);
            }
            aging.not_yet_due = aging.not_yet_due + (agreed - left);
        }
        for act in open {
            let bucket = &mut aging.buckets[bucket(act.day, ledger.today)];
            *bucket = *bucket + act.unpaid;
        }
        aging
    }
}

/// An act and what of it is not yet paid.
struct OpenAct {
    cycle: usize,
    day: Date,
    unpaid: Cents,
}

impl OpenAct {
    /// Every act done, oldest first, those of one day by their identifier.
    fn all(ledger: &Ledger<'_>) -> Vec<Self> {
        let cycles = ledger.cycles.iter().enumerate();
        let mut acts: Vec<(Date, &Act, usize)> = cycles
            .flat_map(|(index, cycle)| cycle.done.iter().map(move |(day, act)| (*day, *act, index)))
            .collect();
        acts.sort_by_key(|(day, act, _)| (*day, act.code.len(), act.code.as_str()));
        acts.into_iter()
            .map(|(day, act, cycle)| Self {
                cycle,
                day,
                unpaid: act.net(),
            })
            .collect()
    }

    /// Pays as much of the act as there is.
    fn pay(&mut self, credit: &mut Cents) {
        let part = self.unpaid.min(*credit);
        self.unpaid = self.unpaid - part;
        *credit = *credit - part;
    }
}

/// The agreed part of a plan that is not due yet. A stopped plan has no agreement any more.
fn not_yet_due(cycle: &Cycle<'_>, today: Date) -> Cents {
    if cycle.state == CycleState::Stopped {
        return Cents(0);
    }
    let due: Cents = cycle
        .instalments
        .iter()
        .filter(|part| part.due < today)
        .map(|part| part.amount)
        .sum();
    (cycle.agreed() - cycle.paid.max(due)).max(Cents(0))
}

/// 30 days are 0–30, 31 are 31–60, 90 are 61–90.
fn bucket(day: Date, today: Date) -> usize {
    match (today - day).get_days() {
        ..=30 => 0,
        31..=60 => 1,
        61..=90 => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests;
