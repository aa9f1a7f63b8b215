//! Whether the day is shown by chair or by clinician.

use leptos::prelude::*;

use super::text::text;
use crate::port::DayView;
use crate::ui::Segmented;
use crate::workspace::expect_workspace;

/// The choice of the columns. On narrow screens the day is a list by time and there is nothing to choose.
#[component]
pub fn DayViewChoice() -> impl IntoView {
    let workspace = expect_workspace();
    let view = workspace.day_view();
    let words = move || &text(workspace.language().get()).day;
    let options = Signal::derive(move || {
        let words = words();
        vec![
            (DayView::Chairs, words.by_chair.to_owned()),
            (DayView::Clinicians, words.by_clinician.to_owned()),
        ]
    });
    view! {
        <div class="day-view">
            <Segmented
                name="day-view"
                label=Signal::derive(move || words().columns.to_owned())
                options
                chosen=view
                on_choose=move |chosen| view.set(chosen)
            />
        </div>
    }
}
