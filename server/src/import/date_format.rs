//! Ways to write days and times, such as `dd/mm/yyyy hh:mm`.
//!
//! `dd` and `d` are the day with two digits or as many as needed, `mm` and `m` the month, `mmm` its name in Italian or
//! English, `yyyy` and `yy` the year; `hh`, `h` the hour; after an hour `mm` is minutes, `ss` seconds (read and dropped).
//! Anything else stands for itself.

use core::str::FromStr;

use jiff::civil::{Date, DateTime, Time};
use serde::Deserialize;

/// A way to write a day, a time, or both.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct DateFormat {
    text: String,
    pieces: Vec<Piece>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Piece {
    Number(Unit, Digits),
    MonthName,
    Literal(char),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Unit {
    Year,
    ShortYear,
    Month,
    Day,
    Hour,
    Minute,
    Second,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Digits {
    Exactly(usize),
    OneOrTwo,
}

/// How a year of two digits is completed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Century {
    /// 20yy.
    Present,
    /// 20yy, but 19yy where that would be after this day: births.
    NotAfter(Date),
}

/// What a text says, as far as it says it.
#[derive(Clone, Copy, Default, Debug)]
struct Parts {
    year: Option<i16>,
    short_year: bool,
    month: i8,
    day: i8,
    hour: i8,
    minute: i8,
}

/// Why a text is no way to write a day or time.
#[derive(Debug, thiserror::Error)]
#[error("\"{0}\" is no way to write days or times: use dd, mm, yyyy, hh, mm")]
pub struct BadFormat(String);

impl TryFrom<String> for DateFormat {
    type Error = BadFormat;
    fn try_from(text: String) -> Result<Self, BadFormat> {
        text.parse()
    }
}

impl FromStr for DateFormat {
    type Err = BadFormat;

    fn from_str(text: &str) -> Result<Self, BadFormat> {
        let mut pieces = Vec::new();
        let mut rest = text;
        let mut after_hour = false;
        while let Some(first) = rest.chars().next() {
            let letters = rest.len() - rest.trim_start_matches(first).len();
            let two = if letters == 1 {
                Digits::OneOrTwo
            } else {
                Digits::Exactly(2)
            };
            pieces.push(match (first, letters) {
                ('y', 4) => Piece::Number(Unit::Year, Digits::Exactly(4)),
                ('y', 2) => Piece::Number(Unit::ShortYear, Digits::Exactly(2)),
                ('m', 3) => Piece::MonthName,
                ('m', 1 | 2) if after_hour => Piece::Number(Unit::Minute, two),
                ('m', 1 | 2) => Piece::Number(Unit::Month, two),
                ('d', 1 | 2) => Piece::Number(Unit::Day, two),
                ('h', 1 | 2) => Piece::Number(Unit::Hour, two),
                ('s', 1 | 2) => Piece::Number(Unit::Second, two),
                ('y' | 'm' | 'd' | 'h' | 's', _) => return Err(BadFormat(text.to_owned())),
                (other, _) => {
                    pieces.push(Piece::Literal(other));
                    rest = &rest[other.len_utf8()..];
                    continue;
                }
            });
            after_hour |= first == 'h';
            rest = &rest[letters..];
        }
        let format = Self {
            text: text.to_owned(),
            pieces,
        };
        if format.has_day() || format.has_time() {
            Ok(format)
        } else {
            Err(BadFormat(text.to_owned()))
        }
    }
}

impl core::fmt::Display for DateFormat {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.text)
    }
}

impl DateFormat {
    /// Whether it names a day, a month and a year.
    pub fn has_day(&self) -> bool {
        self.has(Unit::Day)
            && (self.has(Unit::Month) || self.pieces.contains(&Piece::MonthName))
            && self.has_year()
    }

    /// Whether it names an hour.
    pub fn has_time(&self) -> bool {
        self.has(Unit::Hour)
    }

    fn has_year(&self) -> bool {
        self.has(Unit::Year) || self.has(Unit::ShortYear)
    }

    fn has(&self, wanted: Unit) -> bool {
        self.pieces
            .iter()
            .any(|piece| matches!(piece, Piece::Number(unit, _) if *unit == wanted))
    }

    /// The day that a text names.
    pub fn date(&self, text: &str, century: Century) -> Option<Date> {
        self.parts(text)?.date(century)
    }

    /// The time that a text names.
    pub fn time(&self, text: &str) -> Option<Time> {
        self.parts(text)?.time()
    }

    /// The day and time that a text names.
    pub fn datetime(&self, text: &str) -> Option<DateTime> {
        let parts = self.parts(text)?;
        Some(parts.date(Century::Present)?.to_datetime(parts.time()?))
    }

