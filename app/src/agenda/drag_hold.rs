//! What a finger does is told to the card on which it was put, also where somebody else's change has taken that card away. Without
//! an answer from there the browser would scroll, and take the visit out of the hand.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{Element, Event};

use super::drag::Dragging;

/// What a finger may take up: a card of the day, or of the week.
const CARDS: &str = ".day article, .week [data-visit]";

/// Keeps the page still under a finger that carries something, whatever becomes of the card on which it was put.
pub(super) fn hold_still(dragging: Dragging) -> WindowListenerHandle {
    let answer = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if dragging.is_busy() {
            event.prevent_default();
        }
    });
    let answer = StoredValue::new_local(answer);
    window_event_listener(ev::touchstart, move |event| {
        let under: Element = event_target(&event);
        if under.closest(CARDS).ok().flatten().is_some() {
            // Heard once, however often it is asked for, and gone with the card.
            let _ = answer.with_value(|answer| {
                under.add_event_listener_with_callback("touchmove", answer.as_ref().unchecked_ref())
            });
        }
    })
}
