//! The field over which a visit is dragged: it hears the hand, and shows where the visit would stand and what is in the way.

use std::time::Duration;

use app_domain::agenda::Place;
use leptos::ev;
use leptos::prelude::*;

use super::act::Hands;
use super::column_heads::hue;
use super::day_grid::{ROW_MINUTES, row_of};
use super::day_plan::{DayPlan, minute_of};
use super::drag::{Drag, Dragging};
use super::drag_aim::Aim;
use super::drag_hold::hold_still;
use super::drag_keys::hear_key_of_page;
use super::drag_scroll::scroll_under;
use super::drag_turn::PageTurn;
use super::move_check::{Wish, WishOf, judge, verdict};
use super::move_draft::MoveDrafts;
use super::open_appointment::OpenAppointment;
use super::text::text;
use super::tray::{Tray, is_over_tray};
use super::verdict_line::VerdictLine;
use crate::workspace::expect_workspace;

/// Hears the hand from now on, wherever it goes.
pub(super) fn provide_dragging(aim: Aim, turn: Option<PageTurn>) -> Dragging {
    let (workspace, hands) = (expect_workspace(), Hands::expect());
    let (drafts, open, tray) = (MoveDrafts::expect(), OpenAppointment::expect(), Tray::expect());
    let drop_it = Callback::new(move |drag: Drag| {
        if drag.is_back() {
            return;
        }
        let act = hands.on(drag.id);
        if untrack(|| judge(workspace, &wish(drag))).may_go() {
            act.move_to(drag.from, drag.to, None);
        } else if let Some(row) = workspace.appointment(drag.id).get_untracked() {
            // What is in the way is dealt with in the window: a reason, another place, or nothing.
            drafts.put_down(&row, drag.from, drag.to);
            open.open(drag.id);
        }
    });
    let dragging = Dragging::provide(aim, turn, drop_it);
    tray.lies_beside(dragging);
    scroll_under(dragging);
    turn.into_iter().for_each(|turn| turn.follow(dragging));
    let listeners = [
        hold_still(dragging),
        window_event_listener(ev::pointermove, move |event| {
            dragging.moved((event.client_x(), event.client_y()))
        }),
        window_event_listener(ev::pointerup, move |event| {
            if is_over_tray(event.client_x(), event.client_y()) {
                dragging.dropped().into_iter().for_each(|drag| tray.park(drag.id));
                turn.into_iter().for_each(PageTurn::settle);
            } else {
                dragging.let_go();
            }
            // The tap that belongs to it comes at once, or not at all.
            set_timeout(move || dragging.hears_taps(), Duration::ZERO);
        }),
        window_event_listener(ev::pointercancel, move |_| dragging.give_up()),
        window_event_listener(ev::keydown, move |event| hear_key_of_page(dragging, &event)),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    dragging
}

fn wish(drag: Drag) -> Wish {
    Wish {
        of: WishOf::Moving {
            id: drag.id,
            from: drag.from,
        },
        to: Some(drag.to),
        reason: String::new(),
    }
}

/// Where the visit in the hand would stand.
#[component]
pub fn DragShadow(
    /// Where everything stands.
    plan: Memo<DayPlan>,
) -> impl IntoView {
    let dragging = Dragging::expect();
    // The last one: the shadow is taken away with what it shows.
    let drag = Memo::new(move |last: Option<&Option<Drag>>| dragging.get().or(last.copied().flatten()));
    view! {
        <Show when=move || dragging.get().is_some()>
            <Shadow plan drag />
        </Show>
    }
}

#[component]
fn Shadow(plan: Memo<DayPlan>, drag: Memo<Option<Drag>>) -> impl IntoView {
    let workspace = expect_workspace();
    let first = drag.get_untracked()?;
    let drag = Memo::new(move |_| drag.get().unwrap_or(first));
    let wish = Memo::new(move |_| wish(drag.get()));
    let verdict = verdict(workspace, move || wish.get());
    let place = move || drag.read().to;
    let column = move || {
        let plan = plan.read();
        let index = plan.columns.iter().position(|column| column.of.holds(&place()));
        index.unwrap_or_default()
    };
    let tint = move || {
        plan.read()
            .columns
            .get(column())
            .and_then(|column| column.hue)
            .map(hue)
    };
    let from = move || row_of(plan.read().hours, minute_of(place().start.time())).to_string();
    let length = move || (place().minutes / ROW_MINUTES).max(1).to_string();
    let span = move || hours(&first.from, &place(), text(workspace.language().get()));
    let head = move || {
        let plan = plan.read();
        plan.columns.get(column()).map(|column| column.name.clone())
    };
    // The words of what stands far to the right reach to the left.
    let is_far = move || column() > 0 && column() * 2 >= plan.read().columns.len();
    Some(view! {
        <div
            class="drag-shadow"
            class:drag-shadow--far=is_far
            style:--column=move || column().to_string()
            style:--hue=tint
            style:--from=from
            style:--length=length
        >
            // Who cannot see it hears where it would stand.
            <div class="drag-shadow__words" aria-live="polite">
                <b class="num">{span}</b>
                // Seen where the day is a list, which has no columns.
                <span class="drag-shadow__where">{head}</span>
                <VerdictLine verdict wish />
            </div>
        </div>
    })
}

/// "10:00–10:45 · 45 min"; "mer 25, 10:00–10:45 · 45 min" on another day than before.
fn hours(from: &Place, place: &Place, text: &super::text::Text) -> String {
    let clock = |at: jiff::civil::DateTime| text.common.clock(at.time());
    let start = if from.start.date() == place.start.date() {
        clock(place.start)
    } else {
        text.common.moment(place.start)
    };
    format!(
        "{start}–{} · {}",
        clock(place.end()),
        text.common.minutes(place.minutes)
    )
}
