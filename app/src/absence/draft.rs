//! What was typed of an absence or a closure, and what it means.

use app_domain::agenda::{Absence, Cause};
use app_domain::command::Command;
use app_domain::id::{AbsenceId, ClosureId};
use app_domain::practice::Closure;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use uuid::Uuid;

use super::who::Who;

/// Longest time away that the form takes: a year of fifty-three weeks.
const LONGEST_DAYS: i32 = 371;

/// How the time is given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Length {
    /// From the first minute of a day to the last of another.
    WholeDays,
    /// From an hour to an hour.
    Hours,
}

/// What was typed, as it was typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct AwayDraft {
    /// Who is away, once chosen.
    pub(super) who: Option<Who>,
    /// How the time is given.
    pub(super) length: Length,
    /// First day, `2026-11-25`.
    pub(super) from_day: String,
    /// Last day.
    pub(super) to_day: String,
    /// First hour, `14:00`.
    pub(super) from_hour: String,
    /// Hour of return.
    pub(super) to_hour: String,
    /// Why.
    pub(super) reason: String,
}

/// What is missing or cannot be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Problem {
    /// Nobody is chosen.
    Nobody,
    /// A day or an hour cannot be read.
    Unreadable,
    /// It ends before it begins.
    Reversed,
    /// It is over already.
    Past,
    /// Longer than a year.
    TooLong,
    /// A closure tells everybody why.
    ReasonMissing,
}

/// An absence or a closure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Away {
    /// A clinician is away.
    Absence(Absence),
    /// The practice is closed.
    Closure(Closure),
}

impl AwayDraft {
    /// One whole day, of nobody yet.
    pub(super) fn of(day: Date, who: Option<Who>) -> Self {
        Self {
            who,
            length: Length::WholeDays,
            from_day: day.to_string(),
            to_day: day.to_string(),
            from_hour: "14:00".to_owned(),
            to_hour: "19:00".to_owned(),
            reason: String::new(),
        }
    }

    /// A closure is of whole days; only a clinician is away for hours.
    pub(super) fn is_by_hours(&self) -> bool {
        self.length == Length::Hours && self.who != Some(Who::Practice)
    }

    /// The time that is meant, whatever is said of the reason.
    pub(super) fn away(&self, id: Uuid, now: DateTime) -> Result<Away, Problem> {
        let who = self.who.ok_or(Problem::Nobody)?;
        let day = |typed: &str| typed.parse::<Date>().map_err(|_| Problem::Unreadable);
        let (first, last) = (day(&self.from_day)?, day(&self.to_day)?);
        if last < first {
            return Err(Problem::Reversed);
        }
        if last < now.date() {
            return Err(Problem::Past);
        }
        if first.saturating_add(LONGEST_DAYS.days()) < last {
            return Err(Problem::TooLong);
        }
        let reason = self.reason.trim().to_owned();
        match who {
            Who::Practice => Ok(Away::Closure(Closure {
                id: ClosureId(id),
                from: first,
                to: last,
                reason,
            })),
            Who::Clinician(clinician) => {
                let (from, to) = self.minutes(first, last)?;
                if to <= from {
                    return Err(Problem::Reversed);
                }
                if to <= now {
                    return Err(Problem::Past);
                }
                Ok(Away::Absence(Absence {
                    id: AbsenceId(id),
                    clinician,
                    from,
                    to,
                    reason,
                }))
            }
        }
    }

    /// What is in the way of doing it, if anything.
    pub(super) fn problem(&self, id: Uuid, now: DateTime) -> Option<Problem> {
        match self.away(id, now) {
            Err(problem) => Some(problem),
            Ok(Away::Closure(closure)) if closure.reason.is_empty() => Some(Problem::ReasonMissing),
            Ok(_) => None,
        }
    }

    fn minutes(&self, first: Date, last: Date) -> Result<(DateTime, DateTime), Problem> {
        if !self.is_by_hours() {
            let after = last.saturating_add(1.day());
            return Ok((
                first.to_datetime(Time::midnight()),
                after.to_datetime(Time::midnight()),
            ));
        }
        let hour = |typed: &str| typed.parse::<Time>().map_err(|_| Problem::Unreadable);
        Ok((
            first.to_datetime(hour(&self.from_hour)?),
            last.to_datetime(hour(&self.to_hour)?),
        ))
    }
}

