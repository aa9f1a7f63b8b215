//! The months that indicators are of.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::time::Now;

/// Whole days, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

impl Period {
    /// The `count` full months before the month of `today`, oldest first. The month of `today` is never full, not even on
    /// its last day.
    pub fn full_months(today: Date, count: u8) -> Vec<Self> {
        let this = today.first_of_month();
        let month = |back: u8| {
            let from = this.saturating_sub(i64::from(back).months());
            Self {
                from,
                to: from.last_of_month(),
            }
        };
        (1..=count).rev().map(month).collect()
    }

    /// Whether a day belongs to it.
    pub fn contains(self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }

    /// Every day of it, in order.
    pub fn days(self) -> impl Iterator<Item = Date> {
        self.from.series(1.day()).take_while(move |day| *day <= self.to)
    }

    /// Its last moment on the practice's wall clock.
    pub fn end(self) -> Now {
        Now::at_civil(self.to.at(23, 59, 59, 999_999_999))
    }
}
