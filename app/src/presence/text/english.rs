//! English words of who is live.

use super::{Text, joined};

/// English.
pub static EN: Text = Text {
    live_title: "At work now",
    live: |names| format!("At work now: {}", joined(names, "and")),
    day: |names| {
        let look = if names.len() == 1 { "is" } else { "are" };
        format!("{} {look} looking at this day", joined(names, "and"))
    },
    call: |names| {
        let have = if names.len() == 1 { "has" } else { "have" };
        format!("{} {have} this card open", joined(names, "and"))
    },
};
