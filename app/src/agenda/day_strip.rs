//! What is to be known of a day before its visits.

use jiff::civil::Date;
use leptos::prelude::*;

use super::away::AwayNotice;
use super::day_notes::DayNotes;

/// Who is away, and the notes that hold: a slim line.
#[component]
pub(super) fn DayStrip(
    /// The day that is shown.
    day: Memo<Date>,
) -> impl IntoView {
    view! {
        <div class="day-strip">
            <AwayNotice day />
            <DayNotes day />
        </div>
    }
}
