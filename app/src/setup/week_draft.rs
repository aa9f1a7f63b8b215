//! The hours of a week as they are typed, and what they mean.

use app_domain::practice::Opening;
use jiff::civil::Time;

/// Days of a week, Monday first.
pub(super) const DAYS: usize = 7;

/// A span as it was typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct SpanDraft {
    /// First open minute, `09:00`.
    pub(super) from: String,
    /// First minute that is no longer open.
    pub(super) to: String,
}

/// The spans of each day as they were typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct WeekDraft([Vec<SpanDraft>; DAYS]);

/// Why a day cannot be kept as it was typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum DayProblem {
    /// An hour is missing or cannot be read.
    Unreadable,
    /// A span ends before it begins.
    Reversed,
    /// Two spans share a minute.
    Overlap,
}

impl WeekDraft {
    /// Hours as they are now.
    pub(super) fn of(opening: &[Opening]) -> Self {
        let mut week = Self::default();
        for span in opening {
            if let Some(day) = week.day_mut(index_of(span)) {
                day.push(SpanDraft {
                    from: typed(span.from),
                    to: typed(span.to),
                });
            }
        }
        week
    }

    /// The spans of a day, 0 = Monday.
    pub(super) fn day(&self, day: usize) -> &[SpanDraft] {
        self.0.get(day).map_or(&[], Vec::as_slice)
    }

    /// The same, to be changed.
    pub(super) fn day_mut(&mut self, day: usize) -> Option<&mut Vec<SpanDraft>> {
        self.0.get_mut(day)
    }

    /// One more span: after the last, or the usual first one.
    pub(super) fn add(&mut self, day: usize) {
        if let Some(spans) = self.day_mut(day) {
            let (from, to) = if spans.is_empty() {
                ("09:00", "13:00")
            } else {
                ("14:00", "19:00")
            };
            spans.push(SpanDraft {
                from: from.to_owned(),
                to: to.to_owned(),
            });
        }
    }

    /// Puts the hours of a day on others.
    pub(super) fn copy(&mut self, from: usize, to: &[usize]) {
        let spans = self.day(from).to_vec();
        for day in to {
            if let Some(day) = self.day_mut(*day) {
                day.clone_from(&spans);
            }
        }
    }

    /// What is wrong with a day, if anything.
    pub(super) fn problem(&self, day: usize) -> Option<DayProblem> {
        self.read_day(day).err()
    }

    /// The hours, if every day can be kept.
    pub(super) fn read(&self) -> Option<Vec<Opening>> {
        let days = (0..DAYS).map(|day| self.read_day(day).ok());
        days.collect::<Option<Vec<_>>>().map(|days| days.concat())
    }

    fn read_day(&self, day: usize) -> Result<Vec<Opening>, DayProblem> {
        let weekday = i8::try_from(day + 1).map_err(|_| DayProblem::Unreadable)?;
        let mut spans = Vec::new();
        for span in self.day(day) {
            let hour = |typed: &str| typed.parse::<Time>().map_err(|_| DayProblem::Unreadable);
            let (from, to) = (hour(&span.from)?, hour(&span.to)?);
            if to <= from {
                return Err(DayProblem::Reversed);
            }
            spans.push(Opening { weekday, from, to });
        }
        spans.sort_by_key(|span| span.from);
        let overlap = spans.windows(2).any(|pair| pair[1].from < pair[0].to);
        if overlap {
            Err(DayProblem::Overlap)
        } else {
            Ok(spans)
        }
    }
}

/// Place of the day of a span, 0 = Monday.
pub(super) fn index_of(span: &Opening) -> usize {
    usize::from(span.weekday.unsigned_abs()).saturating_sub(1)
}

fn typed(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    fn monday() -> Vec<Opening> {
        let span = |from, to| Opening {
            weekday: 1,
            from: time(from, 0, 0, 0),
            to: time(to, 0, 0, 0),
        };
        vec![span(9, 13), span(14, 19)]
    }

    #[test]
    fn hours_read_back_as_themselves() {
        assert_eq!(WeekDraft::of(&monday()).read(), Some(monday()));
    }

    #[test]
    fn a_day_is_copied_with_all_its_spans() {
        let mut week = WeekDraft::of(&monday());
        week.copy(0, &[1, 4]);
        let read = week.read().expect("hours");
        let of = |weekday: i8| read.iter().filter(|span| span.weekday == weekday).count();
        assert_eq!([1, 2, 3, 4, 5].map(of), [2, 2, 0, 0, 2]);
    }

    #[test]
    fn what_cannot_be_kept_is_told_by_its_day() {
        let with = |from: &str, to: &str| {
            let mut week = WeekDraft::of(&monday());
            if let Some(day) = week.day_mut(0) {
                day.push(SpanDraft {
                    from: from.to_owned(),
                    to: to.to_owned(),
                });
            }
            (week.problem(0), week.read().is_some())
        };
        assert_eq!(with("", "21:00"), (Some(DayProblem::Unreadable), false));
        assert_eq!(with("21:00", "20:00"), (Some(DayProblem::Reversed), false));
        assert_eq!(with("12:00", "14:00"), (Some(DayProblem::Overlap), false));
        assert_eq!(with("13:00", "14:00"), (None, true));
    }
}
