//! A visit on the week, as text: a card of the grid, or a row of the list: who, when, how it stands.

use std::fmt::Write as _;

use app_domain::id::AppointmentId;

use super::week_look::WeekLook;
use super::week_room::Room;
use crate::ui::html::escaped;
use crate::ui::icon_html;

/// The attribute that says which visit a card is of: the grid hears taps for its cards.
pub(super) const VISIT: &str = "data-visit";

/// What the element of a card carries; nothing = not that attribute. Where too little room is left for a word, the name comes
/// under the mouse.
pub(super) fn attributes(look: &WeekLook) -> [(&'static str, Option<&str>); 3] {
    let title = (look.room == Room::Nothing).then_some(look.label.as_str());
    [
        ("class", Some(look.class.as_str())),
        ("aria-label", Some(look.label.as_str())),
        ("title", title),
    ]
}

/// A whole card.
pub(super) fn outside(id: AppointmentId, look: &WeekLook) -> String {
    let mut html = format!(r#"<button type="button" {VISIT}="{id}""#);
    for (name, value) in attributes(look) {
        if let Some(value) = value {
            // Writing to a string does not fail.
            let _ = write!(html, r#" {name}="{}""#, escaped(value));
        }
    }
    html.push('>');
    html.push_str(&inside(look));
    html.push_str("</button>");
    html
}

/// What is seen, which is cut where there is no room, and left out where nobody could read it; what is heard never is, and is
/// a label, because a text that nobody sees is laid out like any other.
pub(super) fn inside(look: &WeekLook) -> String {
    let mut html = String::new();
    // Writing to a string does not fail.
    if look.room != Room::Nothing {
        let _ = write!(
            html,
            r#"<span class="week-card__name">{} </span>"#,
            escaped(&look.name)
        );
        if let Some((glyph, word)) = &look.state {
            let word = if look.room == Room::All {
                escaped(word)
            } else {
                String::new()
            };
            let _ = write!(
                html,
                r#"<span class="week-card__state">{}{word} </span>"#,
                icon_html(*glyph)
            );
        }
    }
    if look.room == Room::All {
        let _ = write!(
            html,
            r#"<span class="week-card__time num">{}</span>"#,
            escaped(&look.time)
        );
    }
    if let Some((glyph, word)) = look.row {
        let _ = write!(
            html,
            r#"<span class="row-mark" title="{}">{}</span>"#,
            escaped(word),
            icon_html(glyph)
        );
    }
    if look.room == Room::All {
        for mark in &look.marks {
            let _ = write!(
                html,
                r#"<i class="mark {}" data-sign="{}"></i>"#,
                mark.tone().class(),
                escaped(mark.sign())
            );
        }
    }
    html
}
