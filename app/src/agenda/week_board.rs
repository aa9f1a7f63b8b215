//! The week: which days it has, and where everything stands on them.

use app_domain::agenda::{Appointment, Part, has_opening};
use app_domain::id::ChairId;
use app_domain::rows::Rows;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use leptos::prelude::*;

use super::agenda_address::monday;
use super::choices::Choices;
use super::day_columns::open_at_any;
use super::day_plan::{ColumnOf, DayKind, DayPlan, Frame, Ghost, Head};
use super::shown_visits::{closed_because, ghosts_on, shown_visits};
use super::text::text;
use super::week_grid::WeekGrid;
use crate::ui::EmptyState;
use crate::workspace::{Workspace, expect_workspace};

/// What is shown of a day of the week.
#[derive(Clone, Copy)]
pub(super) struct WeekDayRows {
    /// Its visits.
    pub(super) visits: Memo<Vec<Appointment>>,
    /// What was to stand there, and waits for a person.
    pub(super) ghosts: Memo<Vec<Ghost>>,
    /// Why nobody works, if nobody does.
    pub(super) closed: Memo<Option<String>>,
}

/// A week of all chairs together, of one chair, or of one clinician.
#[component]
pub fn WeekBoard(
    /// A day of the week.
    day: Memo<Date>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let part = Choices::expect().part(workspace);
    let first = Memo::new(move |_| monday(day.get()));
    let days: [WeekDayRows; 7] = std::array::from_fn(|index| {
        let date = Signal::derive(move || nth(first.get(), index));
        rows_of(workspace, date, part)
    });
    let plan = week_plan(workspace, first, part, days);
    let window = Memo::new(move |_| {
        let from = workspace.read(|rows| rows.practice().map(|practice| practice.window_from));
        from.filter(|from| nth(first.get(), 6) < *from)
    });
    let words = move || text(workspace.language().get());
    let region = move || (words().week.region)(&words().common.day_long(first.get()));
    let beyond = Signal::derive(move || {
        (words().day.beyond_text)(&words().common.date(window.get().unwrap_or_default()))
    });
    view! {
        <main id="main" class="agenda" tabindex="-1">
            <section class="agenda__day" aria-label=region>
                <Show
                    when=move || window.get().is_none()
                    fallback=move || {
                        view! { <EmptyState title=Signal::derive(move || words().week.beyond.to_owned()) text=beyond /> }
                    }
                >
                    <WeekGrid plan days />
                </Show>
            </section>
        </main>
    }
}

/// Where everything stands in the week.
fn week_plan(
    workspace: Workspace,
    first: Memo<Date>,
    part: Memo<Part>,
    days: [WeekDayRows; 7],
) -> Memo<DayPlan> {
    let chairs = workspace.chairs();
    Memo::new(move |_| {
        let (first, part, all) = (first.get(), part.get(), chairs.read());
        let order: Vec<ChairId> = all.iter().map(|chair| chair.id).collect();
        let of_part: Vec<_> = all
            .iter()
            .filter(|chair| !matches!(part, Part::Chair(id) if id != chair.id))
            .cloned()
            .collect();
        let (mut heads, mut visits, mut ghosts) = (Vec::new(), Vec::new(), Vec::new());
        for (index, rows) in days.into_iter().enumerate() {
            let date = nth(first, index);
            let (here, waiting) = (rows.visits.read(), rows.ghosts.read());
            let is_quiet = here.is_empty() && waiting.is_empty();
            let has_opening = workspace.read(|rows| has_opening(rows, date, part));
            if is_weekend(date) && is_quiet && !has_opening {
                continue;
            }
            let kind = if rows.closed.read().is_some() {
                DayKind::Closed
            } else {
                DayKind::Working
            };
            heads.push(Head {
                of: ColumnOf::Day(date),
                name: String::new(),
                open: open_at_any(&of_part, date, kind),
            });
            visits.extend_from_slice(&here);
            ghosts.extend_from_slice(&waiting);
        }
        let frame = Frame {
            heads: &heads,
            chairs: &order,
        };
        DayPlan::of(frame, &visits, &ghosts)
    })
}

fn rows_of(workspace: Workspace, date: Signal<Date>, part: Memo<Part>) -> WeekDayRows {
    let (shown, waiting, closures) = (
        shown_visits(workspace, date),
        ghosts_on(workspace, date),
        workspace.closures(),
    );
    WeekDayRows {
        visits: Memo::new(move |_| {
            let part = part.get();
            let visits = shown.read();
            visits
                .iter()
                .filter(|visit| part.holds(&visit.place))
                .cloned()
                .collect()
        }),
        ghosts: Memo::new(move |_| {
            let part = part.get();
            let ghosts = waiting.read();
            ghosts
                .iter()
                .filter(|ghost| part.holds(&ghost.place))
                .copied()
                .collect()
        }),
        closed: Memo::new(move |_| closed_because(&closures.read(), date.get(), workspace.language().get())),
    }
}

fn nth(first: Date, index: usize) -> Date {
    first.saturating_add(i64::try_from(index).unwrap_or_default().days())
}

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}
