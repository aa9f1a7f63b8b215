//! A visit on the week.

use std::sync::Arc;

use app_domain::id::AppointmentId;
use leptos::prelude::*;

use super::week_look::WeekLook;
use crate::ui::Icon;

/// The attribute that says which visit a card is of: the grid hears taps for its cards.
pub(super) const VISIT: &str = "data-visit";

/// A card of the grid, or a row of the list: who, when, how it stands. One effect redraws it in place.
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
        let state = look.state.clone().map(|(glyph, word)| {
            view! {
                <span class="week-card__state">
                    <Icon glyph />
                    {word} " "
                </span>
            }
        });
        let row = look.row.map(|(glyph, word)| {
            view! {
                <span class="row-mark" title=word>
                    <Icon glyph />
                </span>
            }
        });
        let mark = |mark: &super::appointment_marks::SmallMark| {
            let class = format!("mark {}", mark.tone().class());
            view! {
                <i class=class>
                    {mark.sign()}
                </i>
            }
        };
        view! {
            <button
                type="button"
                class=look.class.clone()
                prop:style=look.style.clone()
                data-visit=visit.clone()
            >
                // What is seen is cut where there is no room: what is heard never is.
                <span class="aloud">{look.label.clone()}</span>
                <span class="week-card__seen" aria-hidden="true">
                    <span class="week-card__name">{look.name.clone()} " "</span>
                    {state}
                    <span class="week-card__time num">{look.time.clone()}</span>
                    {row}
                    {look.marks.iter().map(mark).collect_view()}
                </span>
            </button>
        }
    }
}
