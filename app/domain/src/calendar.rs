//! Working days of the practice: Monday to Friday, no national holiday, no closure.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

use crate::practice::Closure;

/// The days on which the practice works.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Calendar {
    closures: Vec<Closure>,
}

impl Calendar {
    /// A calendar with the practice's own closures (patron day, holidays, course days); national holidays are known.
    pub fn new<'a>(closures: impl IntoIterator<Item = &'a Closure>) -> Self {
        Self {
            closures: closures.into_iter().cloned().collect(),
        }
    }

    /// Whether the practice works on `day`.
    pub fn is_working_day(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
            && national_holiday(day).is_none()
            && self.closure_on(day).is_none()
    }

    /// Why the practice itself is closed on `day`, if it is. National holidays are told by [`national_holiday`].
    pub fn closure_on(&self, day: Date) -> Option<&str> {
        self.closures
            .iter()
            .find(|closure| closure.contains(day))
            .map(|closure| closure.reason.as_str())
    }

    /// The first working day after `day`.
    pub fn next_working_day(&self, day: Date) -> Date {
        self.plus_working_days(day, 1)
    }

    /// The `count`-th working day after `day`; `day` itself for 0.
    pub fn plus_working_days(&self, day: Date, count: u16) -> Date {
        self.walk(day, count, 1)
    }

    /// The `count`-th working day before `day`; `day` itself for 0.
    pub fn minus_working_days(&self, day: Date, count: u16) -> Date {
        self.walk(day, count, -1)
    }

    /// Goes day by day in one direction until `count` working days are met.
    ///
    /// A practice that closes for more than ten years on end gets the day reached by then.
    fn walk(&self, from: Date, count: u16, step: i64) -> Date {
        const MOST_DAYS: u32 = 3660;
        let (mut day, mut missing, mut walked) = (from, count, 0);
        while missing > 0 && walked < MOST_DAYS {
            day = day.saturating_add(step.days());
            walked += 1;
            missing -= u16::from(self.is_working_day(day));
        }
        day
    }
}

/// A day on which nobody works in Italy.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum NationalHoliday {
    /// 1 January.
    NewYear,
    /// 6 January.
    Epiphany,
    /// Easter Sunday.
    Easter,
    /// The Monday after Easter.
    EasterMonday,
    /// 25 April.
    Liberation,
    /// 1 May.
    Labour,
    /// 2 June.
    Republic,
    /// 15 August.
    Assumption,
    /// 4 October, from 2026.
    SaintFrancis,
    /// 1 November.
    AllSaints,
    /// 8 December.
    ImmaculateConception,
    /// 25 December.
    Christmas,
    /// 26 December.
    SaintStephen,
}

/// The national holiday on `day`, if there is one. 4 October is one from 2026 (law 151 of 2025).
pub fn national_holiday(day: Date) -> Option<NationalHoliday> {
    use NationalHoliday as Holiday;
    let fixed = match (day.month(), day.day()) {
        (1, 1) => Some(Holiday::NewYear),
        (1, 6) => Some(Holiday::Epiphany),
        (4, 25) => Some(Holiday::Liberation),
        (5, 1) => Some(Holiday::Labour),
        (6, 2) => Some(Holiday::Republic),
        (8, 15) => Some(Holiday::Assumption),
        (10, 4) if day.year() >= 2026 => Some(Holiday::SaintFrancis),
        (11, 1) => Some(Holiday::AllSaints),
        (12, 8) => Some(Holiday::ImmaculateConception),
        (12, 25) => Some(Holiday::Christmas),
        (12, 26) => Some(Holiday::SaintStephen),
        _ => None,
    };
    fixed.or_else(|| {
        if !(3..=4).contains(&day.month()) {
            return None;
        }
        let easter = easter(day.year());
        match (day - easter).get_days() {
            0 => Some(Holiday::Easter),
            1 => Some(Holiday::EasterMonday),
            _ => None,
        }
    })
}

/// Easter Sunday of a year: the Gregorian computus, by the anonymous algorithm of 1876.
pub fn easter(year: i16) -> Date {
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let (leap_centuries, century_rest) = (century / 4, century % 4);
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - leap_centuries - moon + 15) % 30;
    let weekday = (32 + 2 * century_rest + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * shift + 114;
    // A year that a civil date can name always gives a day in March or April.
    date(
        year,
        i8::try_from(days / 31).unwrap_or(4),
        i8::try_from(days % 31 + 1).unwrap_or(1),
    )
}

#[cfg(test)]
mod tests;
