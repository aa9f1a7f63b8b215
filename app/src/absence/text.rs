//! Words of absences and closures, in both languages.

mod english;
mod italian;

pub use english::EN;
pub use italian::IT;

use app_domain::language::Language;
use app_domain::rows::Rows;
use jiff::ToSpan;
use jiff::civil::Time;

use super::draft::{Away, Problem};

/// Words of absences and closures.
pub struct Text {
    /// The words that features share.
    pub common: &'static crate::text::Text,
    /// The page.
    pub title: &'static str,
    /// The page, where there is little room.
    pub short_title: &'static str,
    /// Heading of the form.
    pub form: &'static str,
    /// Who is away.
    pub who: &'static str,
    /// Nobody is chosen yet.
    pub choose: &'static str,
    /// The whole practice.
    pub practice: &'static str,
    /// How the time is given.
    pub length: &'static str,
    /// Whole days.
    pub whole_days: &'static str,
    /// From an hour to an hour.
    pub hours: &'static str,
    /// First day.
    pub from_day: &'static str,
    /// Last day.
    pub to_day: &'static str,
    /// First hour.
    pub from_hour: &'static str,
    /// Hour of return.
    pub to_hour: &'static str,
    /// Why a clinician is away: who sees it.
    pub private_reason: &'static str,
    /// Why the practice is closed: who sees it.
    pub public_reason: &'static str,
    /// What is missing or cannot be.
    pub(super) problem: fn(Problem) -> &'static str,
    /// Heading of the visits in that time.
    pub affected: fn(usize) -> String,
    /// What will happen to them.
    pub follows: fn(usize) -> String,
    /// What the list is for, before anything is chosen.
    pub nothing_yet: &'static str,
    /// Does it, for so many visits.
    pub submit_absence: fn(usize) -> String,
    /// Does it, for so many visits.
    pub submit_closure: fn(usize) -> String,
    /// What was done: what, and how many visits wait.
    pub said: fn(&str, usize) -> String,
    /// What was taken back: what, how many are back, how many wait on.
    pub taken_back: fn(&str, usize, usize) -> String,
    /// Leads to the calls.
    pub to_calls: &'static str,
    /// Heading of what is known.
    pub known: &'static str,
    /// Nothing is known.
    pub none_known: &'static str,
    /// So many visits wait on.
    pub still_waiting: fn(usize) -> String,
    /// To whom places are proposed first, and what a tap does.
    pub place_order: &'static str,
    /// Heading of what is over and has left something to do.
    pub over: &'static str,
    /// So many cycles of care stand still.
    pub to_resume: fn(usize) -> String,
    /// In which order they resume.
    pub resume_order: &'static str,
    /// Leads to the calls to these patients.
    pub call_to_resume: &'static str,
    /// The cycle stands still because its visit lost its place.
    pub visit_lost: fn(&str) -> String,
    /// The cycle is suspended since a day.
    pub suspended_since: fn(&str) -> String,
    /// Takes it away.
    pub remove: &'static str,
    /// Takes it away, read aloud.
    pub remove_it: fn(&str) -> String,
    /// Who is away.
    pub absence_of: fn(&str) -> String,
    /// Why the practice is closed.
    pub closure_for: fn(&str) -> String,
    /// From a moment to another.
    pub from_to: fn(&str, &str) -> String,
    /// A clinician whom this device does not hold.
    pub somebody: &'static str,
    /// A patient whom this device does not hold.
    pub unknown: &'static str,
    /// The role may not: title.
    pub refused: &'static str,
    /// The role may not: what it means.
    pub refused_text: &'static str,
    /// Back to the agenda.
    pub to_agenda: &'static str,
}

impl Text {
    /// "Assenza di Marini", "Studio chiuso: ferie".
    pub(super) fn title_of(&self, away: &Away, rows: &impl Rows) -> String {
        match away {
            Away::Absence(absence) => {
                let who = rows.clinician(absence.clinician);
                (self.absence_of)(who.map_or(self.somebody, |who| who.surname.as_str()))
            }
            Away::Closure(closure) => (self.closure_for)(&closure.reason),
        }
    }

    /// "da mer 25 nov a ven 27 nov".
    pub(super) fn when(&self, away: &Away) -> String {
        let (start, end) = (away.start(), away.end());
        let common = self.common;
        if start.time() == Time::midnight() && end.time() == Time::midnight() {
            let (first, last) = (start.date(), end.date().saturating_sub(1.day()));
            if first == last {
                return common.day_short(first);
            }
            return (self.from_to)(&common.day_short(first), &common.day_short(last));
        }
        let until = if start.date() == end.date() {
            common.clock(end.time())
        } else {
            common.moment_with_month(end)
        };
        format!("{} – {until}", common.moment_with_month(start))
    }
}

/// The words of a language.
pub const fn text(language: Language) -> &'static Text {
    match language {
        Language::Italian => &IT,
        Language::English => &EN,
    }
}
