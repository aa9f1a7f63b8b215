//! Why a row of the list is where it is, and since when, in words.

mod english;
mod italian;
mod spans;

use super::{Advice, CallStatus, Reason};
use crate::language::Language;
use crate::money::Cents;
use crate::time::Now;

/// Why the patient is at this place: a sentence about the best reason, without a full stop; empty where nothing is
/// listed.
pub fn row_sentence(status: &CallStatus, now: Now, language: Language) -> String {
    status
        .best()
        .map_or_else(String::new, |reason| reason_title(reason, now, language))
}

/// What a reason is and since when, in a sentence without a full stop: the heading of its part of the call card.
/// Amounts appear only where the role may know them.
pub fn reason_title(reason: &Reason, now: Now, language: Language) -> String {
    match language {
        Language::Italian => italian::title(reason, now),
        Language::English => english::title(reason, now),
    }
}

/// A word or two for the reason: the tag of a row.
pub fn reason_tag(reason: &Reason, now: Now, language: Language) -> String {
    match language {
        Language::Italian => italian::tag(reason, now),
        Language::English => english::tag(reason, now),
    }
}

/// What a clinician wants done, in two or three words.
pub const fn advice(advice: Advice, language: Language) -> &'static str {
    match language {
        Language::Italian => italian::advice(advice),
        Language::English => english::advice(advice),
    }
}

/// An amount as it is written, with its cents; below zero with a minus.
pub fn amount(amount: Cents, language: Language) -> String {
    let sign = if amount < Cents(0) { "−" } else { "" };
    let euros = match language {
        Language::Italian => italian::euros(amount),
        Language::English => english::euros(amount),
    };
    format!("{sign}{euros}")
}

#[cfg(test)]
mod tests;
