//! Days as people name them.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::calls::folded;

use super::figures::{day_and_month, is_figures, month_named, parts};

/// The day that a text names, seen from today: `domani`, `venerdì`, `lunedì prossimo`, `24/11`, `24 nov`,
/// `24 novembre 2026`, and the same in English.
///
/// A weekday is the next one to come, never today; with "next" it is that of next week. A day without a year is the nearest.
pub fn named_day(text: &str, today: Date) -> Option<Date> {
    let text = folded(text.trim());
    let words: Vec<&str> = text.split_whitespace().collect();
    match *words {
        [one] => relative(one, today)
            .or_else(|| Some(coming(weekday(one)?, today)))
            .or_else(|| in_figures(one, today)),
        ["prossimo" | "prossima" | "next", day] | [day, "prossimo" | "prossima"] => {
            Some(of_next_week(weekday(day)?, today))
        }
        [day, month] => nearest(day.parse().ok()?, month_named(month)?, today),
        [day, month, year] => {
            let year = full_year(year)?;
            Date::new(year, month_named(month)?, day.parse().ok()?).ok()
        }
        _ => None,
    }
}

fn relative(word: &str, today: Date) -> Option<Date> {
    let days = match word {
        "oggi" | "today" => 0,
        "domani" | "tomorrow" => 1,
        "dopodomani" => 2,
        "ieri" | "yesterday" => -1,
        _ => return None,
    };
    today.checked_add(days.days()).ok()
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "lunedi" | "monday" => Weekday::Monday,
        "martedi" | "tuesday" => Weekday::Tuesday,
        "mercoledi" | "wednesday" => Weekday::Wednesday,
        "giovedi" | "thursday" => Weekday::Thursday,
        "venerdi" | "friday" => Weekday::Friday,
        "sabato" | "saturday" => Weekday::Saturday,
        "domenica" | "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

fn coming(weekday: Weekday, today: Date) -> Date {
    let days = match weekday.since(today.weekday()) {
        0 => 7,
        days => days,
    };
    today.saturating_add(i32::from(days).days())
}

fn of_next_week(weekday: Weekday, today: Date) -> Date {
    let monday = coming(Weekday::Monday, today);
    monday.saturating_add(i32::from(weekday.to_monday_zero_offset()).days())
}

fn in_figures(word: &str, today: Date) -> Option<Date> {
    if !is_figures(word) {
        return None;
    }
    match *parts(word) {
        [day, month] => {
            let (day, month) = day_and_month(day, month)?;
            nearest(day, month, today)
        }
        [year, month, day] if year.len() == 4 => at(day, month, year),
        [day, month, year] => at(day, month, year),
        _ => None,
    }
}

fn at(day: &str, month: &str, year: &str) -> Option<Date> {
    let (day, month) = day_and_month(day, month)?;
    Date::new(full_year(year)?, month, day).ok()
}

fn full_year(figures: &str) -> Option<i16> {
    let year: i16 = figures.parse().ok()?;
    match figures.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

fn nearest(day: i8, month: i8, today: Date) -> Option<Date> {
    let years = [today.year(), today.year() + 1, today.year() - 1];
    let days = years
        .into_iter()
        .filter_map(|year| Date::new(year, month, day).ok());
    days.min_by_key(|day| (*day - today).get_days().unsigned_abs())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_named_as_people_name_them() {
        let monday = date(2026, 11, 23);
        let table = [
            ("oggi", date(2026, 11, 23)),
            ("Domani", date(2026, 11, 24)),
            ("dopodomani", date(2026, 11, 25)),
            ("ieri", date(2026, 11, 22)),
            ("venerdì", date(2026, 11, 27)),
            ("venerdi", date(2026, 11, 27)),
            ("lunedì", date(2026, 11, 30)),
            ("lunedì prossimo", date(2026, 11, 30)),
            ("prossimo venerdì", date(2026, 12, 4)),
            ("next Friday", date(2026, 12, 4)),
            ("24/11", date(2026, 11, 24)),
            ("24-11", date(2026, 11, 24)),
            ("24 nov", date(2026, 11, 24)),
            ("24 novembre", date(2026, 11, 24)),
            ("24 novembre 2026", date(2026, 11, 24)),
            ("24/11/26", date(2026, 11, 24)),
            ("2027-02-01", date(2027, 2, 1)),
            ("7/1", date(2027, 1, 7)),
            ("20/10", date(2026, 10, 20)),
        ];
        for (text, day) in table {
            assert_eq!(named_day(text, monday), Some(day), "{text}");
        }
        for none in [
            "",
            "mar",
            "rossi",
            "24",
            "31/11",
            "lunedì scorso",
            "1 2 3 4",
            "347 555",
            "12 rossi",
        ] {
            assert_eq!(named_day(none, monday), None, "{none}");
        }
    }

    #[test]
    fn the_next_monday_of_a_sunday_is_tomorrow() {
        let sunday = date(2026, 11, 22);
        assert_eq!(named_day("lunedì", sunday), Some(date(2026, 11, 23)));
        assert_eq!(named_day("lunedì prossimo", sunday), Some(date(2026, 11, 23)));
        assert_eq!(named_day("29 feb", sunday), None);
    }
}
