//! The week as a grid of days and hours; on narrow screens the same elements are a list by day.
//!
//! A week has a thousand visits where a day has forty, so its cards hear nothing themselves: the grid hears for them.

use app_domain::id::AppointmentId;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::Element;

use super::appointment_card::may_drag;
use super::day_grid::{ROW_MINUTES, row_of};
use super::day_plan::{ColumnOf, DayPlan, Span};
use super::drag::{Hand, Held};
use super::drag_aim::Aim;
use super::drag_field::{DragShadow, provide_dragging};
use super::drag_keys::hear_key;
use super::open_appointment::OpenAppointment;
use super::week_board::WeekDayRows;
use super::week_card::VISIT;
use super::week_day::WeekDay;
use super::week_room::day_width;
use crate::workspace::expect_workspace;

/// How near to its lower edge a mouse takes a visit by its end, in pixels.
const EDGE: f64 = 6.0;

/// The week: days, hours, closed spans, the present, and the visits.
#[component]
pub fn WeekGrid(
    /// Where everything stands.
    plan: Memo<DayPlan>,
    /// What there is on each day, Monday first.
    days: [WeekDayRows; 7],
) -> impl IntoView {
    let workspace = expect_workspace();
    let open = OpenAppointment::expect();
    let hours = Memo::new(move |_| plan.read().hours);
    let columns = Memo::new(move |_| {
        let date = |of| match of {
            ColumnOf::Day(date) => Some(date),
            ColumnOf::Chair(_) | ColumnOf::Clinician(_) => None,
        };
        plan.read()
            .columns
            .iter()
            .filter_map(|column| date(column.of))
            .collect::<Vec<_>>()
    });
    let width = day_width(Memo::new(move |_| columns.read().len()));
    let field = NodeRef::<html::Div>::new();
    let dragging = provide_dragging(Aim { plan, field }, None);
    let take = move |event: PointerEvent| {
        let Some((card, id)) = visit_under(&event_target(&event)).filter(|_| event.button() == 0) else {
            return;
        };
        let row = workspace.appointment(id).get_untracked();
        let Some(row) = row.filter(|row| may_drag(workspace, row)) else {
            return;
        };
        let is_finger = event.pointer_type() == "touch";
        let hand = if is_finger { Hand::Finger } else { Hand::Mouse };
        let at = (event.client_x(), event.client_y());
        let is_at_edge = card.get_bounding_client_rect().bottom() - f64::from(at.1) < EDGE;
        let held = if is_at_edge && !is_finger {
            Held::End
        } else {
            Held::Whole
        };
        dragging.touch(&row, held, at, hand);
    };
    let key = move |event: KeyboardEvent| {
        let row =
            visit_under(&event_target(&event)).and_then(|(_, id)| workspace.appointment(id).get_untracked());
        if let Some(row) = row.filter(|row| may_drag(workspace, row)) {
            hear_key(dragging, &row, &event);
        }
    };
    view! {
        <div
            class="week"
            style:--days=move || columns.read().len().to_string()
            style:--rows=move || row_of(hours.get(), hours.get().to).to_string()
            on:click=move |event| {
                if let Some((_, id)) = visit_under(&event_target(&event)).filter(|_| !dragging.swallows_tap()) {
                    open.open(id);
                }
            }
            on:pointerdown=take
            on:keydown=key
            // What is in the hand does not scroll the page, nor open the browser's menu.
            on:touchmove=move |event| if dragging.is_busy() { event.prevent_default() }
            on:contextmenu=move |event| if dragging.keeps_menu_away() { event.prevent_default() }
        >
            <div class="week__hours" aria-hidden="true">
                <For each=move || full_hours(hours.get()) key=|hour| *hour children=move |hour| hour_label(hours, hour) />
            </div>
            <For
                each=move || columns.get()
                key=|date| *date
                children=move |date| {
                    let index = usize::from(date.weekday().to_monday_zero_offset().unsigned_abs());
                    view! { <WeekDay date plan hours width rows=days[index] /> }
                }
            />
            <div class="week__field" node_ref=field>
                <DragShadow plan />
            </div>
        </div>
    }
}

/// The card of a visit that an element belongs to, and which visit.
fn visit_under(element: &Element) -> Option<(Element, AppointmentId)> {
    let card = element.closest(&format!("[{VISIT}]")).ok().flatten()?;
    let id = card.get_attribute(VISIT)?.parse().ok()?;
    Some((card, id))
}

fn full_hours(hours: Span) -> Vec<u16> {
    (hours.from.div_ceil(60)..hours.to.div_ceil(60)).collect()
}

fn hour_label(hours: Memo<Span>, hour: u16) -> impl IntoView {
    let row = move || (hour * 60).saturating_sub(hours.get().from) / ROW_MINUTES;
    view! {
        <span class="week__hour num" style:--from=move || row().to_string()>
            {format!("{hour}:00")}
        </span>
    }
}
