//! Italian words of who is live.

use super::{Text, joined};

/// Italian.
pub static IT: Text = Text {
    live_title: "Al lavoro adesso",
    live: |names| format!("Al lavoro adesso: {}", joined(names, "e")),
    day: |names| {
        let look = if names.len() == 1 { "guarda" } else { "guardano" };
        format!("{} {look} questo giorno", joined(names, "e"))
    },
    call: |names| {
        let have = if names.len() == 1 {
            "ha aperta"
        } else {
            "hanno aperta"
        };
        format!("{} {have} questa scheda", joined(names, "e"))
    },
};
