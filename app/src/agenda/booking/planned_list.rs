//! What would be booked beside the first visit, a line each, to be left out by a tap.

use app_domain::rows::Rows;
use leptos::prelude::*;

use super::booking_draft::BookingDraft;
use super::planned::Planned;
use crate::agenda::appointment_name::appointment_name;
use crate::agenda::text::text;
use crate::outbox::refusal::told_now;
use crate::workspace::expect_workspace;

/// The visits that would be booked beside the first, each with what became of it.
#[component]
pub(super) fn PlannedList(
    /// What was typed.
    draft: BookingDraft,
    /// What would be booked.
    planned: Memo<Vec<Planned>>,
) -> impl IntoView {
    let row = move |(index, one): (usize, Planned)| view! { <PlannedRow draft index one /> };
    view! {
        <Show when=move || !planned.read().is_empty()>
            <ul class="planned">{move || planned.get().into_iter().enumerate().map(row).collect_view()}</ul>
        </Show>
    }
}

/// One of them.
#[component]
fn PlannedRow(draft: BookingDraft, index: usize, one: Planned) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let Planned {
        patient,
        meant,
        place,
        obstacle,
    } = one;
    let is_series = draft.weeks.get_untracked().is_some();
    let name = (!is_series).then(|| appointment_name(workspace, patient));
    let moment = move || {
        words()
            .common
            .moment_with_month(place.map_or(meant, |place| place.start))
    };
    let where_to = place.and_then(|place| {
        workspace.read(|rows| {
            let chair = rows.chair(place.chair).map(|chair| chair.name.clone());
            let who = rows.clinician(place.clinician).map(|who| who.surname.clone());
            Some(format!("{} · {}", chair?, who?))
        })
    });
    let became = move || {
        let words = &words().booking;
        let why = obstacle.as_ref().map(|refusal| told_now(workspace, refusal).what);
        match (place, why) {
            (Some(_), None) => words.as_planned.to_owned(),
            (Some(_), Some(why)) => (words.elsewhere)(&why),
            (None, Some(why)) => (words.no_place)(&why),
            (None, None) => words.nobody_free.to_owned(),
        }
    };
    let is_in = move || place.is_some() && !draft.left_out.read().contains(&index);
    let toggle = move |_| {
        draft.left_out.update(|out| {
            if !out.remove(&index) {
                out.insert(index);
            }
        });
    };
    view! {
        <li>
            <label class="planned__row">
                <input type="checkbox" prop:checked=is_in disabled=place.is_none() on:change=toggle />
                <span>
                    <b class="num">{name} {name.map(|_| " · ")} {moment}</b>
                    <small>{where_to.map(|place| format!("{place} · "))} {became}</small>
                </span>
            </label>
        </li>
    }
}
