//! Words of the requests, in both languages.

mod english;
mod italian;

pub use english::EN;
pub use italian::IT;

use app_domain::language::Language;

/// Words of the requests.
pub struct Text {
    /// The page.
    pub title: &'static str,
    /// Opens the form.
    pub new: &'static str,
    /// Heading of those whose hour has passed.
    pub late: &'static str,
    /// Heading of those of today.
    pub today: &'static str,
    /// Heading of those of later days.
    pub later: &'static str,
    /// Heading of those solved today.
    pub solved_today: &'static str,
    /// Heading of the delays to decide.
    pub delays: &'static str,
    /// Above what somebody asks for: places outside hours, waivers.
    pub asked: &'static str,
    /// Nothing stands on the board.
    pub none: &'static str,
    /// What that means.
    pub none_note: &'static str,
    /// Label of the choice whose requests are shown.
    pub whose: &'static str,
    /// All, one’s own, nobody’s.
    pub whose_options: [&'static str; 3],
    /// It came at the counter.
    pub in_person: &'static str,
    /// How it came, how the answer is wanted, who wrote it down, when.
    pub came: fn(&str, &str, &str, &str) -> String,
    /// Who has it, after how many passages, and the word that came with it.
    pub has_it: fn(&str, &str, &str) -> String,
    /// How often it passed from hand to hand.
    pub passages: fn(usize) -> String,
    /// The first promised hour, and how often another was promised.
    pub was_due: fn(&str, usize) -> String,
    /// Who opened it again, when, and why.
    pub was_reopened: fn(&str, &str, &str) -> String,
    /// Who solved it, when, and what was done.
    pub solved_by: fn(&str, &str, &str) -> String,
    /// Takes it in charge.
    pub take: &'static str,
    /// Opens the line of what was done.
    pub solve: &'static str,
    /// Opens the choice of a colleague.
    pub hand_over: &'static str,
    /// Opens the choice of another hour.
    pub other_hour: &'static str,
    /// Opens the line of why it is opened again.
    pub reopen: &'static str,
    /// Label of what was done.
    pub solve_words: &'static str,
    /// Keeps it.
    pub solve_now: &'static str,
    /// Label of why.
    pub reopen_why: &'static str,
    /// Keeps it.
    pub reopen_now: &'static str,
    /// Label of a word to a colleague.
    pub word: &'static str,
    /// Label of the hour.
    pub another_hour: &'static str,
    /// Promises it.
    pub promise: &'static str,
    /// The hour is no hour to come.
    pub past: &'static str,
    /// Nothing was typed.
    pub missing: &'static str,
    /// It is solved.
    pub told_solved: &'static str,
    /// It is handed over: to whom.
    pub told_handed_over: fn(&str) -> String,
    /// It is written down.
    pub told_written: &'static str,
    /// Label of who asks.
    pub for_whom: &'static str,
    /// Label of what is asked.
    pub asks: &'static str,
    /// Label of how it came.
    pub came_by: &'static str,
    /// Label of how the answer is wanted.
    pub answer_by: &'static str,
    /// Label of the promised hour.
    pub due: &'static str,
    /// The person keeps it.
    pub mine: &'static str,
    /// Keeps it.
    pub write: &'static str,
    /// Until when a payment is to be put off, who wrote it down, when.
    pub asks_delay: fn(&str, &str, &str) -> String,
    /// Label of the words for the patient.
    pub delay_words: &'static str,
    /// Grants it.
    pub grant: &'static str,
    /// Does not grant it.
    pub deny: &'static str,
    /// Granted, not granted: what follows.
    pub told_delay: [&'static str; 2],
    /// Not for this role.
    pub refused: &'static str,
    /// What that means.
    pub refused_text: &'static str,
    /// The way out.
    pub to_agenda: &'static str,
}

/// The words in a language.
pub fn text(language: Language) -> &'static Text {
    match language {
        Language::Italian => &IT,
        Language::English => &EN,
    }
}
