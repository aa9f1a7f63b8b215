//! What is in the hand reaches beyond what is seen: near an edge of the page, the page scrolls under it.

use std::time::Duration;

use leptos::prelude::*;

use super::drag::Dragging;
use super::drag_turn::arrow_at;

/// How often the page moves on, and by how many pixels.
const EVERY: Duration = Duration::from_millis(25);
const STEP: i32 = 12;
/// How near to an edge a hand scrolls, in pixels; at the top, below the heads of the columns.
const NEAR: f64 = 44.0;
const HEADS: f64 = 44.0;

/// Scrolls the page under what is in the hand, as long as anything is.
pub(super) fn scroll_under(dragging: Dragging) {
    let busy = Memo::new(move |_| dragging.get().is_some());
    Effect::new(move || {
        if !busy.get() {
            return;
        }
        // A browser without timers has no page either.
        if let Ok(ticking) = set_interval_with_handle(move || scroll(dragging), EVERY) {
            on_cleanup(move || ticking.clear());
        }
    });
}

fn scroll(dragging: Dragging) {
    let (Some(page), Some(at)) = (document().get_element_by_id("main"), dragging.hand()) else {
        return;
    };
    // Over the way to another day nothing scrolls.
    if arrow_at(at).is_some() {
        return;
    }
    let seen = page.get_bounding_client_rect();
    let down = towards(f64::from(at.1), seen.top() + HEADS, seen.bottom());
    let across = towards(f64::from(at.0), seen.left() + HEADS, seen.right());
    if (down, across) == (0, 0) {
        return;
    }
    let before = (page.scroll_top(), page.scroll_left());
    page.set_scroll_top(before.0 + down * STEP);
    page.set_scroll_left(before.1 + across * STEP);
    if (page.scroll_top(), page.scroll_left()) != before {
        dragging.moved(at);
    }
}

/// To which side a hand near an edge scrolls.
fn towards(hand: f64, first: f64, last: f64) -> i32 {
    if hand < first + NEAR {
        -1
    } else if hand > last - NEAR {
        1
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_hand_near_an_edge_scrolls_and_beyond_it_too() {
        assert_eq!(towards(500.0, 0.0, 1000.0), 0);
        assert_eq!(towards(10.0, 0.0, 1000.0), -1);
        assert_eq!(towards(-40.0, 0.0, 1000.0), -1);
        assert_eq!(towards(980.0, 0.0, 1000.0), 1);
        assert_eq!(towards(1200.0, 0.0, 1000.0), 1);
    }
}
