//! Words of what waits for a person, in both languages.

use app_domain::language::Language;
use app_domain::patient::PatientField;
use app_domain::review::Device;

mod english;
mod italian;

pub use english::EN;
pub use italian::IT;

/// Words of what waits for a person.
pub struct Text {
    /// Above what waits.
    pub title: &'static str,
    /// Above what was decided.
    pub settled: &'static str,
    /// Headline of what this role may not see.
    pub hidden: fn(role: &str) -> String,
    /// Who made the change, when, and on what.
    pub made: fn(who: &str, when: &str, device: &str) -> String,
    /// A kind of device.
    pub device: fn(Device) -> &'static str,
    /// It was made in a role that its author has not any more.
    pub other_role: fn(who: &str, role: &str) -> String,
    /// It is beyond what its author may take: who, and what is in the way.
    pub beyond: fn(who: &str, why: &str) -> String,
    /// Grants what was asked for.
    pub grant: &'static str,
    /// Does not.
    pub refuse: &'static str,
    /// What was asked for was granted: by whom, when.
    pub granted: fn(who: &str, when: &str) -> String,
    /// It was not.
    pub not_granted: fn(who: &str, when: &str) -> String,
    /// What became of it, with the words for who asked.
    pub with_words: fn(became: &str, words: &str) -> String,
    /// Label of the words for who asks.
    pub say: &'static str,
    /// By when it is to be decided.
    pub by_when: fn(when: &str) -> String,
    /// The hour has passed.
    pub late: fn(when: &str) -> String,
    /// News to the author: what became of it.
    pub news_settled: fn(what: &str, became: &str) -> String,
    /// Only others can decide it; they see it already.
    pub others_decide: &'static str,
    /// The same of what was not sent yet.
    pub others_will_see: &'static str,
    /// Above the next free places.
    pub free_places: &'static str,
    /// There is none.
    pub no_free_place: &'static str,
    /// Takes the taken place on purpose.
    pub overbook: &'static str,
    /// Label of why.
    pub overbook_reason: &'static str,
    /// Takes it, with the reason.
    pub overbook_now: &'static str,
    /// Above the two values of a field.
    pub which_value: &'static str,
    /// The value that the field has now.
    pub present_value: &'static str,
    /// The value that somebody else wrote: who, when.
    pub other_value: fn(who: &str, when: &str) -> String,
    /// No value.
    pub no_value: &'static str,
    /// Carries it out as it was asked.
    pub do_it: &'static str,
    /// Gives it up.
    pub drop: &'static str,
    /// It was carried out: by whom, when.
    pub done: fn(who: &str, when: &str) -> String,
    /// It was given up: by whom, when.
    pub dropped: fn(who: &str, when: &str) -> String,
    /// News to the author: what they did waits.
    pub news: fn(what: &str) -> String,
    /// News to the author: what they did in a former role waits.
    pub news_other_role: fn(role: &str) -> String,
    /// On the ghost: the place is taken.
    pub ghost: &'static str,
    /// On the ghost: a person is to decide.
    pub ghost_waits: &'static str,
    /// What the ghost is called, for screen readers: whose, by whom asked, why it waits.
    pub ghost_label: fn(what: &str, who: &str, why: &str) -> String,
    /// Name of a field.
    pub field: fn(&PatientField) -> &'static str,
}

/// The words of a language.
pub fn text(language: Language) -> &'static Text {
    match language {
        Language::Italian => &IT,
        Language::English => &EN,
    }
}
