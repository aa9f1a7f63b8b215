//! Figures that may be a day or a telephone number.

use jiff::civil::Date;

use crate::calls::folded;

/// A month by its name or its first three letters, in Italian or English; from 1.
pub(super) fn month_named(word: &str) -> Option<i8> {
    const NAMES: [(&str, &str); 12] = [
        ("gennaio", "january"),
        ("febbraio", "february"),
        ("marzo", "march"),
        ("aprile", "april"),
        ("maggio", "may"),
        ("giugno", "june"),
        ("luglio", "july"),
        ("agosto", "august"),
        ("settembre", "september"),
        ("ottobre", "october"),
        ("novembre", "november"),
        ("dicembre", "december"),
    ];
    let word = folded(word);
    let is = |name: &str| word == name || (word.len() == 3 && name.starts_with(&word));
    let found = NAMES
        .iter()
        .position(|(italian, english)| is(italian) || is(english))?;
    i8::try_from(found + 1).ok()
}

/// Whether a word consists of figures and of what people write between them.
pub(super) fn is_figures(word: &str) -> bool {
    word.chars().any(|one| one.is_ascii_digit())
        && word
            .chars()
            .all(|one| one.is_ascii_digit() || "+-/.()".contains(one))
}

/// Groups of figures.
pub(super) fn parts(text: &str) -> Vec<&str> {
    text.split(|one: char| !one.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect()
}

/// A year as it is written for a birth: two figures are 20yy, and 19yy if that is in the future.
pub(super) fn birth_year(figures: &str, at: impl Fn(i16) -> Option<Date>, today: Date) -> Option<Date> {
    let year: i16 = figures.parse().ok()?;
    match figures.len() {
        4 => at(year),
        2 => at(2000 + year)
            .filter(|born| *born <= today)
            .or_else(|| at(1900 + year)),
        _ => None,
    }
}

/// A day of a month and a year: `12/03/1980`, `12-3-80`, `1980-03-12`, `120380`, `12031980`.
pub(super) fn birth_date(text: &str, today: Date) -> Option<Date> {
    let (day, month, year) = match *parts(text) {
        [year, month, day] if year.len() == 4 => (day, month, year),
        [day, month, year] => (day, month, year),
        [run] if matches!(run.len(), 6 | 8) => (&run[..2], &run[2..4], &run[4..]),
        _ => return None,
    };
    let (day, month) = day_and_month(day, month)?;
    birth_year(year, |year| Date::new(year, month, day).ok(), today)
}

/// A day and a month in one or two figures each.
pub(super) fn day_and_month(day: &str, month: &str) -> Option<(i8, i8)> {
    let short = |figures: &str| figures.len() <= 2;
    if !short(day) || !short(month) {
        return None;
    }
    Some((day.parse().ok()?, month.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn a_birth_date_is_read_in_the_usual_ways() {
        let born = Some(date(1980, 3, 12));
        for written in [
            "12/03/1980",
            "12-3-80",
            "12.3.1980",
            "120380",
            "12031980",
            "1980-03-12",
            "12 3 80",
        ] {
            assert_eq!(birth_date(written, TODAY), born, "{written}");
        }
        assert_eq!(birth_date("12/3/20", TODAY), Some(date(2020, 3, 12)));
        assert_eq!(birth_date("24/11/26", TODAY), Some(date(1926, 11, 24)));
        for none in ["12/03", "12/03/198", "31/02/1980", "3475550128", "12/13/1980", ""] {
            assert_eq!(birth_date(none, TODAY), None, "{none}");
        }
    }

    #[test]
    fn months_have_names_in_both_languages() {
        assert_eq!(month_named("Marzo"), Some(3));
        assert_eq!(month_named("set"), Some(9));
        assert_eq!(month_named("SEP"), Some(9));
        assert_eq!(month_named("may"), Some(5));
        assert_eq!(month_named("ma"), None);
        assert_eq!(month_named("marzi"), None);
    }
}
