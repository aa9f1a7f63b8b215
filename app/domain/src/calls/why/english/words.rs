//! Days, lengths of time, amounts and categories in English.

use jiff::civil::{Date, Weekday};

use crate::calls::RiskCategory;
use crate::calls::why::spans::{Length, Naming, counted, days_between, euros_and_cents, naming};
use crate::money::Cents;

pub(super) const fn category(category: RiskCategory) -> &'static str {
    match category {
        RiskCategory::ExtendedProvisional => "Extended provisional",
        RiskCategory::FixedOrthodontics => "Fixed orthodontics",
        RiskCategory::ImmediateLoadProvisional => "Provisional on an immediately loaded implant",
        RiskCategory::DentureJustDelivered => "Denture delivered",
        RiskCategory::RetreatmentWithoutCore => "Retreatment without a core",
    }
}

pub(super) const fn short_category(category: RiskCategory) -> &'static str {
    match category {
        RiskCategory::ExtendedProvisional => "Extended provisional",
        RiskCategory::FixedOrthodontics => "Fixed orthodontics",
        RiskCategory::ImmediateLoadProvisional => "Immediate load",
        RiskCategory::DentureJustDelivered => "Denture",
        RiskCategory::RetreatmentWithoutCore => "Retreatment",
    }
}

pub(super) fn length(length: Length) -> String {
    match length {
        Length::Minutes(count) => counted(count, "minute", "minutes"),
        Length::Hours(count) => counted(count, "hour", "hours"),
        Length::Days(count) => counted(count, "day", "days"),
    }
}

pub(super) fn ago(day: Date, today: Date) -> String {
    match days_between(day, today) {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        count => format!("{count} days ago"),
    }
}

pub(super) fn date(day: Date, today: Date) -> String {
    let year = if day.year() == today.year() {
        String::new()
    } else {
        format!(" {}", day.year())
    };
    format!("{} {}{year}", day.day(), month(day))
}

pub(super) fn short_day(day: Date) -> String {
    format!("{}/{}", day.day(), day.month())
}

pub(super) fn visit_day(day: Date, today: Date) -> String {
    match naming(day, today) {
        Naming::Today => "today".to_owned(),
        Naming::Weekday => format!("{} {}", weekday(day), day.day()),
        Naming::DayAndMonth | Naming::WithYear => date(day, today),
    }
}

fn weekday(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn month(day: Date) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS[usize::from(day.month().unsigned_abs()) - 1]
}

pub(in crate::calls::why) fn euros(amount: Cents) -> String {
    let (euros, cents) = euros_and_cents(amount, ',');
    format!("€{euros}.{cents:02}")
}

/// Without the cents where there are none.
pub(super) fn short_amount(amount: Cents) -> String {
    match euros_and_cents(amount, ',') {
        (euros, 0) => format!("€{euros}"),
        (euros, cents) => format!("€{euros}.{cents:02}"),
    }
}
