//! The day as a grid of columns and hours; on narrow screens the same elements are a list by time.

use jiff::civil::Date;
use leptos::html;
use leptos::prelude::*;

use super::appointment_card::AppointmentCard;
use super::away::{AwaySpans, away_on};
use super::booking::books_where_it_is_empty;
use super::column_heads::ColumnHeads;
use super::day_plan::{Column, DayPlan, Span, Standing, minute_of};
use super::drag_field::DragShadow;
use super::drag_turn::PageTurn;
use super::ghost_card::GhostCard;
use super::now_line::NowLine;
use crate::workspace::expect_workspace;

/// Minutes of a row of the grid.
pub(super) const ROW_MINUTES: u16 = 5;

/// Rows of the grid from the first hour shown to a minute.
pub(super) fn row_of(hours: Span, minute: u16) -> u16 {
    minute.saturating_sub(hours.from) / ROW_MINUTES
}

/// The day: chairs, hours, closed spans, the present, and the appointments.
#[component]
pub fn DayGrid(
    /// The day that is shown.
    day: Memo<Date>,
    /// Where everything stands.
    plan: Memo<DayPlan>,
    /// Covers the columns from the first hour to the last.
    field: NodeRef<html::Div>,
) -> impl IntoView {
    let hours = Memo::new(move |_| plan.read().hours);
    let columns = Memo::new(move |_| plan.read().columns.clone());
    let turn = PageTurn::expect();
    let ids = Memo::new(move |_| {
        let plan = plan.read();
        // On its way to another day a visit keeps its card, which hears the hand.
        let away = turn.away().map(Standing::Visit);
        let away = away.filter(|id| plan.planned(*id).is_none());
        let here = plan.planned.iter().map(|planned| planned.id);
        here.chain(away).collect::<Vec<_>>()
    });
    let rows = move || row_of(hours.get(), hours.get().to);
    let away = away_on(expect_workspace(), day);
    let now_row = NodeRef::<html::Div>::new();
    let book = books_where_it_is_empty(day);
    scroll_to_now(now_row);
    view! {
        <div
            class="day"
            style:--chairs=move || columns.read().len().to_string()
            style:--rows=move || rows().to_string()
            on:click=book
        >
            <ColumnHeads columns away />
            <For each=move || full_hours(hours.get()) key=|hour| *hour children=move |hour| hour_label(hours, hour) />
            <For
                each=move || columns.get().into_iter().enumerate()
                key=|(index, column)| (*index, column.of)
                children=move |(index, _)| backdrop(columns, hours, index)
            />
            <AwaySpans away plan />
            <div class="day__field" node_ref=field></div>
            <NowLine day hours node=now_row />
            <For
                each=move || ids.get()
                key=|id| *id
                children=move |id| match id {
                    Standing::Visit(id) => view! { <AppointmentCard id plan /> }.into_any(),
                    Standing::Ghost(id) => view! { <GhostCard id plan /> }.into_any(),
                }
            />
            <DragShadow plan />
        </div>
    }
}

fn full_hours(hours: Span) -> Vec<u16> {
    (hours.from.div_ceil(60)..hours.to.div_ceil(60)).collect()
}

fn hour_label(hours: Memo<Span>, hour: u16) -> impl IntoView {
    let row = move || row_of(hours.get(), hour * 60).to_string();
    view! {
        <span class="day__hour num" style:--from=row>
            {format!("{hour}:00")}
        </span>
    }
}

/// The lines of a chair's column and the spans in which it is shut.
fn backdrop(columns: Memo<Vec<Column>>, hours: Memo<Span>, index: usize) -> impl IntoView {
    let shut = move || {
        columns
            .read()
            .get(index)
            .map(|column| column.shut.clone())
            .unwrap_or_default()
    };
    let span = move |span: Span| {
        let (from, length) = (row_of(hours.get(), span.from), span.minutes() / ROW_MINUTES);
        view! {
            <div
                class="day__shut"
                style:--column=index.to_string()
                style:--from=from.to_string()
                style:--length=length.to_string()
            ></div>
        }
    };
    view! {
        <div class="day__column" style:--column=index.to_string()></div>
        {move || shut().into_iter().map(span).collect_view()}
    }
}

/// Brings the present into sight once, when the page opens; afterwards the scroll belongs to the person.
fn scroll_to_now(node: NodeRef<html::Div>) {
    let workspace = expect_workspace();
    Effect::new(move |scrolled: Option<bool>| {
        let Some(line) = node.get().filter(|_| scrolled != Some(true)) else {
            return scrolled.unwrap_or_default();
        };
        let early = minute_of(workspace.now().get_untracked().time()) < 9 * 60;
        if !early {
            line.scroll_into_view();
        }
        true
    });
}
