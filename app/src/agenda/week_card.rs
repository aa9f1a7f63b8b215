//! A visit on the week.

use std::fmt::Write as _;
use std::sync::Arc;

use app_domain::id::AppointmentId;
use leptos::prelude::*;

use super::week_look::WeekLook;
use super::week_room::Room;
use crate::ui::html::escaped;
use crate::ui::icon_html;

/// The attribute that says which visit a card is of: the grid hears taps for its cards.
pub(super) const VISIT: &str = "data-visit";

/// A card of the grid, or a row of the list: who, when, how it stands. A thousand of them are painted at once, so what is in
/// a card is written as text, and one effect puts it there.
#[component]
pub fn WeekCard(
    /// Which.
    id: AppointmentId,
    /// How it looks.
    look: Memo<Arc<WeekLook>>,
) -> impl IntoView {
    let visit = id.0.to_string();
    move || {
        let look = look.get();
        view! {
            <button
                type="button"
                class=look.class.clone()
                prop:style=look.style.clone()
                data-visit=visit.clone()
                aria-label=look.label.clone()
                title=(look.room == Room::Nothing).then(|| look.label.clone())
                inner_html=inside(&look)
            ></button>
        }
    }
}

/// What is seen, which is cut where there is no room, and left out where nobody could read it; what is heard never is, and is
/// a label, because a text that nobody sees is laid out like any other.
fn inside(look: &WeekLook) -> String {
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
