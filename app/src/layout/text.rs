//! Words of the frame, in both languages.

mod english;
mod italian;

pub use english::EN;
pub use italian::IT;

use app_domain::language::Language;

use crate::port::PasswordProblem;

/// Words of the frame.
pub struct Text {
    /// Jumps over the navigation.
    pub skip: &'static str,
    /// Name of the navigation.
    pub navigation: &'static str,
    /// The agenda.
    pub agenda: &'static str,
    /// The call list.
    pub calls: &'static str,
    /// The section of the requests.
    pub requests: &'static str,
    /// Questions to clinicians.
    pub questions: &'static str,
    /// How many questions wait.
    pub to_answer: fn(usize) -> String,
    /// How the practice is set up.
    pub settings: &'static str,
    /// How many patients are to be called, read aloud.
    pub to_call: fn(usize) -> String,
    /// Shows initials for names.
    pub hide_names: &'static str,
    /// Shows names in full.
    pub show_names: &'static str,
    /// Name of the person's menu.
    pub person: fn(&str) -> String,
    /// The active role, among several.
    pub role: &'static str,
    /// Changing the role needs the server.
    pub role_needs_network: &'static str,
    /// The language of the interface.
    pub language: &'static str,
    /// Light or dark.
    pub theme: &'static str,
    /// As the device is set.
    pub theme_auto: &'static str,
    /// Light.
    pub theme_light: &'static str,
    /// Dark.
    pub theme_dark: &'static str,
    /// Shows the keys.
    pub shortcuts: &'static str,
    /// What the keys do, with the key.
    pub keys: [(&'static str, &'static str); 12],
    /// Ends the session.
    pub sign_out: &'static str,
    /// Heading of the question before that.
    pub sign_out_question: &'static str,
    /// How many changes are not sent yet, and what becomes of them.
    pub sign_out_unsent: fn(usize) -> String,
    /// Ends the session in spite of it.
    pub sign_out_anyway: &'static str,
    /// A new version waits.
    pub upgrade: &'static str,
    /// Loads it.
    pub upgrade_now: &'static str,
    /// The first load goes on.
    pub loading: &'static str,
    /// The first load failed: title.
    pub unreachable: &'static str,
    /// The first load failed: what it means.
    pub unreachable_text: &'static str,
    /// Only the server can open what rests here: title.
    pub sealed: &'static str,
    /// Only the server can open what rests here: what it means, with how many changes wait.
    pub sealed_text: fn(usize) -> String,
    /// A personal device without a network: title.
    pub locked: &'static str,
    /// A personal device without a network: what it means, with how many changes wait.
    pub locked_text: fn(usize) -> String,
    /// Opens it.
    pub open: &'static str,
    /// Whose this browser is.
    pub device: &'static str,
    /// Makes it the person's own.
    pub device_shared: &'static str,
    /// It is the person's own.
    pub device_personal: &'static str,
    /// Makes it one like any other.
    pub device_release: &'static str,
    /// Heading of the question before it becomes the person's own.
    pub device_question: &'static str,
    /// What that means.
    pub device_text: &'static str,
    /// Makes it so.
    pub device_confirm: &'static str,
    /// The account's password.
    pub password: &'static str,
    /// It is being checked.
    pub password_checking: &'static str,
    /// What is wrong with it.
    pub password_problem: fn(PasswordProblem) -> String,
    /// No such page: title.
    pub lost: &'static str,
    /// No such page: what it means.
    pub lost_text: &'static str,
    /// Back to the agenda.
    pub to_agenda: &'static str,
    /// The role does not see calls: title.
    pub calls_refused: &'static str,
    /// The role does not see calls: what it means.
    pub calls_refused_text: &'static str,
}

/// The words of a language.
pub const fn text(language: Language) -> &'static Text {
    match language {
        Language::Italian => &IT,
        Language::English => &EN,
    }
}
