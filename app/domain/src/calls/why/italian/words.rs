//! Days, lengths of time, amounts and categories in Italian.

use jiff::civil::{Date, Weekday};

use crate::calls::RiskCategory;
use crate::calls::why::spans::{Length, Naming, counted, days_between, euros_and_cents, naming};
use crate::money::Cents;

pub(super) const fn category(category: RiskCategory) -> &'static str {
    match category {
        RiskCategory::ExtendedProvisional => "Provvisorio esteso",
        RiskCategory::FixedOrthodontics => "Ortodonzia fissa",
        RiskCategory::ImmediateLoadProvisional => "Provvisorio a carico immediato",
        RiskCategory::DentureJustDelivered => "Protesi mobile consegnata",
        RiskCategory::RetreatmentWithoutCore => "Ritrattamento senza ricostruzione",
    }
}

pub(super) const fn short_category(category: RiskCategory) -> &'static str {
    match category {
        RiskCategory::ExtendedProvisional => "Provvisorio esteso",
        RiskCategory::FixedOrthodontics => "Ortodonzia fissa",
        RiskCategory::ImmediateLoadProvisional => "Carico immediato",
        RiskCategory::DentureJustDelivered => "Protesi mobile",
        RiskCategory::RetreatmentWithoutCore => "Ritrattamento",
    }
}

pub(super) fn days(count: i32) -> String {
    counted(i64::from(count), "giorno", "giorni")
}

pub(super) fn length(length: Length) -> String {
    match length {
        Length::Minutes(count) => counted(count, "minuto", "minuti"),
        Length::Hours(count) => counted(count, "ora", "ore"),
        Length::Days(count) => counted(count, "giorno", "giorni"),
    }
}

pub(super) fn ago(day: Date, today: Date) -> String {
    match days_between(day, today) {
        0 => "oggi".to_owned(),
        1 => "ieri".to_owned(),
        count => format!("{count} giorni fa"),
    }
}

pub(super) fn since(day: Date, today: Date) -> String {
    match days_between(day, today) {
        0 => "da oggi".to_owned(),
        count => format!("da {}", days(count)),
    }
}

/// "il 4 ottobre", "dell'8 novembre 2025", "dal 1° marzo"; "mercoledì 25" has no article but a preposition.
pub(super) fn with_article(article: &str, day: Date, today: Date) -> String {
    let year = if day.year() == today.year() {
        String::new()
    } else {
        format!(" {}", day.year())
    };
    elided(article, day, &format!("{} {}{year}", number(day), month(day)))
}

pub(super) fn short_day(article: &str, day: Date) -> String {
    elided(article, day, &format!("{}/{}", day.day(), day.month()))
}

/// Before 8 and 11 the article loses its vowel.
fn elided(article: &str, day: Date, text: &str) -> String {
    let apostrophe = matches!(day.day(), 8 | 11);
    match (article, apostrophe) {
        ("il", true) => format!("l'{text}"),
        (article, true) => format!("{article}l'{text}"),
        (article, false) => format!("{article} {text}"),
    }
}

/// "di oggi", "di mercoledì 25", "del 4 ottobre".
pub(super) fn of_visit(day: Date, today: Date) -> String {
    match naming(day, today) {
        Naming::Today => "di oggi".to_owned(),
        Naming::Weekday => format!("di {} {}", weekday(day), day.day()),
        Naming::DayAndMonth | Naming::WithYear => with_article("del", day, today),
    }
}

fn number(day: Date) -> String {
    if day.day() == 1 {
        "1°".to_owned()
    } else {
        day.day().to_string()
    }
}

fn weekday(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "lunedì",
        Weekday::Tuesday => "martedì",
        Weekday::Wednesday => "mercoledì",
        Weekday::Thursday => "giovedì",
        Weekday::Friday => "venerdì",
        Weekday::Saturday => "sabato",
        Weekday::Sunday => "domenica",
    }
}

fn month(day: Date) -> &'static str {
    const MONTHS: [&str; 12] = [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ];
    MONTHS[usize::from(day.month().unsigned_abs()) - 1]
}

pub(in crate::calls::why) fn euros(amount: Cents) -> String {
    let (euros, cents) = euros_and_cents(amount, '.');
    format!("€ {euros},{cents:02}")
}

/// Without the cents where there are none.
pub(super) fn short_amount(amount: Cents) -> String {
    match euros_and_cents(amount, '.') {
        (euros, 0) => format!("€ {euros}"),
        (euros, cents) => format!("€ {euros},{cents:02}"),
    }
}
