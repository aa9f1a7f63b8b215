//! Of which plan of care the visit is a step.

use app_domain::care::PlanCare;
use app_domain::id::PatientId;
use leptos::prelude::*;

use super::booking_draft::BookingDraft;
use crate::agenda::text::{Text, text};
use crate::ui::{Field, Select};
use crate::workspace::expect_workspace;

/// The patient's active plans, where there are any.
#[component]
pub(super) fn PlanFields(
    /// What was typed.
    draft: BookingDraft,
) -> impl IntoView {
    view! {
        <For
            each=move || draft.patient.get()
            key=|patient| *patient
            children=move |patient| view! { <PlansOf patient draft /> }
        />
    }
}

#[component]
fn PlansOf(patient: PatientId, draft: BookingDraft) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let care = workspace.care(patient);
    let plans = Memo::new(move |_| {
        care.read()
            .as_ref()
            .map(|care| care.plans.clone())
            .unwrap_or_default()
    });
    let options = Signal::derive(move || {
        let plans = plans.get().into_iter().enumerate();
        let named = plans.map(|(index, plan)| (Some(plan.plan), name_of(words(), index, &plan)));
        let none = (None, words().booking.no_plan.to_owned());
        std::iter::once(none).chain(named).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || !plans.read().is_empty()>
            <Field id="booking-plan" label=Signal::derive(move || words().booking.plan.to_owned())>
                <Select
                    id="booking-plan"
                    options
                    chosen=draft.step.plan
                    on_choose=move |plan| draft.set_plan(workspace, plan)
                />
            </Field>
        </Show>
    }
}

/// Its title; who may not know it tells plans apart by their number and the day on which they were presented.
fn name_of(words: &Text, index: usize, plan: &PlanCare) -> String {
    if !plan.title.is_empty() {
        return plan.title.clone();
    }
    let day = plan.presented.map(|day| words.common.day_short(day));
    (words.booking.nameless_plan)(index + 1, day.as_deref())
}
