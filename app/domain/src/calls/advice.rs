//! When to try again (`domain.md`, "Attempts").

use jiff::ToSpan;
use jiff::civil::{Date, Time, time};

use super::Attempt;
use super::evaluate::{TRIES_PER_WEEK, WEEK};
use crate::calendar::Calendar;
use crate::time::Now;

/// Parts of the day in which a patient may be found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Band {
    /// 9 to 11.
    Nine,
    /// 11 to 13.
    Eleven,
    /// 15 to 17.
    Fifteen,
    /// 17 to 19.
    Seventeen,
}

impl Band {
    /// Every band, in the order of the day.
    pub const ALL: [Self; 4] = [Self::Nine, Self::Eleven, Self::Fifteen, Self::Seventeen];

    /// First minute of the band.
    pub const fn from(self) -> Time {
        match self {
            Self::Nine => time(9, 0, 0, 0),
            Self::Eleven => time(11, 0, 0, 0),
            Self::Fifteen => time(15, 0, 0, 0),
            Self::Seventeen => time(17, 0, 0, 0),
        }
    }

    /// First minute after the band.
    pub const fn to(self) -> Time {
        match self {
            Self::Nine => time(11, 0, 0, 0),
            Self::Eleven => time(13, 0, 0, 0),
            Self::Fifteen => time(17, 0, 0, 0),
            Self::Seventeen => time(19, 0, 0, 0),
        }
    }

    /// The band that a time of day falls in; `None` outside the hours of calls.
    pub fn of(time: Time) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|band| band.from() <= time && time < band.to())
    }
}

/// When to try again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Retry {
    /// On which day.
    pub day: Date,
    /// In which part of it.
    pub band: Band,
}

/// Whether the tries to reach a patient are limited by their count: those about clinical risk are not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// Three in seven days.
    ByCount,
    /// One a day, and no other.
    ByDay,
}

/// When to try again after a call of now that reached nobody: the next working day on which the patient may be tried, in the
/// band tried least, and of those the one after the band of now.
///
/// `attempts` are the patient's before that call, in any order.
pub fn attempt_advice<'a>(
    attempts: impl IntoIterator<Item = &'a Attempt>,
    limit: Limit,
    calendar: &Calendar,
    now: Now,
) -> Retry {
    let mut tried = [0_u32; Band::ALL.len()];
    let mut days = vec![now.today()];
    for attempt in attempts.into_iter().filter(|attempt| attempt.reached_nobody()) {
        days.push(attempt.at.civil().date());
        if let Some(band) = Band::of(attempt.at.civil().time()) {
            tried[band as usize] += 1;
        }
    }
    let present = Band::ALL.into_iter().rposition(|band| band.from() <= now.time());
    let band = (0..Band::ALL.len())
        .map(|step| (present.map_or(0, |index| index + 1) + step) % Band::ALL.len())
        .filter(|index| Band::of(now.time()) != Some(Band::ALL[*index]))
        .min_by_key(|index| tried[*index])
        .map_or(Band::Nine, |index| Band::ALL[index]);
    let mut day = calendar.next_working_day(now.today());
    while limit == Limit::ByCount && tries_in_week(&days, day) >= TRIES_PER_WEEK {
        day = calendar.next_working_day(day);
    }
    Retry { day, band }
}

/// How many of the tries lie in the seven days that end with a day.
fn tries_in_week(tries: &[Date], day: Date) -> usize {
    let first = day.saturating_sub((WEEK - 1).days());
    tries.iter().filter(|tried| (first..=day).contains(tried)).count()
}

#[cfg(test)]
mod tests;
