//! Name and hours of a chair, to be changed.

use app_domain::practice::Chair;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::act::{Act, Acted};
use super::chair_draft::{ChairDraft, LONGEST_NAME, reads_the_same};
use super::hours_day::HoursDay;
use super::hours_week::hours_in_words;
use super::text::text;
use super::week_draft::{DAYS, WeekDraft};
use crate::ui::{Button, ButtonKind, ButtonLook, Field};
use crate::workspace::expect_workspace;

/// Name and hours. Who has changed them meanwhile is not overwritten: what is there now stands beside what was typed.
#[component]
pub(super) fn ChairForm(
    /// The chair as it is now.
    chair: Memo<Option<Chair>>,
    /// Every chair.
    chairs: Memo<Vec<Chair>>,
    /// Called when the form is done with.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act::expect();
    let at_first = chair.get_untracked()?;
    let draft = RwSignal::new(ChairDraft::of(&at_first));
    let seen = RwSignal::new(at_first);
    let words = move || text(workspace.language().get());
    let week = Memo::new(move |_| draft.read().week.clone());
    let set_week = Callback::new(move |week: WeekDraft| draft.update(|draft| draft.week = week));
    let becomes = Memo::new(move |_| draft.read().becomes(&seen.read()));
    let name_problem = Signal::derive(move || {
        let length = draft.read().name.trim().chars().count();
        (length == 0 || length > LONGEST_NAME).then(|| words().name_problem.to_owned())
    });
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(now), Some(typed)) = (chair.get_untracked(), becomes.get_untracked()) else {
            return;
        };
        // Another place among the columns is no other chair.
        let (was, becomes) = if reads_the_same(&now, &seen.read_untracked()) {
            let becomes = Chair {
                position: now.position,
                hidden: now.hidden,
                ..typed
            };
            (now, becomes)
        } else {
            (seen.get_untracked(), typed)
        };
        if act.chair(was, becomes, |text, name| (text.chair_kept)(name)) == Acted::Done {
            on_close.run(());
        }
    };
    Some(view! {
        <form class="chair-form" novalidate on:submit=save>
            <Meanwhile chair seen draft />
            <Field id="chair-name" label=Signal::derive(move || words().name.to_owned()) error=name_problem>
                <input
                    id="chair-name"
                    class="input chair-form__name"
                    type="text"
                    maxlength="40"
                    autocomplete="off"
                    aria-describedby="chair-name-error"
                    prop:value=move || draft.read().name.clone()
                    on:input:target=move |event| draft.update(|draft| draft.name = event.target().value())
                />
            </Field>
            <div role="group" class="chair-form__hours" aria-label=move || words().hours>
                <TakeHours chair chairs on_take=set_week />
                {(0..DAYS).map(|day| view! { <HoursDay day week on_change=set_week /> }).collect_view()}
            </div>
            <div class="dialog__actions">
                <Button on:click=move |_| on_close.run(())>{move || words().common.cancel}</Button>
                <Button look=ButtonLook::Main kind=ButtonKind::Submit attr:disabled=move || becomes.read().is_none()>
                    {move || words().common.save}
                </Button>
            </div>
        </form>
    })
}

/// That somebody else has changed it since the form was opened, and the choice.
#[component]
fn Meanwhile(
    chair: Memo<Option<Chair>>,
    seen: RwSignal<Chair>,
    draft: RwSignal<ChairDraft>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let other = Memo::new(move |_| chair.get().filter(|now| !reads_the_same(now, &seen.read())));
    let said = move || {
        let other = other.read();
        other.as_ref().map(|now| {
            let hours = hours_in_words(&now.opening, words());
            (words().meanwhile)(&format!("{} · {hours}", now.name))
        })
    };
    let keep_mine = move |_| {
        if let Some(now) = other.get_untracked() {
            seen.set(now);
        }
    };
    let take_theirs = move |_| {
        if let Some(now) = other.get_untracked() {
            draft.set(ChairDraft::of(&now));
            seen.set(now);
        }
    };
    view! {
        <Show when=move || other.read().is_some()>
            <div class="setup-note setup-note--owed" role="alert">
                <p>{said}</p>
                <div class="dialog__actions">
                    <Button on:click=take_theirs>{move || words().take_theirs}</Button>
                    <Button on:click=keep_mine>{move || words().keep_mine}</Button>
                </div>
            </div>
        </Show>
    }
}

/// Takes the hours of another chair over into the form.
#[component]
fn TakeHours(
    chair: Memo<Option<Chair>>,
    chairs: Memo<Vec<Chair>>,
    on_take: Callback<WeekDraft>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let others = Memo::new(move |_| {
        let own = chair.read().as_ref().map(|chair| chair.id);
        let all = chairs.get();
        all.into_iter()
            .filter(|other| Some(other.id) != own)
            .collect::<Vec<_>>()
    });
    let take = move |index: String| {
        let others = others.read_untracked();
        if let Some(other) = index.parse().ok().and_then(|index: usize| others.get(index)) {
            on_take.run(WeekDraft::of(&other.opening));
        }
    };
    let option =
        |(index, chair): (usize, Chair)| view! { <option value=index.to_string()>{chair.name}</option> };
    view! {
        <Show when=move || !others.read().is_empty()>
            <Field id="chair-take-hours" label=Signal::derive(move || words().take_hours.to_owned())>
                <select id="chair-take-hours" class="input" on:change:target=move |event| take(event.target().value())>
                    <option value="">{move || words().choose}</option>
                    {move || others.get().into_iter().enumerate().map(option).collect_view()}
                </select>
            </Field>
        </Show>
    }
}
