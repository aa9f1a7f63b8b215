//! What can be done from anywhere.

use app_domain::calls::folded;

use super::text::Text;
use crate::ui::Glyph;

/// What can be done from anywhere.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Action {
    /// The agenda of today.
    Today,
    /// The week of today.
    Week,
    /// The month of today.
    Month,
    /// A new visit.
    Book,
    /// The call list.
    Calls,
    /// What patients have asked.
    Requests,
    /// Who is away, and when the practice is closed.
    Absences,
    /// Chairs, hours, types of visit.
    Setup,
    /// What is not sent yet, and what waits for a person.
    Outbox,
    /// Initials for names, or names in full.
    Names,
    /// The day on paper.
    Print,
    /// The day by chair.
    ByChair,
    /// The day by clinician.
    ByClinician,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
    /// As the device is set.
    Auto,
    /// The interface in Italian.
    Italian,
    /// The interface in English.
    English,
    /// The list of keys.
    Shortcuts,
    /// Ends the session.
    SignOut,
}

impl Action {
    /// Every action, in the order in which they are offered.
    pub(super) const ALL: [Self; 20] = [
        Self::Today,
        Self::Week,
        Self::Month,
        Self::Book,
        Self::Calls,
        Self::Requests,
        Self::Absences,
        Self::Setup,
        Self::Outbox,
        Self::Names,
        Self::Print,
        Self::ByChair,
        Self::ByClinician,
        Self::Light,
        Self::Dark,
        Self::Auto,
        Self::Italian,
        Self::English,
        Self::Shortcuts,
        Self::SignOut,
    ];

    /// The words, with others by which it is found too. They depend on whether names are hidden now.
    pub(super) fn words(self, text: &Text, names_hidden: bool) -> (&'static str, &'static str) {
        let words = &text.actions;
        match self {
            Self::Today => words.today,
            Self::Week => words.week,
            Self::Month => words.month,
            Self::Book => words.book,
            Self::Calls => words.calls,
            Self::Requests => words.requests,
            Self::Absences => words.absences,
            Self::Setup => words.setup,
            Self::Outbox => words.outbox,
            Self::Names if names_hidden => words.show_names,
            Self::Names => words.hide_names,
            Self::Print => words.print,
            Self::ByChair => words.by_chair,
            Self::ByClinician => words.by_clinician,
            Self::Light => words.light,
            Self::Dark => words.dark,
            Self::Auto => words.auto,
            Self::Italian => words.italian,
            Self::English => words.english,
            Self::Shortcuts => words.shortcuts,
            Self::SignOut => words.sign_out,
        }
    }

    /// Whether every word that was typed is the beginning of one of its words.
    pub(super) fn is_found(self, typed: &str, text: &Text, names_hidden: bool) -> bool {
        let (name, others) = self.words(text, names_hidden);
        all_begin(typed, &format!("{name} {others}"))
    }

    /// The picture.
    pub(super) const fn glyph(self) -> Glyph {
        match self {
            Self::Today | Self::Week | Self::Month | Self::ByChair | Self::ByClinician => Glyph::Agenda,
            Self::Book => Glyph::Plus,
            Self::Calls => Glyph::Phone,
            Self::Requests | Self::Italian | Self::English => Glyph::Message,
            Self::Absences => Glyph::Absent,
            Self::Setup => Glyph::Settings,
            Self::Outbox => Glyph::Kept,
            Self::Names => Glyph::Eye,
            Self::Print => Glyph::Print,
            Self::Light | Self::Dark | Self::Auto => Glyph::Forward,
            Self::Shortcuts => Glyph::Question,
            Self::SignOut => Glyph::Leave,
        }
    }

    /// The key that does the same.
    pub(super) const fn key(self) -> Option<&'static str> {
        match self {
            Self::Today => Some("T"),
            Self::Shortcuts => Some("?"),
            _ => None,
        }
    }
}

/// Whether every typed word is the beginning of a word of the text.
pub(super) fn all_begin(typed: &str, text: &str) -> bool {
    let plain = |text: &str| -> String { folded(text).replace(['\'', '’'], " ") };
    let (typed, text) = (plain(typed), plain(text));
    let words: Vec<&str> = text.split_whitespace().collect();
    let begins = |typed: &str| words.iter().any(|word| word.starts_with(typed));
    typed.split_whitespace().all(begins)
}

#[cfg(test)]
mod tests {
    use super::super::text::{EN, IT};
    use super::*;

    #[test]
    fn an_action_is_found_by_the_beginnings_of_its_words() {
        let found = |typed: &str| -> Vec<Action> {
            Action::ALL
                .into_iter()
                .filter(|action| action.is_found(typed, &IT, false))
                .collect()
        };
        assert_eq!(found("agenda"), [Action::Today]);
        assert_eq!(found("scuro"), [Action::Dark]);
        assert_eq!(found("settimana"), [Action::Week]);
        assert_eq!(found("prenota"), [Action::Book]);
        assert_eq!(found("ferie"), [Action::Absences]);
        assert_eq!(found("nomi nasc"), [Action::Names]);
        assert_eq!(found("mostra i nomi"), []);
        assert_eq!(found("logout"), [Action::SignOut]);
    }

    #[test]
    fn every_action_has_words_of_its_own_in_both_languages() {
        for text in [&IT, &EN] {
            let mut names: Vec<_> = Action::ALL
                .into_iter()
                .map(|action| action.words(text, true).0)
                .collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), Action::ALL.len());
        }
    }
}
