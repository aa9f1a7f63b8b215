//! Keeps the selected row in sight.

use leptos::html;
use leptos::prelude::*;

/// Scrolls the list, and nothing else, until the row is in it.
pub(super) fn reveal(list: NodeRef<html::Div>, row: &str) {
    let (Some(list), Some(row)) = (list.get_untracked(), document().get_element_by_id(row)) else {
        return;
    };
    let (frame, row) = (list.get_bounding_client_rect(), row.get_bounding_client_rect());
    let above = frame.top() - row.top();
    let below = row.bottom() - frame.bottom();
    if above > 0.0 {
        list.set_scroll_top(list.scroll_top() - pixels(above));
    } else if below > 0.0 {
        list.set_scroll_top(list.scroll_top() + pixels(below));
    }
}

/// Whole pixels, and one more: half a row is none. The browser counts in fractions.
#[expect(clippy::cast_possible_truncation, reason = "a screen is not so high")]
fn pixels(length: f64) -> i32 {
    length.ceil() as i32 + 1
}
