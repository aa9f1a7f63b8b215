//! A day of the week: its head, when nobody works, and its visits.

use std::sync::Arc;

use jiff::civil::Date;
use leptos::html;
use leptos::prelude::*;

use super::away::away_of;
use super::choices::Choices;
use super::day_grid::{ROW_MINUTES, row_of};
use super::day_plan::{ColumnOf, DayPlan, Planned, Span, minute_of};
use super::text::text;
use super::week_board::WeekDayRows;
use super::week_cards::WeekCards;
use super::week_ghost::WeekGhost;
use super::week_head::WeekHead;
use super::week_look::{WeekLook, WeekLooks, week_looks};
use crate::workspace::expect_workspace;

/// A day of the week.
#[component]
pub fn WeekDay(
    /// Which.
    date: Date,
    /// Where everything stands.
    plan: Memo<DayPlan>,
    /// The hours that the week shows.
    hours: Memo<Span>,
    /// How wide the day is at the most, in pixels; none where the week is a list.
    width: Memo<Option<u16>>,
    /// What there is on the day.
    rows: WeekDayRows,
) -> impl IntoView {
    let workspace = expect_workspace();
    let column = Memo::new(move |_| {
        let plan = plan.read();
        plan.columns
            .iter()
            .position(|column| column.of == ColumnOf::Day(date))
            .unwrap_or_default()
    });
    let shut = Memo::new(move |_| {
        let plan = plan.read();
        plan.columns
            .get(column.get())
            .map(|column| column.shut.clone())
            .unwrap_or_default()
    });
    let away = away_of(workspace, date, Choices::expect().part(workspace));
    let away_word = move || text(workspace.language().get()).day.away;
    let away_spans = move || {
        let hours = hours.get();
        let away = away.read();
        let spans = away.iter().filter_map(|away| away.within(hours));
        spans
            .map(|span| away_span(hours, span, away_word()))
            .collect_view()
    };
    // A change on another day goes no further than this.
    let here = Memo::new(move |_| {
        let (plan, column) = (plan.read(), column.get());
        plan.planned
            .iter()
            .filter(|planned| planned.column == column)
            .copied()
            .collect::<Vec<Planned>>()
    });
    let looks = week_looks(workspace, date, here, (hours, width), rows.visits);
    let today = workspace.today();
    let is_today = move || today.get() == date;
    let region = move || {
        let words = text(workspace.language().get());
        (words.week.day)(&words.common.day_long(date), rows.visits.read().len())
    };
    // The head says it aloud.
    let reason = move || rows.closed.get();
    let node = NodeRef::<html::Section>::new();
    Effect::new(move |scrolled: Option<bool>| {
        let here = node
            .get()
            .filter(|_| scrolled != Some(true) && workspace.today().get_untracked() == date);
        if let Some(section) = &here {
            section.scroll_into_view();
        }
        scrolled == Some(true) || here.is_some()
    });
    view! {
        <section
            node_ref=node
            class="week__day"
            class:week__day--today=is_today
            aria-label=region
            style:--column=move || column.get().to_string()
        >
            <WeekHead date rows />
            <div class="week__track">
                {move || shut.get().into_iter().map(|span| shut_span(hours.get(), span)).collect_view()}
                {away_spans}
                <p class="week__reason" aria-hidden="true">{reason}</p>
                <WeekNow date hours />
                // What waits for a person is read before what is settled.
                <For
                    each=move || looks.read().ghosts()
                    key=|(id, _)| *id
                    children=move |(id, look)| view! { <WeekGhost id look=follow(looks, look) /> }
                />
                <WeekCards looks />
            </div>
        </section>
    }
}

/// How one of them looks from now on. One that has gone looks as it did last.
fn follow(looks: Memo<WeekLooks>, first: Arc<WeekLook>) -> Memo<Arc<WeekLook>> {
    Memo::new(move |last: Option<&Arc<WeekLook>>| {
        let now = looks.read().get(first.id);
        now.or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
    })
}

/// A span in which nobody works.
fn shut_span(hours: Span, span: Span) -> impl IntoView {
    let (from, length) = (row_of(hours, span.from), span.minutes() / ROW_MINUTES);
    view! {
        <div class="week__shut" style:--from=from.to_string() style:--length=length.to_string()></div>
    }
}

/// A span in which the clinician whose week it is is away.
fn away_span(hours: Span, span: Span, word: &'static str) -> impl IntoView {
    let (from, length) = (row_of(hours, span.from), span.minutes() / ROW_MINUTES);
    view! {
        <div class="week__shut week__away" style:--from=from.to_string() style:--length=length.to_string()>
            {word}
        </div>
    }
}

/// The present moment, on its day.
#[component]
fn WeekNow(date: Date, hours: Memo<Span>) -> impl IntoView {
    let workspace = expect_workspace();
    let now = workspace.now();
    let minute = Memo::new(move |_| {
        let (now, hours) = (now.get(), hours.get());
        let minute = minute_of(now.time());
        (now.today() == date && hours.from <= minute && minute < hours.to).then_some(minute - hours.from)
    });
    let words = move || text(workspace.language().get());
    let clock = move || words().common.clock(now.get().time());
    let rows = move || f32::from(minute.get().unwrap_or_default()) / f32::from(ROW_MINUTES);
    view! {
        <Show when=move || minute.get().is_some()>
            <div
                class="week__now"
                role="img"
                aria-label=move || (words().day.now)(&clock())
                style:--rows-down=move || rows().to_string()
            ></div>
        </Show>
    }
}
