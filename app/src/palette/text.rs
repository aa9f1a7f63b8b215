//! Words of the palette, in both languages.

mod english;
mod italian;

pub use english::EN;
pub use italian::IT;

use app_domain::language::Language;

/// Words of the palette.
pub struct Text {
    /// Opens it.
    pub open: &'static str,
    /// Its name.
    pub title: &'static str,
    /// What can be typed.
    pub placeholder: &'static str,
    /// Name of the list.
    pub results: &'static str,
    /// Heading of the days.
    pub days: &'static str,
    /// Heading of the patients.
    pub patients: &'static str,
    /// Heading of the patients chosen last.
    pub recent: &'static str,
    /// Heading of the people of the practice.
    pub people: &'static str,
    /// Heading of the actions.
    pub things_to_do: &'static str,
    /// The birth date.
    pub born: fn(&str) -> String,
    /// How many days ahead, or back.
    pub away: fn(i64) -> String,
    /// Somebody who has no column, and is not live or looks at nothing that one may see.
    pub nothing_to_open: &'static str,
    /// How many rows there are, how many patients are among them, and how many more of those there are; read aloud.
    pub found: fn(usize, usize, usize) -> String,
    /// How many more patients there are.
    pub more: fn(usize) -> String,
    /// The server is being asked.
    pub asking: &'static str,
    /// Nothing is found.
    pub nothing: &'static str,
    /// There is no network: what that means.
    pub offline: &'static str,
    /// The same for those who see tax codes.
    pub offline_with_tax_code: &'static str,
    /// The server does not answer: what that means.
    pub silent: &'static str,
    /// What the arrows do.
    pub to_select: &'static str,
    /// What Enter does.
    pub to_open: &'static str,
    /// What Esc does.
    pub to_shut: &'static str,
    /// The actions.
    pub actions: Actions,
}

/// What can be done: the name of each, and other words by which it is found.
pub struct Actions {
    /// The agenda of today.
    pub today: (&'static str, &'static str),
    /// The week of today.
    pub week: (&'static str, &'static str),
    /// The month of today.
    pub month: (&'static str, &'static str),
    /// A new visit.
    pub book: (&'static str, &'static str),
    /// The call list.
    pub calls: (&'static str, &'static str),
    /// What patients have asked.
    pub requests: (&'static str, &'static str),
    /// Who is away, and when the practice is closed.
    pub absences: (&'static str, &'static str),
    /// Chairs, hours, types of visit.
    pub setup: (&'static str, &'static str),
    /// What is not sent yet.
    pub outbox: (&'static str, &'static str),
    /// Initials for names.
    pub hide_names: (&'static str, &'static str),
    /// Names in full.
    pub show_names: (&'static str, &'static str),
    /// The day on paper.
    pub print: (&'static str, &'static str),
    /// The day by chair.
    pub by_chair: (&'static str, &'static str),
    /// The day by clinician.
    pub by_clinician: (&'static str, &'static str),
    /// Dark ink on light paper.
    pub light: (&'static str, &'static str),
    /// Light ink on dark paper.
    pub dark: (&'static str, &'static str),
    /// As the device is set.
    pub auto: (&'static str, &'static str),
    /// The interface in Italian.
    pub italian: (&'static str, &'static str),
    /// The interface in English.
    pub english: (&'static str, &'static str),
    /// The list of keys.
    pub shortcuts: (&'static str, &'static str),
    /// Ends the session.
    pub sign_out: (&'static str, &'static str),
}

/// The words of a language.
pub const fn text(language: Language) -> &'static Text {
    match language {
        Language::Italian => &IT,
        Language::English => &EN,
    }
}
