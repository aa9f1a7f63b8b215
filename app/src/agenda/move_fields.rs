//! Day, time, length, chair and clinician.

use app_domain::agenda::SLOT_MINUTES;
use leptos::prelude::*;

use super::move_draft::MoveDraft;
use super::text::text;
use crate::ui::{Field, Select};
use crate::workspace::expect_workspace;

/// The longest visit offered, in minutes.
const LONGEST: u16 = 240;

/// The fields of a place.
#[component]
pub fn MoveFields(
    /// What was typed.
    draft: Memo<MoveDraft>,
    /// Called with what is typed now.
    #[prop(into)]
    on_change: Callback<MoveDraft>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let (chairs, clinicians) = (workspace.chairs(), workspace.clinicians());
    let common = move || text(workspace.language().get()).common;
    let edit = move |change: &dyn Fn(&mut MoveDraft)| {
        let mut draft = draft.get_untracked();
        change(&mut draft);
        on_change.run(draft);
    };
    let lengths = Signal::derive(move || {
        let usual = (SLOT_MINUTES..=LONGEST).step_by(usize::from(SLOT_MINUTES));
        usual
            .map(|minutes| (minutes, common().minutes(minutes)))
            .collect::<Vec<_>>()
    });
    let chair_names = Signal::derive(move || {
        chairs
            .read()
            .iter()
            .map(|chair| (chair.id, chair.name.clone()))
            .collect::<Vec<_>>()
    });
    let clinician_names = Signal::derive(move || {
        let name = |surname: &str, name: &str| format!("{surname} {name}");
        clinicians
            .read()
            .iter()
            .map(|who| (who.id, name(&who.surname, &who.name)))
            .collect::<Vec<_>>()
    });
    let day_label = Signal::derive(move || common().day.to_owned());
    let hour_label = Signal::derive(move || common().hour.to_owned());
    let length_label = Signal::derive(move || common().duration.to_owned());
    let chair_label = Signal::derive(move || common().chair.to_owned());
    let clinician_label = Signal::derive(move || common().clinician.to_owned());
    let value = move |pick: fn(&MoveDraft) -> String| move || draft.with(pick);
    let set_minutes = move |minutes| edit(&|draft| draft.minutes = minutes);
    let set_chair = move |chair| edit(&|draft| draft.chair = chair);
    let set_clinician = move |clinician| edit(&|draft| draft.clinician = clinician);
    view! {
        <div class="move-fields">
            <Field id="move-day" label=day_label>
                <input
                    id="move-day"
                    class="input"
                    type="date"
                    required
                    prop:value=value(|draft| draft.day.clone())
                    on:change:target=move |event| edit(&|draft| draft.day = event.target().value())
                />
            </Field>
            <Field id="move-hour" label=hour_label>
                <input
                    id="move-hour"
                    class="input"
                    type="time"
                    step="300"
                    required
                    prop:value=value(|draft| draft.hour.clone())
                    on:change:target=move |event| edit(&|draft| draft.hour = event.target().value())
                />
            </Field>
            <Field id="move-length" label=length_label>
                <Select id="move-length" options=lengths chosen=Signal::derive(move || draft.read().minutes) on_choose=set_minutes />
            </Field>
            <Field id="move-chair" label=chair_label>
                <Select id="move-chair" options=chair_names chosen=Signal::derive(move || draft.read().chair) on_choose=set_chair />
            </Field>
            <Field id="move-clinician" label=clinician_label>
                <Select id="move-clinician" options=clinician_names chosen=Signal::derive(move || draft.read().clinician) on_choose=set_clinician />
            </Field>
        </div>
    }
}
