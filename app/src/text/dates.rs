//! Days, hours and lengths of time, as people write them.

use app_domain::agenda::PlaceTimes;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

use super::Text;

impl Text {
    /// "lunedì".
    pub fn weekday(&self, day: Date) -> &'static str {
        self.weekdays[weekday_index(day)]
    }

    /// "lun".
    pub fn weekday_short(&self, day: Date) -> &'static str {
        self.weekdays_short[weekday_index(day)]
    }

    /// "Lunedì 23 novembre": a heading.
    pub fn day_heading(&self, day: Date) -> String {
        capitalised(&self.day_long(day))
    }

    /// "lunedì 23 novembre": within a sentence.
    pub fn day_long(&self, day: Date) -> String {
        format!(
            "{} {} {}",
            self.weekday(day),
            day.day(),
            self.months[month_index(day)]
        )
    }

    /// "lun, mer · mattina": when somebody can come.
    pub fn place_times(&self, times: &PlaceTimes) -> String {
        let days = times.weekdays.iter().filter_map(|day| {
            let index = usize::try_from(day.checked_sub(1)?).ok()?;
            self.weekdays_short.get(index).copied()
        });
        let days = days.collect::<Vec<_>>().join(", ");
        let parts = times.parts.iter().map(|part| (self.day_part)(*part));
        let parts = parts.collect::<Vec<_>>().join(", ");
        let both = [days, parts].into_iter().filter(|words| !words.is_empty());
        both.collect::<Vec<_>>().join(" · ")
    }

    /// "23 novembre 2026".
    pub fn date(&self, day: Date) -> String {
        format!("{} {} {}", day.day(), self.months[month_index(day)], day.year())
    }

    /// "mer 25 nov".
    pub fn day_short(&self, day: Date) -> String {
        format!(
            "{} {} {}",
            self.weekday_short(day),
            day.day(),
            self.months_short[month_index(day)]
        )
    }

    /// "23–28 nov", "30 nov – 5 dic": the days from a Monday to the Saturday after it.
    pub fn days_of_week(&self, monday: Date) -> String {
        let last = monday.saturating_add(5.days());
        let months = self.months_short;
        let (from, to) = (months[month_index(monday)], months[month_index(last)]);
        if monday.month() == last.month() {
            format!("{}–{} {to}", monday.day(), last.day())
        } else {
            format!("{} {from} – {} {to}", monday.day(), last.day())
        }
    }

    /// "settimana 23–28 nov": a heading within a sentence.
    pub fn week_of(&self, monday: Date) -> String {
        format!("{} {}", self.week, self.days_of_week(monday))
    }

    /// "novembre 2026".
    pub fn month_of(&self, day: Date) -> String {
        format!("{} {}", self.months[month_index(day)], day.year())
    }

    /// "nov 2026".
    pub fn month_short_of(&self, day: Date) -> String {
        format!("{} {}", self.months_short[month_index(day)], day.year())
    }

    /// "23/11".
    pub fn day_in_figures(&self, day: Date) -> String {
        format!("{}/{}", day.day(), day.month())
    }

    /// "mer 25, 9:00": a moment of these weeks.
    pub fn moment(&self, at: DateTime) -> String {
        let day = at.date();
        format!(
            "{} {}, {}",
            self.weekday_short(day),
            day.day(),
            self.clock(at.time())
        )
    }

    /// "mer 25 nov, 9:00": a moment that may be months away.
    pub fn moment_with_month(&self, at: DateTime) -> String {
        format!("{}, {}", self.day_short(at.date()), self.clock(at.time()))
    }

    /// "9:00".
    pub fn clock(&self, time: Time) -> String {
        format!("{}:{:02}", time.hour(), time.minute())
    }

    /// "45 min".
    pub fn minutes(&self, minutes: u16) -> String {
        format!("{minutes} min")
    }

    /// "14′": minutes that are counting. Never less than none.
    pub fn ticking(&self, minutes: i64) -> String {
        format!("{}′", minutes.max(0))
    }

    /// "1 ora e 30": a length of time in words. Never less than none.
    pub fn span(&self, minutes: i64) -> String {
        let minutes = minutes.max(0);
        (self.hours_and_minutes)(minutes / 60, minutes % 60)
    }
}

fn weekday_index(day: Date) -> usize {
    usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())
}

fn month_index(day: Date) -> usize {
    usize::from(day.month().unsigned_abs()) - 1
}

/// The same words with a capital first letter.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::text::{EN, IT};

    #[test]
    fn a_day_is_written_as_people_write_it() {
        let day = date(2026, 11, 23);
        assert_eq!(IT.day_heading(day), "Lunedì 23 novembre");
        assert_eq!(EN.day_heading(day), "Monday 23 November");
        assert_eq!(IT.date(date(2026, 1, 1)), "1 gennaio 2026");
        assert_eq!(IT.day_short(date(2026, 11, 29)), "dom 29 nov");
    }

    #[test]
    fn a_week_is_written_with_the_months_it_touches() {
        assert_eq!(IT.week_of(date(2026, 11, 23)), "settimana 23–28 nov");
        assert_eq!(EN.days_of_week(date(2026, 11, 30)), "30 Nov – 5 Dec");
        assert_eq!(IT.month_of(date(2027, 2, 1)), "febbraio 2027");
    }

    #[test]
    fn a_moment_has_no_leading_zero() {
        let at = date(2026, 11, 25).at(9, 0, 0, 0);
        assert_eq!(IT.moment(at), "mer 25, 9:00");
        assert_eq!(EN.moment_with_month(at), "Wed 25 Nov, 9:00");
    }

    #[test]
    fn lengths_of_time_are_words_and_never_negative() {
        let written = [-3, 0, 1, 20, 60, 61, 90, 120].map(|minutes| IT.span(minutes));
        let expected = [
            "0 minuti",
            "0 minuti",
            "1 minuto",
            "20 minuti",
            "1 ora",
            "1 ora e 1",
            "1 ora e 30",
            "2 ore",
        ];
        assert_eq!(written, expected);
        assert_eq!(EN.span(90), "1 hour 30");
        assert_eq!(EN.ticking(-1), "0′");
    }
}
