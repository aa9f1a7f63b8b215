//! The day, or the honest word why there is none to show.

use app_domain::id::ChairId;
use app_domain::rows::Rows;
use jiff::civil::Date;
use leptos::html;
use leptos::prelude::*;

use super::choices::Choices;
use super::day_columns::{Columns, open_at_any, unseen};
use super::day_grid::DayGrid;
use super::day_notice::DayNotice;
use super::day_plan::{DayKind, DayPlan, Frame};
use super::day_strip::{DayStrip, lines_on_paper};
use super::drag_aim::Aim;
use super::drag_field::provide_dragging;
use super::drag_turn::PageTurn;
use super::hidden_note::HiddenNote;
use super::shown_visits::{closed_because, ghosts_on, shown_visits};
use super::text::text;
use crate::port::DayView;
use crate::workspace::expect_workspace;

/// How a day stands as a whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum DayState {
    /// Before the first day that this device holds.
    Beyond {
        /// That first day.
        from: Date,
    },
    /// The practice is closed.
    Closed {
        /// Why.
        reason: String,
    },
    /// No chair has opening hours.
    Shut,
    /// Open.
    Open,
}

/// The main part of the page.
#[component]
pub fn DayBoard(
    /// The day that is shown.
    day: Memo<Date>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let choices = Choices::expect();
    let shown = shown_visits(workspace, day.into());
    let closures = workspace.closures();
    let closed = Memo::new(move |_| closed_because(&closures.read(), day.get(), workspace.language().get()));
    let (view, chairs, clinicians) = (
        choices.columns(),
        choices.ordered(workspace),
        workspace.clinicians(),
    );
    let (of_practice, hidden) = (workspace.chairs(), choices.hidden());
    let (ghosts, turn) = (ghosts_on(workspace, day.into()), PageTurn::expect());
    let plan = Memo::new(move |_| {
        let kind = if closed.read().is_some() {
            DayKind::Closed
        } else {
            DayKind::Working
        };
        let shown = shown.read();
        let columns = Columns {
            day: day.get(),
            kind,
            view: view.get(),
            chairs: chairs.get(),
            hidden: hidden.get(),
            clinicians: clinicians.get(),
            guest: turn.guest(),
        };
        let order: Vec<ChairId> = of_practice.read().iter().map(|chair| chair.id).collect();
        let frame = Frame {
            heads: &columns.heads(workspace, &shown),
            chairs: &order,
        };
        DayPlan::of(frame, &shown, &ghosts.read())
    });
    let out_of_sight = Memo::new(move |_| match view.get() {
        DayView::Chairs => unseen(&hidden.read(), &shown.read()),
        DayView::Clinicians => (0, 0),
    });
    // Open, whatever the person has hidden.
    let is_open =
        Memo::new(move |_| !open_at_any(&of_practice.read(), day.get(), DayKind::Working).is_empty());
    let state = Memo::new(move |_| {
        let window = workspace.read(|rows| rows.practice().map(|practice| practice.window_from));
        match (window, closed.get()) {
            (Some(from), _) if day.get() < from => DayState::Beyond { from },
            (_, Some(reason)) => DayState::Closed { reason },
            _ if plan.read().has_open_chair() || is_open.get() => DayState::Open,
            _ => DayState::Shut,
        }
    });
    let region = move || {
        let text = text(workspace.language().get());
        (text.day.region)(&text.common.day_long(day.get()))
    };
    let strip = lines_on_paper(day);
    let field = NodeRef::<html::Div>::new();
    provide_dragging(Aim { plan, field }, Some(turn));
    // Whoever carries a visit to a day on which there is none sees where it would stand.
    let empty = Memo::new(move |_| plan.read().planned.is_empty() && !turn.waits());
    let has_grid = Memo::new(move |_| match state.get() {
        DayState::Open => true,
        DayState::Beyond { .. } => false,
        DayState::Closed { .. } | DayState::Shut => !empty.get(),
    });
    view! {
        <main id="main" class="agenda" tabindex="-1">
            <section class="agenda__day" aria-label=region style:--strip=move || strip.get().to_string()>
                <DayStrip day />
                <DayNotice day state empty />
                <HiddenNote out_of_sight />
                <Show when=move || has_grid.get()>
                    <DayGrid day plan field />
                </Show>
            </section>
        </main>
    }
}
