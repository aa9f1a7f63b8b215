//! An appointment on the day.

use app_domain::agenda::Appointment;
use app_domain::id::AppointmentId;
use app_domain::policy::may_change;
use leptos::ev::PointerEvent;
use leptos::prelude::*;
use leptos::web_sys::Element;

use super::appointment_marks::{AppointmentMarks, marks_of};
use super::appointment_name::appointment_name;
use super::card_place::CardPlace;
use super::card_words::CardWords;
use super::day_plan::{DayPlan, Standing};
use super::drag::{Dragging, Hand, Held};
use super::drag_keys::hear_key;
use super::drag_turn::PageTurn;
use super::next_step::NextStep;
use super::open_appointment::OpenAppointment;
use super::row_mark::RowMark;
use super::stage::Stage;
use super::text::text;
use crate::ui::{Icon, kind_class};
use crate::workspace::{Workspace, expect_workspace};

/// How near to the lower edge a finger takes a visit by its end, and how high a card must be for that, in pixels
/// (`style/agenda/drag.css` draws the grip).
const FINGER_EDGE: f64 = 14.0;
const ROOM: f64 = 48.0;

/// A card of the grid, or a row of the list: who, what for, how it stands now. A tap opens it.
#[component]
pub fn AppointmentCard(
    /// Which.
    id: AppointmentId,
    /// Where everything stands.
    plan: Memo<DayPlan>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let open = OpenAppointment::expect();
    let row = workspace.appointment(id);
    // The patient of an appointment never changes.
    let patient = row.with_untracked(|row| row.as_ref().map(|row| row.patient))?;
    let name = appointment_name(workspace, patient);
    let marks = marks_of(workspace, row, patient);
    let now = workspace.now();
    let stage = Memo::new(move |_| row.read().as_ref().map(|row| Stage::of(row, now.get())));
    let language = workspace.language();
    let words = Memo::new(move |_| {
        let row = row.read();
        row.as_ref()
            .map(|row| workspace.read(|rows| CardWords::of(row, text(language.get()), rows)))
    });
    let label = Memo::new(move |_| {
        let (words, text) = (words.read(), text(language.get()));
        Some(
            words
                .as_ref()?
                .label(&name.read(), stage.get()?, &marks.read(), text),
        )
    });
    let class = move || {
        let stage = stage.get();
        let too_long = stage.is_some_and(Stage::is_too_long);
        let stage = stage.map_or("", Stage::class);
        format!(
            "appointment {stage} {}",
            if too_long { "appointment--too-long" } else { "" }
        )
    };
    let colour = move || {
        let kind = row.read().as_ref().map(|row| row.kind);
        kind.map(|kind| {
            format!(
                "appointment__kind {}",
                kind_class(workspace.visit_type(kind).colour)
            )
        })
    };
    let place = CardPlace::of(plan, Standing::Visit(id));
    let (dragging, turn) = (Dragging::expect(), PageTurn::expect());
    let take = move |event: PointerEvent, held| {
        let Some(row) = row
            .get_untracked()
            .filter(|row| event.button() == 0 && may_drag(workspace, row))
        else {
            return;
        };
        let hand = if event.pointer_type() == "touch" {
            Hand::Finger
        } else {
            Hand::Mouse
        };
        let at = (event.client_x(), event.client_y());
        let held = match hand {
            Hand::Finger => held_by_finger(&event, at.1),
            Hand::Mouse => held,
        };
        event.stop_propagation();
        dragging.touch(&row, held, at, hand);
    };
    Some(view! {
        <article
            class=class
            class:appointment--held=move || dragging.holds(id)
            class:appointment--away=move || turn.away() == Some(id)
            aria-label=label
            on:pointerdown=move |event| take(event, Held::Whole)
            on:keydown=move |event| if let Some(row) = row.get_untracked().filter(|row| may_drag(workspace, row)) {
                hear_key(dragging, &row, &event);
            }
            // What is in the hand does not scroll the page, nor open the browser's menu.
            on:touchmove=move |event| if dragging.is_busy() { event.prevent_default() }
            on:contextmenu=move |event| if dragging.keeps_menu_away() { event.prevent_default() }
            style:--column=move || place.read().column.clone()
            style:--hue=move || place.read().hue.clone()
            style:--from=move || place.read().from.clone()
            style:--length=move || place.read().length.clone()
            style:--lane=move || place.read().lane.clone()
            style:--lanes=move || place.read().lanes.clone()
        >
            <button type="button" class="appointment__open" on:click=move |_| if !dragging.swallows_tap() { open.open(id) }>
                <span class=colour aria-hidden="true"></span>
                <CardBody id words stage name />
                <AppointmentMarks marks />
            </button>
            <NextStep id row name />
            <span class="appointment__end" aria-hidden="true" on:pointerdown=move |event| take(event, Held::End)></span>
        </article>
    })
}

/// What a finger holds of a card: where there is room for both, its end by the lower edge.
fn held_by_finger(event: &PointerEvent, y: i32) -> Held {
    let target = event_target::<Element>(event);
    let card = target.closest("article").ok().flatten();
    let card = card.map(|card| card.get_bounding_client_rect());
    match card {
        Some(card) if card.height() >= ROOM && card.bottom() - f64::from(y) < FINGER_EDGE => Held::End,
        _ => Held::Whole,
    }
}

/// Whether this person may put it elsewhere.
pub(super) fn may_drag(workspace: Workspace, row: &Appointment) -> bool {
    let actor = workspace.actor();
    actor.is_some_and(|actor| workspace.read(|rows| may_change(&actor, row, rows)))
}

/// The words of a card; where each stands is decided in `style/agenda/card.css`.
#[component]
fn CardBody(
    /// Which appointment.
    id: AppointmentId,
    /// What is said of it.
    words: Memo<Option<CardWords>>,
    /// How it stands.
    stage: Memo<Option<Stage>>,
    /// The patient's name.
    name: Memo<String>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let word = move |pick: fn(&CardWords) -> String| move || words.read().as_ref().map(pick);
    let state = move || {
        stage.get().map(|stage| {
            view! {
                <Icon glyph=stage.glyph() />
                <span>{stage.words(text(workspace.language().get()))}</span>
            }
        })
    };
    view! {
        <span class="appointment__name">{name}</span>
        <span class="appointment__time num">{word(|words| words.time.clone())}</span>
        <span class="appointment__what">{word(|words| format!("{} · {}", words.kind, words.minutes))}</span>
        <span class="appointment__where">{word(|words| words.place.clone())}</span>
        <span class="appointment__state num">
            <RowMark id />
            {state}
        </span>
    }
}
