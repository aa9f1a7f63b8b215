//! When to call and where video calls take place, to be changed.

use app_domain::calls::{CallSettings, FollowUp};
use app_domain::command::Command;
use app_domain::rows::Rows;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::act::{Act, Acted};
use super::calls_draft::CallsDraft;
use super::calls_part::in_words;
use super::check_fields::CheckFields;
use super::hours_day::HoursDay;
use super::text::text;
use super::week_draft::{DAYS, WeekDraft};
use crate::ui::{Button, ButtonKind, ButtonLook, Field, Toast, Tone, expect_toasts};
use crate::workspace::expect_workspace;

/// Hours and the address. Who has changed them meanwhile is not overwritten: what is there now stands beside what was
/// typed.
#[component]
pub(super) fn CallsForm(
    /// What is set now.
    set: Memo<CallSettings>,
    /// Called when the form is done with.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act::expect();
    let toasts = expect_toasts();
    let words = move || text(workspace.language().get());
    let seen = RwSignal::new(set.get_untracked());
    let draft = RwSignal::new(CallsDraft::of(&seen.read_untracked()));
    let week = Memo::new(move |_| draft.read().week.clone());
    let set_week = Callback::new(move |week: WeekDraft| draft.update(|draft| draft.week = week));
    let becomes = Memo::new(move |_| draft.read().becomes());
    let problem = Signal::derive(move || {
        let is_unfit = draft.read().is_video_unfit();
        is_unfit.then(|| words().calls.video_problem.to_owned())
    });
    let other = Memo::new(move |_| Some(set.get()).filter(|now| *now != seen.get()));
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        // What was changed meanwhile is chosen above first.
        let Some(becomes) = becomes
            .get_untracked()
            .filter(|_| other.read_untracked().is_none())
        else {
            return;
        };
        let was = workspace.read(|rows| rows.call_settings().cloned());
        if act.carry_out(Command::SetUpCalls { was, becomes }) == Acted::Done {
            toasts.show(Toast {
                text: untrack(words).calls.kept.to_owned(),
                tone: Tone::Plain,
                undo: None,
            });
            on_close.run(());
        }
    };
    let take_theirs = move |_| {
        let now = set.get_untracked();
        draft.set(CallsDraft::of(&now));
        seen.set(now);
    };
    let said = move || {
        let other = other.read();
        other
            .as_ref()
            .map(|now| (words().calls.meanwhile)(&in_words(now, workspace.language().get())))
    };
    view! {
        <form class="chair-form" novalidate on:submit=save>
            <Show when=move || other.read().is_some()>
                <div class="setup-note setup-note--owed" role="alert">
                    <p>{said}</p>
                    <div class="dialog__actions">
                        <Button on:click=take_theirs>{move || words().take_theirs}</Button>
                        <Button on:click=move |_| seen.set(set.get_untracked())>{move || words().keep_mine}</Button>
                    </div>
                </div>
            </Show>
            <Field
                id="calls-video"
                label=Signal::derive(move || words().calls.video.to_owned())
                hint=Signal::derive(move || words().calls.video_hint.to_owned())
                error=problem
            >
                <input
                    id="calls-video"
                    class="input"
                    type="url"
                    maxlength="200"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="calls-video-error"
                    prop:value=move || draft.read().video.clone()
                    on:input:target=move |event| draft.update(|draft| draft.video = event.target().value())
                />
            </Field>
            <div class="field">
                <label class="setup-type__offer">
                    <input
                        type="checkbox"
                        aria-describedby="calls-follow-up-hint"
                        prop:checked=move || draft.read().follow_up == FollowUp::On
                        on:change=move |_| draft.update(CallsDraft::toggle_follow_up)
                    />
                    <span>{move || words().calls.follow_up}</span>
                </label>
                <p id="calls-follow-up-hint" class="field__hint">{move || words().calls.follow_up_hint}</p>
            </div>
            <CheckFields draft />
            <div role="group" class="chair-form__hours" aria-label=move || words().calls.hours>
                {(0..DAYS).map(|day| view! { <HoursDay day week on_change=set_week /> }).collect_view()}
            </div>
            <div class="dialog__actions">
                <Button on:click=move |_| on_close.run(())>{move || words().common.cancel}</Button>
                <Button
                    look=ButtonLook::Main
                    kind=ButtonKind::Submit
                    attr:disabled=move || becomes.read().is_none() || other.read().is_some()
                >
                    {move || words().common.save}
                </Button>
            </div>
        </form>
    }
}
