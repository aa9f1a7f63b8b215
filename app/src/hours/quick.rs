//! Hours that can be chosen with one tap.

use app_domain::calendar::Calendar;
use app_domain::time::Now;
use jiff::ToSpan;
use jiff::civil::{DateTime, Time, time};

/// An hour that can be chosen with one tap.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quick {
    /// So many hours from now, on the next five minutes.
    InHours(u8, DateTime),
    /// A certain hour.
    At(DateTime),
}

impl Quick {
    /// The hour.
    pub const fn hour(self) -> DateTime {
        match self {
            Self::InHours(_, at) | Self::At(at) => at,
        }
    }
}

/// Hours of today that are still to come, then the next working days.
pub fn quick_hours(now: Now, calendar: &Calendar) -> Vec<Quick> {
    let late = time(19, 0, 0, 0);
    let mut hours: Vec<Quick> = [1_u8, 2]
        .into_iter()
        .map(|count| {
            Quick::InHours(
                count,
                on_the_five(now.civil.saturating_add(i64::from(count).hours())),
            )
        })
        .filter(|quick| quick.hour().date() == now.today() && quick.hour().time() <= late)
        .collect();
    let afternoon = now.today().to_datetime(time(17, 0, 0, 0));
    if afternoon > now.civil.saturating_add(3.hours()) {
        hours.push(Quick::At(afternoon));
    }
    let next = calendar.next_working_day(now.today());
    let after = calendar.next_working_day(next);
    let morning = |hour| Quick::At(hour);
    hours.extend([
        morning(next.to_datetime(time(9, 0, 0, 0))),
        morning(next.to_datetime(time(15, 0, 0, 0))),
        morning(after.to_datetime(time(9, 0, 0, 0))),
    ]);
    hours
}

/// The next minute that ends in 0 or 5.
fn on_the_five(at: DateTime) -> DateTime {
    let missing = (5 - i64::from(at.minute()) % 5) % 5;
    let whole = at
        .date()
        .to_datetime(Time::constant(at.hour(), at.minute(), 0, 0));
    whole.saturating_add(missing.minutes())
}

/// The value of an `<input type="datetime-local">`.
pub fn to_input(at: DateTime) -> String {
    at.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// What was typed into an `<input type="datetime-local">`.
pub fn from_input(value: &str) -> Option<DateTime> {
    value.parse().ok()
}

#[cfg(test)]
mod tests {
    use app_domain::calendar::Calendar;
    use app_domain::time::Now;
    use jiff::civil::{DateTime, date};

    use super::{from_input, quick_hours, to_input};

    fn hours(at: DateTime) -> Vec<DateTime> {
        quick_hours(Now::at_civil(at), &Calendar::default())
            .into_iter()
            .map(super::Quick::hour)
            .collect()
    }

    #[test]
    fn quick_hours_are_today_while_there_is_time_and_then_on_working_days() {
        let friday = date(2026, 11, 27);
        let morning = hours(friday.at(9, 32, 10, 0));
        assert_eq!(morning[0], friday.at(10, 35, 0, 0));
        assert_eq!(morning[2], friday.at(17, 0, 0, 0));
        assert_eq!(morning[3], date(2026, 11, 30).at(9, 0, 0, 0));
        let evening = hours(friday.at(18, 30, 0, 0));
        assert_eq!(evening[0], date(2026, 11, 30).at(9, 0, 0, 0));
        assert_eq!(evening[2], date(2026, 12, 1).at(9, 0, 0, 0));
    }

    #[test]
    fn an_hour_survives_the_way_through_the_field() {
        let at = date(2026, 11, 25).at(9, 5, 0, 0);
        assert_eq!(to_input(at), "2026-11-25T09:05");
        assert_eq!(from_input(&to_input(at)), Some(at));
        assert_eq!(from_input(""), None);
    }
}
