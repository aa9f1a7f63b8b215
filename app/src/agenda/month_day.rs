//! A day of the month: how full it is, in a bar and in words.

use app_domain::agenda::{Fullness, has_opening};
use app_domain::rows::Rows;
use jiff::civil::Date;
use leptos::prelude::*;

use super::away::away_of;
use super::choices::Choices;
use super::shown_visits::closed_because;
use super::text::{Text, text};
use crate::workspace::expect_workspace;

/// What is said of a day of the month.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Told {
    /// Before the first day that this device holds.
    Beyond,
    /// Nobody works.
    Closed {
        /// Why, where it is not the day of the week.
        reason: Option<String>,
        /// How many come all the same.
        visits: u32,
    },
    /// The clinician whose month it is is away all day.
    Away {
        /// How many come all the same.
        visits: u32,
    },
    /// Somebody works.
    Open(Fullness),
}

/// From so many of a hundred on, a day is nearly full.
const NEARLY_FULL: u32 = 85;

/// A day; a tap leads to it.
#[component]
pub fn MonthDay(
    /// Which.
    date: Date,
    /// The first day of the month that is shown.
    month: Memo<Date>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let part = Choices::expect().part(workspace);
    let full = workspace.fullness(Signal::stored(date), part.into());
    let (closures, today) = (workspace.closures(), workspace.today());
    let away = away_of(workspace, date, part);
    // On a day on which nobody works nobody is away.
    let works = move |part| workspace.read(|rows| has_opening(rows, date, part));
    let told = Memo::new(move |_| {
        let window = workspace.read(|rows| rows.practice().map(|practice| practice.window_from));
        let reason = closed_because(&closures.read(), date, workspace.language().get());
        let full = full.get();
        match window {
            Some(from) if date < from => Told::Beyond,
            _ if full.open == 0 && reason.is_none() && !away.read().is_empty() && works(part.get()) => {
                Told::Away { visits: full.visits }
            }
            _ if full.open == 0 => Told::Closed {
                reason,
                visits: full.visits,
            },
            _ => Told::Open(full),
        }
    });
    let words = move || text(workspace.language().get());
    let label = move || {
        let words = words();
        format!(
            "{}: {}",
            words.common.day_long(date),
            sentence(&told.read(), words)
        )
    };
    let is_elsewhere = move || date.first_of_month() != month.get();
    view! {
        <li
            class="month__day"
            class:month__day--elsewhere=is_elsewhere
            class:month__day--past=move || date < today.get()
        >
            <a
                class="month-day"
                href=format!("/agenda/{date}")
                aria-current=move || (today.get() == date).then_some("date")
            >
                <span class="aloud">{label}</span>
                <span class="month-day__seen" aria-hidden="true">
                    <b class="month-day__number num">{date.day()}</b>
                    {move || view! { <DayBody told=told.get() words=words() /> }}
                </span>
            </a>
        </li>
    }
}

/// What is seen of a day. All of it is read aloud by the name of the link.
#[component]
fn DayBody(told: Told, words: &'static Text) -> impl IntoView {
    match told {
        Told::Beyond => view! { <small class="month-day__note">{words.month.beyond}</small> }.into_any(),
        Told::Away { visits } => {
            let count = (visits != 0).then(|| (words.week.visits)(visits as usize));
            view! {
                <small class="month-day__note month-day__note--away">{words.month.away}</small>
                <small class="num">{count}</small>
            }
            .into_any()
        }
        Told::Closed { reason, visits } => {
            let has_reason = reason.is_some();
            let note = reason.map_or_else(
                || words.month.shut.to_owned(),
                |reason| (words.day.closed)(&reason),
            );
            let count = (visits != 0).then(|| (words.week.visits)(visits as usize));
            view! {
                <small class="month-day__note month-day__note--short">{words.month.shut}</small>
                <small class="month-day__note month-day__note--long" class:month-day__note--closed=has_reason>{note}</small>
                <small class="num">{count}</small>
            }
            .into_any()
        }
        Told::Open(full) => {
            let percent = full.percent();
            let is_nearly_full = percent >= NEARLY_FULL;
            view! {
                <span class="month-day__bar" class:month-day__bar--full=is_nearly_full>
                    <span style:width=format!("{percent}%")></span>
                </span>
                <span class="month-day__percent num">{format!("{percent}%")}</span>
                <small class="num">{(words.week.visits)(full.visits as usize)}</small>
                <small class="month-day__free num">{(words.month.free)(full.free() / 60, full.free() % 60)}</small>
            }
            .into_any()
        }
    }
}

/// A day in words.
fn sentence(told: &Told, words: &Text) -> String {
    match told {
        Told::Beyond => words.month.beyond_aloud.to_owned(),
        Told::Away { visits } => {
            format!("{}, {}", words.month.away, (words.week.visits)(*visits as usize))
        }
        Told::Closed { reason, visits } => {
            let why = reason.as_ref().map_or_else(
                || words.month.shut.to_owned(),
                |reason| (words.day.closed)(reason),
            );
            format!("{why}, {}", (words.week.visits)(*visits as usize))
        }
        Told::Open(full) => (words.month.full)(
            full.percent(),
            &(words.week.visits)(full.visits as usize),
            &(words.month.free)(full.free() / 60, full.free() % 60),
        ),
    }
}
