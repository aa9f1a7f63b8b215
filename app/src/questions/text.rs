//! Words of the questions, in both languages.

mod english;
mod italian;

pub use english::EN;
pub use italian::IT;

use app_domain::calls::Advice;
use app_domain::language::Language;

/// Words of the questions.
pub struct Text {
    /// The page.
    pub title: &'static str,
    /// Heading of those that wait.
    pub open: &'static str,
    /// None waits.
    pub none: &'static str,
    /// What that means.
    pub none_note: &'static str,
    /// Heading of what was answered today.
    pub answered_today: &'static str,
    /// Heading of the patients at risk.
    pub at_risk: &'static str,
    /// What that means.
    pub at_risk_note: &'static str,
    /// Heading of the patients who do not want to go on.
    pub declined: &'static str,
    /// What that means.
    pub declined_note: &'static str,
    /// About what, written down by whom, when.
    pub said_to: fn(&str, &str, &str) -> String,
    /// The risk is as it was.
    pub risk_stays: &'static str,
    /// The clinician has seen it.
    pub seen: &'static str,
    /// By when.
    pub until: fn(&str) -> String,
    /// About what, asked by whom, when.
    pub asked: fn(&str, &str, &str) -> String,
    /// Nothing was written with the question.
    pub no_words: &'static str,
    /// Label of the words to say.
    pub say: &'static str,
    /// The answers, in the order of [`Advice::ALL`].
    pub answers: [&'static str; 4],
    /// What follows from each, in the same order.
    pub sent: [&'static str; 4],
    /// An answer: who, when, what, the words.
    pub told: fn(&str, &str, &str, &str) -> String,
    /// Not for this role.
    pub refused: &'static str,
    /// What that means.
    pub refused_text: &'static str,
    /// The way out.
    pub to_agenda: &'static str,
}

impl Text {
    /// An answer, as a button says it.
    pub fn advice(&self, advice: Advice) -> &'static str {
        self.answers[place(advice)]
    }

    /// What follows from an answer.
    pub fn sent(&self, advice: Advice) -> &'static str {
        self.sent[place(advice)]
    }
}

fn place(advice: Advice) -> usize {
    Advice::ALL
        .iter()
        .position(|one| *one == advice)
        .unwrap_or_default()
}

/// The words of a language.
pub fn text(language: Language) -> &'static Text {
    match language {
        Language::Italian => &IT,
        Language::English => &EN,
    }
}
