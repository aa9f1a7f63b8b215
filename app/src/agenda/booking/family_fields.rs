//! Who of the family comes along.

use app_domain::id::PatientId;
use leptos::prelude::*;

use super::booking_draft::BookingDraft;
use super::planned::family;
use crate::agenda::appointment_name::appointment_name;
use crate::agenda::text::text;
use crate::ui::Chip;
use crate::workspace::expect_workspace;

/// The family, each a tap; nothing where there is none, or where the visit is repeated.
#[component]
pub(super) fn FamilyFields(
    /// What was typed.
    draft: BookingDraft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).booking;
    let family = Memo::new(move |_| {
        let patient = draft.patient.get();
        patient.map_or_else(Vec::new, |patient| workspace.read(|rows| family(rows, patient)))
    });
    let offered = move || draft.weeks.get().is_none() && !family.read().is_empty();
    let chip = move |patient: PatientId| {
        let pressed = Signal::derive(move || draft.companions.read().contains(&patient));
        let toggle = move |_| {
            draft.left_out.update(std::collections::BTreeSet::clear);
            draft.companions.update(|companions| {
                if !companions.remove(&patient) {
                    companions.insert(patient);
                }
            });
        };
        let name = appointment_name(workspace, patient);
        view! {
            <Chip pressed on:click=toggle>
                {name}
            </Chip>
        }
    };
    view! {
        <Show when=offered>
            <fieldset class="booking__family">
                <legend class="places__title">{move || words().family}</legend>
                <For each=move || family.get() key=|patient| *patient children=chip />
            </fieldset>
        </Show>
    }
}
