//! Words of the patient's sheet, in both languages.

mod english;
mod italian;
mod payments;
mod recall;
mod risk;
mod statement;

pub use english::EN;
pub use italian::IT;
pub use payments::PaymentsText;
pub use recall::RecallText;
pub use risk::RiskText;
pub use statement::StatementText;

use app_domain::language::Language;

/// Words of the patient's sheet.
pub struct Text {
    /// Its heading.
    pub title: &'static str,
    /// Heading of the reasons to call.
    pub why: &'static str,
    /// There is no reason to call.
    pub no_reason: &'static str,
    /// A reason that is held for now.
    pub held: &'static str,
    /// Writes down what the patient asks.
    pub request: &'static str,
    /// Leads to the call.
    pub to_call: &'static str,
    /// Leads to a new visit.
    pub book: &'static str,
    /// The hygiene recall.
    pub recall: RecallText,
    /// Clinical risk.
    pub risk: RiskText,
    /// Heading of the visits to come.
    pub coming: &'static str,
    /// Heading of the visits of the last days.
    pub past: &'static str,
    /// Nothing is booked.
    pub no_visit: &'static str,
    /// A visit is booked.
    pub booked: &'static str,
    /// A visit is confirmed.
    pub confirmed: &'static str,
    /// The patient wants another time.
    pub asks_to_move: &'static str,
    /// The patient waits.
    pub arrived: &'static str,
    /// The patient is being treated.
    pub in_chair: &'static str,
    /// The patient was treated.
    pub done: &'static str,
    /// The patient did not come.
    pub missed: &'static str,
    /// The visit was called off.
    pub called_off: &'static str,
    /// The birth date.
    pub born: fn(&str) -> String,
    /// The patient's code.
    pub code: fn(&str) -> String,
    /// The patient is not among the rows of this device: what that means.
    pub elsewhere: &'static str,
    /// The server is being asked.
    pub asking: &'static str,
    /// There is no such patient: title.
    pub nobody: &'static str,
    /// There is no such patient: what it means.
    pub nobody_text: &'static str,
    /// Not on this device, and there is no network: title.
    pub not_here: &'static str,
    /// Not on this device, and there is no network: what it means.
    pub not_here_text: &'static str,
    /// The payments.
    pub payments: PaymentsText,
    /// The rows behind the figures of money.
    pub statement: StatementText,
}

/// The words of a language.
pub const fn text(language: Language) -> &'static Text {
    match language {
        Language::Italian => &IT,
        Language::English => &EN,
    }
}