    fn parts(&self, text: &str) -> Option<Parts> {
        let mut parts = Parts::default();
        let mut rest = text;
        for piece in &self.pieces {
            match *piece {
                Piece::Literal(literal) => rest = rest.strip_prefix(literal)?,
                Piece::MonthName => {
                    let letters = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
                    parts.month = month_of(&rest[..letters])?;
                    rest = &rest[letters..];
                }
                Piece::Number(unit, digits) => {
                    let number = leading_digits(rest, digits)?;
                    rest = &rest[number.len()..];
                    parts.set(unit, number)?;
                }
            }
        }
        rest.is_empty().then_some(parts)
    }
}

impl Parts {
    fn set(&mut self, unit: Unit, digits: &str) -> Option<()> {
        match unit {
            Unit::Year => self.year = Some(digits.parse().ok()?),
            Unit::ShortYear => (self.year, self.short_year) = (Some(digits.parse().ok()?), true),
            Unit::Month => self.month = digits.parse().ok()?,
            Unit::Day => self.day = digits.parse().ok()?,
            Unit::Hour => self.hour = digits.parse().ok()?,
            Unit::Minute => self.minute = digits.parse().ok()?,
            Unit::Second => {}
        }
        Some(())
    }

    fn date(self, century: Century) -> Option<Date> {
        let year = self.year?;
        if !self.short_year {
            return Date::new(year, self.month, self.day).ok();
        }
        let present = Date::new(2000 + year, self.month, self.day);
        match (century, present) {
            (Century::NotAfter(today), Ok(date)) if date > today => {
                Date::new(1900 + year, self.month, self.day).ok()
            }
            (_, date) => date.ok(),
        }
    }

    fn time(self) -> Option<Time> {
        Time::new(self.hour, self.minute, 0, 0).ok()
    }
}

fn leading_digits(text: &str, digits: Digits) -> Option<&str> {
    let available = text.bytes().take_while(u8::is_ascii_digit).count();
    match digits {
        Digits::Exactly(wanted) => (available >= wanted).then(|| &text[..wanted]),
        Digits::OneOrTwo => (available >= 1).then(|| &text[..available.min(2)]),
    }
}

/// The month whose Italian or English name begins with these letters, at least three.
fn month_of(letters: &str) -> Option<i8> {
    const NAMES: [[&str; 2]; 12] = [
        ["gennaio", "january"],
        ["febbraio", "february"],
        ["marzo", "march"],
        ["aprile", "april"],
        ["maggio", "may"],
        ["giugno", "june"],
        ["luglio", "july"],
        ["agosto", "august"],
        ["settembre", "september"],
        ["ottobre", "october"],
        ["novembre", "november"],
        ["dicembre", "december"],
    ];
    let letters = letters.to_lowercase();
    let known = |names: &[&str; 2]| letters.len() >= 3 && names.iter().any(|name| name.starts_with(&letters));
    NAMES
        .iter()
        .position(known)
        .and_then(|index| i8::try_from(index + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn format(text: &str) -> DateFormat {
        text.parse().expect("a format")
    }

    #[test]
    fn each_way_reads_its_own_and_nothing_else() {
        for (way, text, wanted) in [
            ("dd/mm/yyyy", "07/03/2026", Some(date(2026, 3, 7))),
            ("dd/mm/yyyy", "7/3/2026", None),
            ("d/m/yyyy", "7/3/2026", Some(date(2026, 3, 7))),
            ("d/m/yyyy", "07/03/26", None),
            ("dd/mm/yy", "07/03/26", Some(date(2026, 3, 7))),
            ("dd/mm/yy", "07/03/2026", None),
            ("yyyy-mm-dd", "2026-03-07", Some(date(2026, 3, 7))),
            ("yyyymmdd", "20260307", Some(date(2026, 3, 7))),
            ("dd mmm yyyy", "07 mar 2026", Some(date(2026, 3, 7))),
            ("dd/mm/yyyy", "31/02/2026", None),
        ] {
            assert_eq!(format(way).date(text, Century::Present), wanted, "{way} {text}");
        }
    }

    #[test]
    fn births_of_two_digits_are_never_in_the_future() {
        let today = Century::NotAfter(date(2026, 11, 23));
        assert_eq!(format("dd/mm/yy").date("01/02/26", today), Some(date(2026, 2, 1)));
        assert_eq!(
            format("dd/mm/yy").date("01/12/26", today),
            Some(date(1926, 12, 1))
        );
    }

    #[test]
    fn after_an_hour_mm_is_minutes() {
        assert_eq!(format("hh:mm").time("09:30"), Some(time(9, 30, 0, 0)));
        let both = format("yyyy-mm-ddThh:mm:ss").datetime("2026-11-23T09:30:15");
        assert_eq!(both, Some(date(2026, 11, 23).at(9, 30, 0, 0)));
    }

    #[test]
    fn nonsense_is_no_format() {
        for text in ["", "yyy", "/", "mmmm"] {
            assert!(text.parse::<DateFormat>().is_err(), "{text}");
        }
    }
}