impl Away {
    /// What displaces.
    pub(super) fn cause(&self) -> Cause<'_> {
        match self {
            Self::Absence(absence) => Cause::Absence(absence),
            Self::Closure(closure) => Cause::Closure(closure),
        }
    }

    /// Does it.
    pub(super) fn command(&self) -> Command {
        match self {
            Self::Absence(absence) => Command::MarkAbsence(absence.clone()),
            Self::Closure(closure) => Command::CloseDays(closure.clone()),
        }
    }

    /// Takes it back.
    pub(super) fn take_back(&self) -> Command {
        match self {
            Self::Absence(absence) => Command::WithdrawAbsence { absence: absence.id },
            Self::Closure(closure) => Command::ReopenDays { closure: closure.id },
        }
    }

    /// The same under another identity: what was taken back is not what is done again.
    pub(super) fn again(&self, id: Uuid) -> Self {
        match self {
            Self::Absence(absence) => Self::Absence(Absence {
                id: AbsenceId(id),
                ..absence.clone()
            }),
            Self::Closure(closure) => Self::Closure(Closure {
                id: ClosureId(id),
                ..closure.clone()
            }),
        }
    }

    /// First minute after it.
    pub(super) fn end(&self) -> DateTime {
        match self {
            Self::Absence(absence) => absence.to,
            Self::Closure(closure) => closure.to.saturating_add(1.day()).to_datetime(Time::midnight()),
        }
    }

    /// First minute.
    pub(super) fn start(&self) -> DateTime {
        match self {
            Self::Absence(absence) => absence.from,
            Self::Closure(closure) => closure.from.to_datetime(Time::midnight()),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn draft(who: Who) -> AwayDraft {
        AwayDraft {
            from_day: "2026-11-25".to_owned(),
            to_day: "2026-11-27".to_owned(),
            ..AwayDraft::of(date(2026, 11, 25), Some(who))
        }
    }

    fn marini() -> Who {
        Who::Clinician(app_domain::id::ClinicianId(Uuid::nil()))
    }

    fn now() -> DateTime {
        date(2026, 11, 23).at(9, 30, 0, 0)
    }

    #[test]
    fn whole_days_last_until_the_midnight_after_the_last() {
        let away = draft(marini()).away(Uuid::nil(), now()).expect("a time");
        assert_eq!(away.start(), date(2026, 11, 25).at(0, 0, 0, 0));
        assert_eq!(away.end(), date(2026, 11, 28).at(0, 0, 0, 0));
    }

    #[test]
    fn half_a_day_is_of_hours_and_a_closure_never_is() {
        let half = |who| AwayDraft {
            length: Length::Hours,
            to_day: "2026-11-25".to_owned(),
            ..draft(who)
        };
        let away = half(marini()).away(Uuid::nil(), now()).expect("a time");
        assert_eq!(away.start(), date(2026, 11, 25).at(14, 0, 0, 0));
        let closed = half(Who::Practice).away(Uuid::nil(), now()).expect("a time");
        assert_eq!(closed.end(), date(2026, 11, 26).at(0, 0, 0, 0));
    }

    #[test]
    fn what_cannot_be_is_told_by_its_name() {
        let with = |change: fn(&mut AwayDraft)| {
            let mut typed = draft(marini());
            change(&mut typed);
            typed.problem(Uuid::nil(), now())
        };
        assert_eq!(with(|_| ()), None);
        assert_eq!(with(|draft| draft.who = None), Some(Problem::Nobody));
        assert_eq!(with(|draft| draft.to_day.clear()), Some(Problem::Unreadable));
        assert_eq!(
            with(|draft| "2026-11-24".clone_into(&mut draft.to_day)),
            Some(Problem::Reversed)
        );
        assert_eq!(
            with(|draft| "2028-11-24".clone_into(&mut draft.to_day)),
            Some(Problem::TooLong)
        );
        let past = |draft: &mut AwayDraft| {
            "2026-11-20".clone_into(&mut draft.from_day);
            "2026-11-20".clone_into(&mut draft.to_day);
        };
        assert_eq!(with(past), Some(Problem::Past));
        assert_eq!(
            with(|draft| draft.who = Some(Who::Practice)),
            Some(Problem::ReasonMissing)
        );
    }
}
