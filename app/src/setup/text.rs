//! Words of how the practice is set up, in both languages.

mod calls;
mod english;
mod italian;
mod risk;

pub use calls::CallsText;
pub use english::EN;
pub use italian::IT;
pub use risk::RiskText;

use app_domain::agenda::Colour;
use app_domain::language::Language;

use super::week_draft::DayProblem;

/// Words of how the practice is set up.
pub struct Text {
    /// The words that features share.
    pub common: &'static crate::text::Text,
    /// The page.
    pub title: &'static str,
    /// The page, where there is little room.
    pub short_title: &'static str,
    /// Heading of the chairs.
    pub chairs: &'static str,
    /// What is to be known of them.
    pub chairs_note: &'static str,
    /// Is not shown.
    pub hidden: &'static str,
    /// Moves a chair to the left, for a name.
    pub earlier: fn(&str) -> String,
    /// Moves a chair to the right, for a name.
    pub later: fn(&str) -> String,
    /// The new place: name, place, how many.
    pub moved: fn(&str, usize, usize) -> String,
    /// Opens the form, for a name.
    pub edit: fn(&str) -> String,
    /// Hides a chair.
    pub hide: &'static str,
    /// Shows it again.
    pub show: &'static str,
    /// What is done to a chair, read aloud: what, which.
    pub of_chair: fn(&str, &str) -> String,
    /// What becomes of so many visits to come.
    pub hide_question: fn(&str, usize) -> String,
    /// Hides it all the same.
    pub hide_anyway: &'static str,
    /// It was hidden.
    pub chair_hidden: fn(&str) -> String,
    /// It is shown again.
    pub chair_shown: fn(&str) -> String,
    /// It was kept.
    pub chair_kept: fn(&str) -> String,
    /// It was made.
    pub chair_added: fn(&str) -> String,
    /// Its name.
    pub name: &'static str,
    /// A name is missing, or too long.
    pub name_problem: &'static str,
    /// Its hours.
    pub hours: &'static str,
    /// No hours on a day.
    pub shut: &'static str,
    /// First hour of a span: day, which span.
    pub from: fn(&str, usize) -> String,
    /// Last hour of a span: day, which span.
    pub to: fn(&str, usize) -> String,
    /// Takes a span away: day, which span.
    pub remove: fn(&str, usize) -> String,
    /// One more span.
    pub add_span: &'static str,
    /// One more span, read aloud: day.
    pub add_span_on: fn(&str) -> String,
    /// Copies a day, read aloud: day.
    pub copy: fn(&str) -> String,
    /// Copies a day.
    pub copy_to: &'static str,
    /// On every day from Monday to Friday.
    pub working_days: &'static str,
    /// On every other day.
    pub every_day: &'static str,
    /// Takes the hours of another chair.
    pub take_hours: &'static str,
    /// No other chair is chosen.
    pub choose: &'static str,
    /// What is wrong with a day.
    pub(super) day_problem: fn(DayProblem) -> &'static str,
    /// Somebody has changed it meanwhile: how it is now.
    pub meanwhile: fn(&str) -> String,
    /// Takes what is there now.
    pub take_theirs: &'static str,
    /// Keeps what was typed.
    pub keep_mine: &'static str,
    /// A change was not carried out: what was asked for.
    pub refused_change: fn(&str) -> String,
    /// Asks for it again.
    pub again: &'static str,
    /// Leaves what is there.
    pub leave: &'static str,
    /// Opens the form of a new chair.
    pub add_chair: &'static str,
    /// Makes it.
    pub add: &'static str,
    /// What a new chair has.
    pub new_chair_note: &'static str,
    /// Heading of the types of visit.
    pub types: &'static str,
    /// What is to be known of them.
    pub types_note: &'static str,
    /// How long it usually takes, for a type.
    pub length: fn(&str) -> String,
    /// Its colour, for a type.
    pub colour: fn(&str) -> String,
    /// A colour.
    pub colour_name: fn(Colour) -> &'static str,
    /// Whether it is offered.
    pub offered: &'static str,
    /// Whether it is offered, read aloud: type.
    pub offered_of: fn(&str) -> String,
    /// Heading of what each role may grant.
    pub budgets: &'static str,
    /// What is to be known of it.
    pub budgets_note: &'static str,
    /// A delay, in days.
    pub delay: fn(u16) -> String,
    /// The field of a delay, for a role.
    pub delay_of: fn(&str) -> String,
    /// What is waived, up to an amount; `None` for nothing.
    pub waive: fn(Option<&str>) -> String,
    /// The field of a waiver, for a role.
    pub waive_of: fn(&str) -> String,
    /// Visits outside hours too.
    pub outside: &'static str,
    /// Not those.
    pub inside: &'static str,
    /// What is set for calls.
    pub calls: CallsText,
    /// The table of clinical risk.
    pub risk: RiskText,
    /// Heading of the closures.
    pub closures: &'static str,
    /// What they are.
    pub closures_note: &'static str,
    /// Leads to a new one.
    pub add_closure: &'static str,
    /// Takes one back.
    pub reopen: &'static str,
    /// Takes one back, read aloud: why and when.
    pub reopen_it: fn(&str) -> String,
    /// One was taken back: why it was.
    pub reopened: fn(&str) -> String,
    /// Leads to absences.
    pub to_closures: &'static str,
    /// The role may not: title.
    pub refused: &'static str,
    /// The role may not: what it means.
    pub refused_text: &'static str,
    /// Back to the agenda.
    pub to_agenda: &'static str,
}

/// The words of a language.
pub const fn text(language: Language) -> &'static Text {
    match language {
        Language::Italian => &IT,
        Language::English => &EN,
    }
}
