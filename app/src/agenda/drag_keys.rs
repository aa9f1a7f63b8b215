//! A visit is moved by the keys: Shift and an arrow take it up, arrows carry it, page up and down take it to another day, Enter
//! lets it go, Escape gives it up.

use app_domain::agenda::Appointment;
use leptos::ev::KeyboardEvent;
use leptos::prelude::document;

use super::drag::Dragging;
use super::drag_step::KeyStep;
use super::drag_turn::{Towards, nothing_has_focus};

/// Hears a key on a visit that has the focus. What it does not know is left to the page.
pub(super) fn hear_key(dragging: Dragging, visit: &Appointment, event: &KeyboardEvent) {
    if !dragging.holds_now(visit.id) {
        if !event.shift_key() || step_of(&event.key()).is_none() {
            return;
        }
        dragging.pick_up(visit, document().active_element());
    }
    carry(dragging, event);
}

/// Hears a key that nothing in the page has heard: what the keys carry is carried on although its card has lost the focus.
pub(super) fn hear_key_of_page(dragging: Dragging, event: &KeyboardEvent) {
    if event.key() == "Escape" {
        dragging.give_up();
    } else if dragging.is_busy() && dragging.hand().is_none() && nothing_has_focus() {
        carry(dragging, event);
    }
}

fn carry(dragging: Dragging, event: &KeyboardEvent) {
    match event.key().as_str() {
        "Enter" => dragging.let_go(),
        "Escape" => dragging.give_up(),
        "PageUp" => dragging.turn_by_keys(Towards::Before),
        "PageDown" => dragging.turn_by_keys(Towards::After),
        key => {
            let Some(step) = step_of(key) else {
                return;
            };
            dragging.step(step);
        }
    }
    dragging.hears_taps();
    event.prevent_default();
    event.stop_propagation();
}

fn step_of(key: &str) -> Option<KeyStep> {
    Some(match key {
        "ArrowUp" => KeyStep::Earlier,
        "ArrowDown" => KeyStep::Later,
        "ArrowLeft" => KeyStep::Left,
        "ArrowRight" => KeyStep::Right,
        "-" => KeyStep::Shorter,
        "+" => KeyStep::Longer,
        _ => return None,
    })
}
