//! The head of a day of the week.

use app_domain::agenda::first_free;
use jiff::civil::Date;
use leptos::prelude::*;

use super::away::{AwayOn, away_of};
use super::choices::Choices;
use super::text::text;
use super::week_board::WeekDayRows;
use crate::heed::heed;
use crate::text::capitalised;
use crate::workspace::expect_workspace;

/// Shorter gaps are not worth telling.
const GAP: u16 = 30;

/// The day, how many come, the first free moment, and why nobody works; a tap leads to the day.
#[component]
pub fn WeekHead(
    /// Which day.
    date: Date,
    /// What there is on it.
    rows: WeekDayRows,
) -> impl IntoView {
    let workspace = expect_workspace();
    let part = Choices::expect().part(workspace);
    let (today, now) = (workspace.today(), workspace.now());
    let closures = workspace.closures();
    let chairs = workspace.chairs();
    let away = away_of(workspace, date, part);
    let full = workspace.fullness(Signal::stored(date), part.into());
    let words = move || text(workspace.language().get());
    let free = Memo::new(move |_| {
        // What the rule reads of the rows.
        heed(rows.visits);
        heed(closures);
        heed(chairs);
        heed(away);
        let part = part.get();
        let now = if today.get() == date {
            now.get()
        } else {
            now.get_untracked()
        };
        let from = now.instant.civil();
        workspace.read(|rows| first_free(rows, date, part, from, GAP))
    });
    // Away as long as anybody would have worked.
    let is_away = move || !away.read().is_empty() && full.get().open == 0;
    let away_hours = move || {
        let away = away.read();
        let hours: Vec<String> = away.iter().filter_map(AwayOn::hours).collect();
        (!is_away() && !hours.is_empty()).then(|| (words().week.away_at)(&hours.join(", ")))
    };
    let count = move || (words().week.visits)(rows.visits.read().len());
    let more = move || match (rows.closed.get(), free.get()) {
        (Some(reason), _) => (words().day.closed)(&reason),
        (None, Some(at)) => (words().week.free_from)(&words().common.clock(at)),
        (None, None) if is_away() => words().day.away.to_owned(),
        (None, None) if today.get() <= date => words().week.no_gap.to_owned(),
        (None, None) => String::new(),
    };
    let label = move || (words().week.to_day)(&words().common.day_long(date));
    view! {
        <a
            class="week__head"
            href=format!("/agenda/{date}")
            title=label
            aria-current=move || (today.get() == date).then_some("date")
        >
            <b>{move || capitalised(&words().common.day_short(date))}</b>
            <small class="num">
                <Show when=move || rows.closed.read().is_none() || !rows.visits.read().is_empty()>
                    <span>{count}</span>
                </Show>
                <span class="week__more" class:week__more--closed=move || rows.closed.read().is_some() || is_away()>{more}</span>
                // Where days lie side by side, they show it.
                <span class="week__partly">{away_hours}</span>
            </small>
        </a>
    }
}
