//! Whether the days of the week stand side by side, or under one another.

use leptos::ev;
use leptos::prelude::*;

/// The narrowest page, in pixels, on which days stand side by side (`style/agenda/week.css`).
const GRID: f64 = 720.0;

/// How the days of the week stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// Side by side.
    Grid,
    /// Under one another.
    List,
}

/// The shape that the page has now.
pub(super) fn shape() -> Memo<Shape> {
    let now = || {
        let width = window().inner_width().ok().and_then(|width| width.as_f64());
        match width {
            Some(width) if width < GRID => Shape::List,
            _ => Shape::Grid,
        }
    };
    let shape = RwSignal::new(now());
    let listener = window_event_listener(ev::resize, move |_| {
        if shape.get_untracked() != now() {
            shape.set(now());
        }
    });
    on_cleanup(move || listener.remove());
    Memo::new(move |_| shape.get())
}
