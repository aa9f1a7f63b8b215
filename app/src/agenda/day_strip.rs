//! What is to be known of a day before its visits.

use jiff::civil::Date;
use leptos::prelude::*;

use super::away::{AwayNotice, away_on};
use super::day_notes::DayNotes;
use crate::workspace::expect_workspace;

/// Letters of a note that a line of the sheet surely holds.
const LETTERS_A_LINE: usize = 100;

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

/// How many lines of the sheet it takes at most: the hours below share what is left (`style/print.css`).
pub(super) fn lines_on_paper(day: Memo<Date>) -> Memo<usize> {
    let workspace = expect_workspace();
    let (away, notes) = (away_on(workspace, day), workspace.notes_on(day.into()));
    Memo::new(move |_| {
        let notes = notes.read();
        let lines = notes
            .iter()
            .map(|note| note.text.chars().count().div_ceil(LETTERS_A_LINE));
        away.read().len().div_ceil(3) + lines.sum::<usize>()
    })
}
