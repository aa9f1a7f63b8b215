//! The hour at which the patient is to be called back: a promise.

use app_domain::calendar::Calendar;
use app_domain::calls::Outcome;
use app_domain::rows::Rows;
use jiff::civil::DateTime;
use leptos::prelude::*;

use super::draft::Draft;
use super::panel::PanelFrame;
use super::record::record;
use super::text::text;
use crate::hours::{QuickChoices, from_input, quick_hours, to_input};
use crate::ui::{Button, ButtonKind, ButtonLook, Field};
use crate::workspace::expect_workspace;

/// The hour of a promise: one tap for the usual ones, a field for the others.
#[component]
pub(super) fn CallBackPanel(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).panel;
    let now = workspace.now().get_untracked();
    let hours = workspace.read(|rows| quick_hours(now, &Calendar::new(rows.closures())));
    let latest = hours.last().map_or(now.civil, |quick| quick.hour());
    let typed = RwSignal::new(to_input(latest));
    let error = RwSignal::new(None::<String>);
    let promise = move |until: DateTime| {
        if until <= workspace.now().get_untracked().civil {
            error.set(Some(words().past.to_owned()));
        } else {
            record(
                workspace,
                draft,
                &Outcome::CallBack {
                    until,
                    what: draft.promised.get_untracked().trim().to_owned(),
                },
            );
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match from_input(&typed.get_untracked()) {
            Some(until) => untrack(|| promise(until)),
            None => error.set(Some(untrack(words).past.to_owned())),
        }
    };
    view! {
        <PanelFrame
            title=Signal::derive(move || words().call_back.to_owned())
            on_close=move |()| draft.panel.set(None)
        >
            <Field id="call-back-what" label=Signal::derive(move || words().promised.to_owned())>
                <input
                    id="call-back-what"
                    class="input"
                    maxlength="500"
                    autocomplete="off"
                    placeholder=move || words().promised_like
                    bind:value=draft.promised
                />
            </Field>
            <p class="call-panel__label">{move || words().until_when}</p>
            <QuickChoices hours on_choose=move |until| untrack(|| promise(until)) />
            <form class="call-panel__form" on:submit=submit>
                <Field id="call-back-at" label=Signal::derive(move || words().another_time.to_owned()) error>
                    <input
                        id="call-back-at"
                        class="input num"
                        type="datetime-local"
                        step="300"
                        required
                        aria-describedby="call-back-at-error"
                        bind:value=typed
                    />
                </Field>
                <Button kind=ButtonKind::Submit look=ButtonLook::Main>
                    {move || words().promise}
                </Button>
            </form>
        </PanelFrame>
    }
}
