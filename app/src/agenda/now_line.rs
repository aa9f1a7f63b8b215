//! The present moment on the day.

use jiff::civil::Date;
use leptos::html;
use leptos::prelude::*;

use super::day_grid::row_of;
use super::day_plan::{Span, minute_of};
use super::text::text;
use crate::workspace::expect_workspace;

/// A line across the chairs with the hour beside it; nothing on any other day, nor outside the hours shown.
#[component]
pub fn NowLine(
    /// The day that is shown.
    day: Memo<Date>,
    /// The hours that are shown.
    hours: Memo<Span>,
    /// For whoever wants to scroll to it.
    node: NodeRef<html::Div>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let now = workspace.now();
    let minute = Memo::new(move |_| {
        let (now, hours) = (now.get(), hours.get());
        let minute = minute_of(now.time());
        (now.today() == day.get() && hours.from <= minute && minute < hours.to).then_some(minute)
    });
    let row = move || row_of(hours.get(), minute.get().unwrap_or_default());
    let rest = move || f32::from(minute.get().unwrap_or_default() % 5) / 5.0;
    let words = move || text(workspace.language().get());
    let clock = move || words().common.clock(now.get().time());
    view! {
        <Show when=move || minute.get().is_some()>
            <div
                class="now"
                node_ref=node
                role="img"
                aria-label=move || (words().day.now)(&clock())
                style:--from=move || row().to_string()
                style:--rest=move || rest().to_string()
            >
                <span class="now__hour num">{clock}</span>
            </div>
        </Show>
    }
}
