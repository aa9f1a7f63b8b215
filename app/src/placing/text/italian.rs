//! Italian words of proposed places.

use super::Text;

/// Italian.
pub static IT: Text = Text {
    place: |place| format!("primo posto: {place}"),
    looking: "cerco un posto…",
    none: "nessun posto libero nelle prossime settimane",
    later: "il posto si propone durante la chiamata",
    take: |place, who| format!("{place}: sposta qui {who}"),
};
