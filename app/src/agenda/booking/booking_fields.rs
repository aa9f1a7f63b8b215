//! What the visit is for, where and when, and a note.

use app_domain::agenda::AppointmentKind;
use leptos::prelude::*;

use super::booking_draft::BookingDraft;
use super::plan_fields::PlanFields;
use crate::agenda::move_draft::MoveDraft;
use crate::agenda::move_fields::MoveFields;
use crate::agenda::place_finder::PlaceFinder;
use crate::agenda::text::text;
use crate::ui::{Field, Select};
use crate::workspace::expect_workspace;

/// What the visit is for, where and when, and a note.
#[component]
pub(super) fn BookingFields(
    /// What was typed.
    draft: BookingDraft,
    /// Where and when, of what was typed.
    place: Memo<MoveDraft>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    // Other days after the last step: another first proposal, unless the person has chosen a place.
    Effect::watch(
        move || draft.step.typed.get(),
        move |_, _, _| draft.propose(workspace),
        false,
    );
    let kinds = Signal::derive(move || {
        let name = |kind: AppointmentKind| (kind, (words().common.kind)(kind).to_owned());
        workspace
            .offered_kinds()
            .into_iter()
            .map(name)
            .collect::<Vec<_>>()
    });
    let label = |word: fn(&super::super::text::BookingText) -> &'static str| {
        Signal::derive(move || word(&words().booking).to_owned())
    };
    view! {
        <Field id="booking-kind" label=label(|words| words.kind)>
            <Select
                id="booking-kind"
                options=kinds
                chosen=draft.kind
                on_choose=move |kind| draft.set_kind(workspace, kind)
            />
        </Field>
        <PlanFields draft />
        <PlaceFinder patient=draft.patient draft=place step=draft.step on_take=move |place| draft.take(place) />
        <MoveFields draft=place on_change=move |typed| draft.type_place(typed) />
        <Field id="booking-note" label=label(|words| words.note)>
            <input
                id="booking-note"
                class="input"
                type="text"
                maxlength="200"
                autocomplete="off"
                prop:value=move || draft.note.get()
                on:input:target=move |event| draft.note.set(event.target().value())
            />
        </Field>
    }
}
