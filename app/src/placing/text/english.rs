//! English words of proposed places.

use super::Text;

/// English.
pub static EN: Text = Text {
    place: |place| format!("first place: {place}"),
    looking: "looking for a place…",
    none: "no free place in the next weeks",
    later: "the place is proposed during the call",
    take: |place, who| format!("{place}: move {who} here"),
};
