//! Production and what was collected.

use super::{Formula, Indicator, Period};
use crate::care::History;
use crate::money::Cents;

/// What a period has brought, in acts and in money.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Takings {
    /// Price less discount of the acts done in the period, by the day of the act (`domain.md`, "Indicators").
    pub production: Cents,
    /// Acts done in the period, those without a price too.
    pub acts: u64,
    /// Payments less refunds of the period, by value date.
    pub collected: Cents,
    /// Payments and refunds of the period.
    pub payments: u64,
}

impl Takings {
    pub(super) fn add(&mut self, history: &History, period: Period) {
        let is_of = |act: &&crate::care::Act| act.done.is_some_and(|day| period.contains(day));
        for act in history.acts.iter().filter(is_of) {
            self.production = self.production + act.net();
            self.acts += 1;
        }
        for payment in history
            .payments
            .iter()
            .filter(|payment| period.contains(payment.day) && !payment.is_waiver)
        {
            self.collected = self.collected + payment.amount;
            self.payments += 1;
        }
    }

    /// Production, in cents.
    pub const fn production(&self) -> Indicator {
        Indicator::amount(Formula::Production, self.production, self.acts)
    }

    /// What was collected, in cents.
    pub const fn collected(&self) -> Indicator {
        Indicator::amount(Formula::Collected, self.collected, self.payments)
    }
}
