//! Words that more than one feature needs, in both languages: dates, durations, roles, kinds of visits, buttons.
//!
//! A catalogue is a struct: a word missing in one language does not compile. Sentences with values are functions.

mod dates;
mod english;
mod italian;
mod spoken;

pub use dates::capitalised;
pub use english::EN;
pub use italian::IT;

use app_domain::agenda::{AppointmentKind, DayPart};
use app_domain::calls::{RecallType, RiskCategory};
use app_domain::language::Language;
use app_domain::patient::{Channel, SpokenLanguage};
use app_domain::role::Role;

/// Words that more than one feature needs.
pub struct Text {
    /// The language of these words, as in the attribute `lang`.
    pub lang: &'static str,
    /// Monday first, in small letters.
    pub weekdays: [&'static str; 7],
    /// Monday first, short, in small letters.
    pub weekdays_short: [&'static str; 7],
    /// January first.
    pub months: [&'static str; 12],
    /// January first, short.
    pub months_short: [&'static str; 12],
    /// A part of the day.
    pub day_part: fn(DayPart) -> &'static str,
    /// A role.
    pub role: fn(Role) -> &'static str,
    /// What a visit is for.
    pub kind: fn(AppointmentKind) -> &'static str,
    /// A way to reach a patient.
    pub channel: fn(Channel) -> &'static str,
    /// A category of clinical risk, as in the table of `domain.md`.
    pub risk: fn(RiskCategory) -> &'static str,
    /// A recall beside hygiene.
    pub check: fn(RecallType) -> &'static str,
    /// A language in which patients are spoken to.
    pub spoken: fn(SpokenLanguage) -> &'static str,
    /// Years of age.
    pub age: fn(i16) -> String,
    /// A whole number of days.
    pub days: fn(i64) -> String,
    /// Hours and minutes, in words.
    pub hours_and_minutes: fn(i64, i64) -> String,
    /// Opens what can be changed.
    pub edit: &'static str,
    /// Keeps what was typed.
    pub save: &'static str,
    /// Leaves without a change.
    pub cancel: &'static str,
    /// Shuts a window.
    pub close: &'static str,
    /// Takes back what was just done.
    pub undo: &'static str,
    /// Goes on.
    pub go_on: &'static str,
    /// Goes back.
    pub back: &'static str,
    /// Tries again.
    pub retry: &'static str,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// The present day.
    pub today: &'static str,
    /// The day after.
    pub tomorrow: &'static str,
    /// The day before.
    pub yesterday: &'static str,
    /// The present moment.
    pub now: &'static str,
    /// Seven days.
    pub week: &'static str,
    /// Label of a day.
    pub day: &'static str,
    /// A promise: sixty minutes from now.
    pub in_one_hour: &'static str,
    /// A promise: two hours from now.
    pub in_two_hours: &'static str,
    /// Label of a time of day.
    pub hour: &'static str,
    /// Label of a length of time.
    pub duration: &'static str,
    /// Label of a column of the agenda.
    pub chair: &'static str,
    /// Label of a dentist or hygienist.
    pub clinician: &'static str,
    /// Label of a patient.
    pub patient: &'static str,
    /// Label of a reason.
    pub reason: &'static str,
    /// Label of a note.
    pub note: &'static str,
}

/// The words of a language.
pub const fn text(language: Language) -> &'static Text {
    match language {
        Language::Italian => &IT,
        Language::English => &EN,
    }
}
