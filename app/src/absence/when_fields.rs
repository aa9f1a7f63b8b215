//! From when to when.

use leptos::prelude::*;

use super::draft::{AwayDraft, Length};
use super::text::text;
use super::who::Who;
use crate::ui::{Field, Segmented};
use crate::workspace::expect_workspace;

/// Whole days, or from an hour to an hour.
#[component]
pub(super) fn WhenFields(
    /// What was typed.
    draft: RwSignal<AwayDraft>,
    /// Called with what is typed now.
    on_change: Callback<AwayDraft>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let edit = move |change: &dyn Fn(&mut AwayDraft)| {
        let mut typed = draft.get_untracked();
        change(&mut typed);
        on_change.run(typed);
    };
    // Somebody who moves the first day past the last means at least that day.
    let set_from = move |day: String| {
        edit(&|draft| {
            draft.from_day.clone_from(&day);
            if draft.to_day < day {
                draft.to_day.clone_from(&day);
            }
        });
    };
    let set_to = move |day: String| edit(&|draft| draft.to_day.clone_from(&day));
    let lengths = Signal::derive(move || {
        vec![
            (Length::WholeDays, words().whole_days.to_owned()),
            (Length::Hours, words().hours.to_owned()),
        ]
    });
    let by_hours = Memo::new(move |_| draft.read().is_by_hours());
    let may_choose = Memo::new(move |_| draft.read().who != Some(Who::Practice));
    view! {
        <Show when=move || may_choose.get()>
            <Segmented
                name="absence-length"
                label=Signal::derive(move || words().length.to_owned())
                options=lengths
                chosen=Signal::derive(move || draft.read().length)
                on_choose=move |length| edit(&|draft| draft.length = length)
            />
        </Show>
        <div class="absence__when">
            <Field id="absence-from" label=Signal::derive(move || words().from_day.to_owned())>
                <DayInput id="absence-from" value=Signal::derive(move || draft.read().from_day.clone()) on_change=set_from />
            </Field>
            <Show when=move || by_hours.get()>
                <Field id="absence-from-hour" label=Signal::derive(move || words().from_hour.to_owned())>
                    <HourInput
                        id="absence-from-hour"
                        value=Signal::derive(move || draft.read().from_hour.clone())
                        on_change=move |hour: String| edit(&|draft| draft.from_hour.clone_from(&hour))
                    />
                </Field>
            </Show>
            <Field id="absence-to" label=Signal::derive(move || words().to_day.to_owned())>
                <DayInput id="absence-to" value=Signal::derive(move || draft.read().to_day.clone()) on_change=set_to />
            </Field>
            <Show when=move || by_hours.get()>
                <Field id="absence-to-hour" label=Signal::derive(move || words().to_hour.to_owned())>
                    <HourInput
                        id="absence-to-hour"
                        value=Signal::derive(move || draft.read().to_hour.clone())
                        on_change=move |hour: String| edit(&|draft| draft.to_hour.clone_from(&hour))
                    />
                </Field>
            </Show>
        </div>
    }
}

#[component]
fn DayInput(
    id: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_change: Callback<String>,
) -> impl IntoView {
    view! {
        <input
            id=id
            class="input"
            type="date"
            prop:value=move || value.get()
            on:change:target=move |event| on_change.run(event.target().value())
        />
    }
}

#[component]
fn HourInput(
    id: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_change: Callback<String>,
) -> impl IntoView {
    view! {
        <input
            id=id
            class="input"
            type="time"
            step="300"
            prop:value=move || value.get()
            on:change:target=move |event| on_change.run(event.target().value())
        />
    }
}
