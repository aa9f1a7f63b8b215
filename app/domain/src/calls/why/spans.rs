//! How far a moment is, and amounts, as numbers that both languages put into words.

use jiff::civil::{Date, DateTime};

use crate::money::Cents;
use crate::time::{Instant, Now};

/// Days from one day to a later one; negative if it is earlier.
pub(super) fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

/// A length of time, in the largest unit that fits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Length {
    Minutes(i64),
    Hours(i64),
    Days(i64),
}

/// How far now is from a moment of the wall clock, before or after it. Days are counted by the calendar.
pub(super) fn length_to(moment: DateTime, now: Now) -> Length {
    let minutes = (now.instant.0 - Instant::from_civil(moment).0).abs() / 60_000;
    let days = i64::from(days_between(now.today(), moment.date()).abs());
    match (minutes, days) {
        (..60, _) => Length::Minutes(minutes),
        (..1440, _) | (_, 0) => Length::Hours(minutes / 60),
        _ => Length::Days(days),
    }
}

/// How a sentence names a day: the nearer, the shorter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Naming {
    /// Today.
    Today,
    /// Within the next six days: by the day of the week.
    Weekday,
    /// In this year.
    DayAndMonth,
    /// In another year.
    WithYear,
}

pub(super) fn naming(day: Date, today: Date) -> Naming {
    match days_between(today, day) {
        0 => Naming::Today,
        1..=6 => Naming::Weekday,
        _ if day.year() == today.year() => Naming::DayAndMonth,
        _ => Naming::WithYear,
    }
}

/// Euros and cents of an amount, with a mark between thousands.
pub(super) fn euros_and_cents(amount: Cents, thousands: char) -> (String, i64) {
    let digits = (amount.0.abs() / 100).to_string();
    let mut euros = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            euros.push(thousands);
        }
        euros.push(digit);
    }
    (euros, amount.0.abs() % 100)
}

/// A count and what is counted.
pub(super) fn counted(count: i64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The hour of a moment, as on a clock.
pub(super) fn hour(moment: DateTime) -> String {
    format!("{}:{:02}", moment.hour(), moment.minute())
}

/// The text, to go on within a sentence.
pub(super) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
