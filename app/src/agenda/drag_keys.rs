//! A visit is moved by the keys: Shift and an arrow take it up, arrows carry it, page up and down take it to another day, Enter
//! lets it go, Escape gives it up.

use app_domain::agenda::Appointment;
use leptos::ev::KeyboardEvent;

use super::drag::Dragging;
use super::drag_step::KeyStep;
use super::drag_turn::Towards;

/// Hears a key on a visit that has the focus. What it does not know is left to the page.
pub(super) fn hear_key(dragging: Dragging, visit: &Appointment, event: &KeyboardEvent) {
    let key = event.key();
    let holds = dragging.holds_now(visit.id);
    let takes_up = event.shift_key() && step_of(&key).is_some();
    if !holds && !takes_up {
        return;
    }
    match key.as_str() {
        "Enter" => dragging.let_go(),
        "Escape" => dragging.give_up(),
        "PageUp" => dragging.turn_by_keys(Towards::Before),
        "PageDown" => dragging.turn_by_keys(Towards::After),
        _ => {
            let Some(step) = step_of(&key) else {
                return;
            };
            if !holds {
                dragging.pick_up(visit);
            }
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
