//! Numbers that look thrown, the same on every machine.

use app_domain::money::Cents;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use uuid::Uuid;

use super::TODAY;

/// Numbers that look thrown, the same on every machine.
pub struct Dice(u64);

impl Dice {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// From 0 to `below` − 1.
    pub fn below(&mut self, below: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).unwrap() % below
    }

    /// One of some things.
    pub fn of<T: Clone>(&mut self, things: &[T]) -> T {
        things[self.below(u32::try_from(things.len()).unwrap()) as usize].clone()
    }

    /// A day from `back` days before today to `ahead` days after it.
    pub fn day(&mut self, back: u32, ahead: u32) -> Date {
        let offset = i64::from(self.below(back + ahead + 1)) - i64::from(back);
        TODAY.saturating_add(offset.days())
    }

    /// An hour of work on such a day.
    pub fn moment(&mut self, back: u32, ahead: u32) -> DateTime {
        let (hour, minute) = (8 + self.below(11), 5 * self.below(12));
        self.day(back, ahead)
            .at(i8::try_from(hour).unwrap(), i8::try_from(minute).unwrap(), 0, 0)
    }

    pub fn uuid(&mut self) -> Uuid {
        let mut half = || (u128::from(self.below(u32::MAX)) << 32) | u128::from(self.below(u32::MAX));
        Uuid::from_u128((half() << 64) | half())
    }

    pub fn cents(&mut self) -> Cents {
        Cents(i64::from(self.below(120)) * 1_000 + i64::from(self.of(&[0, 0, 1, 50, 100])))
    }
}
