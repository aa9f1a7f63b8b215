//! Words of the panels of a card.

/// Words of the panels.
pub struct PanelText {
    /// Title: when to call back.
    pub call_back: &'static str,
    /// Another time.
    pub another_time: &'static str,
    /// Names the field for what is promised.
    pub promised: &'static str,
    /// An example of it.
    pub promised_like: &'static str,
    /// Names the hours of a promise.
    pub until_when: &'static str,
    /// Writes the promise down.
    pub promise: &'static str,
    /// The hour is past.
    pub past: &'static str,
    /// Title: which place.
    pub book: &'static str,
    /// What the visit is for.
    pub kind: &'static str,
    /// Any clinician.
    pub anybody: &'static str,
    /// Which clinician.
    pub clinician: &'static str,
    /// An hour that was not proposed.
    pub another_place: &'static str,
    /// Why there, outside hours.
    pub why_there: &'static str,
    /// The reason stays with the visit.
    pub reason_hint: &'static str,
    /// Somebody else grants it.
    pub asks_hint: &'static str,
    /// Takes the place.
    pub choose_place: &'static str,
    /// Title: problem.
    pub problem: &'static str,
    /// What happens then.
    pub problem_note: &'static str,
    /// By when.
    pub until: &'static str,
    /// Title: other outcomes.
    pub other: &'static str,
    /// What the patient reports.
    pub question: &'static str,
    /// Questions that were answered with "yes".
    pub said_yes_to: fn(&str) -> String,
    /// Title: not before a day.
    pub later: &'static str,
    /// Title: a payment that is put off.
    pub delay: &'static str,
    /// Until which day the caller grants it, and who decides beyond.
    pub delay_within: fn(&str) -> String,
    /// The caller grants none: who decides.
    pub delay_asks: &'static str,
    /// Title: a promise to pay.
    pub pay: &'static str,
    /// How much, if it was said.
    pub amount: &'static str,
    /// Not an amount.
    pub not_an_amount: &'static str,
    /// Another day.
    pub another_day: &'static str,
    /// Today or before.
    pub not_a_later_day: &'static str,
    /// Writes it down.
    pub write: &'static str,
    /// Title: an opposition.
    pub oppose: &'static str,
    /// For what.
    pub purpose: &'static str,
    /// For what this call is about.
    pub of_this_call: &'static str,
    /// By which channel.
    pub by_channel: &'static str,
    /// By none.
    pub no_channel: &'static str,
    /// What follows.
    pub oppose_note: &'static str,
    /// Title: to whom a promise goes.
    pub hand_over: &'static str,
    /// Label of a word to a colleague.
    pub word: &'static str,
    /// Oneself.
    pub i_take_it: &'static str,
    /// It has gone to somebody.
    pub handed_over: fn(&str) -> String,
}
