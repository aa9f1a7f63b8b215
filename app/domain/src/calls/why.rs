//! Why a row of the list is where it is, and since when, in words.

use super::{CallStatus, Reason};
use crate::language::Language;
use crate::time::Now;

/// Why the patient is at this place: a sentence about the best reason, without a full stop; empty where nothing is
/// listed.
pub fn row_sentence(status: &CallStatus, now: Now, language: Language) -> String {
    status
        .best()
        .map_or_else(String::new, |reason| reason_title(reason, now, language))
}

/// What a reason is, in a sentence without a full stop: the heading of its part of the call card.
pub fn reason_title(_reason: &Reason, _now: Now, _language: Language) -> String {
    String::new()
}

/// A word or two for the reason: the tag of a row.
pub fn reason_tag(_reason: &Reason, _now: Now, _language: Language) -> String {
    String::new()
}
