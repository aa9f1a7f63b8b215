//! A promise goes from hand to hand: to whom, and a word with it.

use app_domain::calls::{PromiseDetail, ReasonDetail, ReasonKind};
use app_domain::command::Command;
use app_domain::id::MemberId;
use app_domain::policy::may_record_calls;
use app_domain::practice::Member;
use leptos::prelude::*;

use super::draft::Draft;
use super::panel::PanelFrame;
use super::text::text;
use crate::ui::{Button, Field, Toast, Tone};
use crate::workspace::expect_workspace;

/// Who keeps the promise from now on: one tap. Oneself comes first.
#[component]
pub(super) fn HandOverPanel(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).panel;
    let me = workspace.actor().map(|actor| actor.member);
    let word = RwSignal::new(String::new());
    let members = Memo::new(move |_| {
        let owner = promise(draft).and_then(|promise| promise.owner);
        let keeps = |member: &&Member| {
            Some(member.id) != owner && member.roles.iter().any(|role| may_record_calls(*role))
        };
        let mut members: Vec<(MemberId, String)> = workspace.read(|rows| {
            let keepers = rows.members().filter(keeps);
            keepers.map(|member| (member.id, member.name.clone())).collect()
        });
        members.sort_by(|a, b| (Some(a.0) != me, &a.1).cmp(&(Some(b.0) != me, &b.1)));
        members
    });
    let hand_over = move |to: MemberId, name: String| {
        let Some(promise) = untrack(|| promise(draft)) else {
            return draft.panel.set(None);
        };
        workspace.last_refusal().set(None);
        workspace.act(Command::HandOverPromise {
            attempt: promise.attempt,
            from: promise.owner,
            to,
            word: word.get_untracked(),
        });
        if workspace.last_refusal().with_untracked(Option::is_none) {
            draft.panel.set(None);
            draft.toasts.show(Toast {
                text: (untrack(words).handed_over)(&name),
                tone: Tone::Good,
                undo: None,
            });
        }
    };
    let choice = move |(id, name): (MemberId, String)| {
        let shown = name.clone();
        let label = move || {
            if Some(id) == me {
                words().i_take_it.to_owned()
            } else {
                shown.clone()
            }
        };
        view! { <Button on:click=move |_| hand_over(id, name.clone())>{label}</Button> }
    };
    view! {
        <PanelFrame
            title=Signal::derive(move || words().hand_over.to_owned())
            on_close=move |()| draft.panel.set(None)
        >
            <Field id="call-hand-over-word" label=Signal::derive(move || words().word.to_owned())>
                <input id="call-hand-over-word" class="input" maxlength="500" autocomplete="off" bind:value=word />
            </Field>
            <div class="call-panel__choices">
                <For each=move || members.get() key=Clone::clone children=choice />
            </div>
        </PanelFrame>
    }
}

/// The promise that is on the list.
fn promise(draft: Draft) -> Option<PromiseDetail> {
    let status = draft.status.read();
    match &status.as_ref()?.listed(ReasonKind::Promise)?.detail {
        ReasonDetail::Promise(promise) => Some(promise.clone()),
        _ => None,
    }
}
