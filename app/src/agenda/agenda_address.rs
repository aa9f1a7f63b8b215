//! What an address of the agenda shows, and the address of what is to be shown.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::port::Reach;

/// The week in an address.
pub(super) const WEEK: &str = "settimana";
/// The month in an address.
pub(super) const MONTH: &str = "mese";

/// What is shown: so much of the agenda, around a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Shown {
    /// How much.
    pub(super) reach: Reach,
    /// A day of it.
    pub(super) day: Date,
}

/// What the two parts of an address after `/agenda` ask for. The bare address shows what was looked at last, today.
pub(super) fn shown(first: Option<&str>, second: Option<&str>, last: Reach, today: Date) -> Shown {
    let day = |text: Option<&str>| text.and_then(|text| text.parse::<Date>().ok()).unwrap_or(today);
    let (reach, day) = match first {
        Some(WEEK) => (Reach::Week, day(second)),
        Some(MONTH) => (Reach::Month, month(second).unwrap_or_else(|| day(second))),
        Some(named) => (Reach::Day, day(Some(named))),
        None => (last, today),
    };
    Shown { reach, day }
}

/// "2026-11": the first day of it.
fn month(text: Option<&str>) -> Option<Date> {
    format!("{}-01", text?).parse().ok()
}

/// The address of so much of the agenda around a day. That of today's day has no day, and goes on with the calendar.
pub fn path(reach: Reach, day: Date, today: Date) -> String {
    match reach {
        Reach::Day if day == today => "/agenda".to_owned(),
        Reach::Day => format!("/agenda/{day}"),
        Reach::Week => format!("/agenda/{WEEK}/{}", monday(day)),
        Reach::Month => format!("/agenda/{MONTH}/{:04}-{:02}", day.year(), day.month()),
    }
}

/// The same reach before or after.
pub(super) fn step(shown: Shown, steps: i32) -> Date {
    let by = match shown.reach {
        Reach::Day => steps.days(),
        Reach::Week => steps.weeks(),
        Reach::Month => return shown.day.first_of_month().saturating_add(steps.months()),
    };
    shown.day.saturating_add(by)
}

/// The Monday of a day's week.
pub(super) fn monday(day: Date) -> Date {
    let since = i32::from(day.weekday().since(Weekday::Monday));
    day.saturating_sub(since.days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 25);

    #[test]
    fn an_address_shows_what_it_names_and_the_bare_one_what_was_looked_at_last() {
        let of = |first, second| shown(first, second, Reach::Month, TODAY);
        let expect = |reach, day| Shown { reach, day };
        assert_eq!(of(None, None), expect(Reach::Month, TODAY));
        assert_eq!(
            of(Some("2026-12-01"), None),
            expect(Reach::Day, date(2026, 12, 1))
        );
        assert_eq!(of(Some("tomorrow"), None), expect(Reach::Day, TODAY));
        assert_eq!(
            of(Some(WEEK), Some("2026-12-03")),
            expect(Reach::Week, date(2026, 12, 3))
        );
        assert_eq!(of(Some(WEEK), None), expect(Reach::Week, TODAY));
        assert_eq!(
            of(Some(MONTH), Some("2027-02")),
            expect(Reach::Month, date(2027, 2, 1))
        );
        assert_eq!(of(Some(MONTH), Some("2027-02-30")), expect(Reach::Month, TODAY));
    }

    #[test]
    fn a_path_leads_back_to_what_it_was_made_of() {
        for (reach, day) in [
            (Reach::Day, date(2026, 12, 1)),
            (Reach::Week, date(2026, 11, 30)),
            (Reach::Month, date(2027, 1, 1)),
        ] {
            let path = path(reach, day, TODAY);
            let mut parts = path.split('/').skip(2);
            assert_eq!(
                shown(parts.next(), parts.next(), Reach::Day, TODAY),
                Shown { reach, day }
            );
        }
    }

    #[test]
    fn a_step_keeps_to_months_of_different_lengths() {
        let of = |day| {
            step(
                Shown {
                    reach: Reach::Month,
                    day,
                },
                1,
            )
        };
        assert_eq!(of(date(2027, 1, 31)), date(2027, 2, 1));
        let week = Shown {
            reach: Reach::Week,
            day: date(2026, 12, 31),
        };
        assert_eq!(step(week, 1), date(2027, 1, 7));
    }

    #[test]
    fn a_week_begins_on_monday() {
        assert_eq!(monday(date(2026, 11, 29)), date(2026, 11, 23));
        assert_eq!(monday(date(2026, 11, 23)), date(2026, 11, 23));
    }
}
