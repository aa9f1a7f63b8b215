//! What the practice has to receive, and for how long already.

use crate::money::Cents;
use crate::money::aging::Aging;
use crate::money::ledger::Ledger;

/// What all payers together owe at a moment (`domain.md`, "Money"). Excluded patients count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Exposure {
    /// Unpaid finished or stopped care, and instalments past their day.
    pub total: Cents,
    /// Payers with any of it.
    pub payers: u64,
    /// Everybody's acts that are not paid, by age. Acts of care that goes on are in it too, and are not in the total.
    pub aging: Aging,
}

impl Exposure {
    pub(super) fn add(&mut self, ledger: &Ledger<'_>) {
        let exposure = ledger.exposure();
        self.total = self.total + exposure;
        self.payers += u64::from(exposure > Cents(0));
        self.aging = self.aging.plus(Aging::of(ledger));
    }
}
