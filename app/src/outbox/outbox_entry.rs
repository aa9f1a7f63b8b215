//! One change in the drawer.

use app_sync::outbox::{OutboxRecord, OutboxState};
use leptos::prelude::*;

use super::DescribedFields;
use super::Lookup;
use super::describe::describe;
use super::outbox_actions::OutboxActions;
use super::refusal::{Told, told};
use super::text::text;
use crate::patient::name_for;
use crate::ui::{Tag, Tone};
use crate::workspace::expect_workspace;

/// One change: what was asked for and typed, how far it has come, and where it was refused why and what to do.
#[component]
pub(super) fn OutboxEntry(
    /// The change.
    record: OutboxRecord,
    /// Closes the drawer, where an action leads elsewhere.
    on_close: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let OutboxRecord { mutation, state } = record;
    let refusal = match &state {
        OutboxState::NeedsYou { refusal, .. } => Some(refusal.clone()),
        _ => None,
    };
    let (command, reason) = (mutation.command.clone(), refusal.clone());
    let told = Memo::new(move |_| {
        let (language, names) = (
            workspace.language().get(),
            name_for(workspace.names_hidden().get()),
        );
        workspace.read(|rows| {
            let lookup = Lookup {
                rows,
                language,
                names,
            };
            (
                describe(&command, &lookup),
                reason.as_ref().map(|refusal| told(refusal, &lookup)),
            )
        })
    });
    let (asked, state_now) = (mutation.at, state.clone());
    let line = move || {
        let clock =
            |at: app_domain::time::Instant| crate::text::text(workspace.language().get()).moment(at.civil());
        match &state_now {
            OutboxState::NeedsYou { at, .. } => (words().drawer.refused_at)(&clock(*at)),
            _ => (words().drawer.asked_at)(&clock(asked)),
        }
    };
    let progress = move |words: &super::text::DrawerText| match &state {
        OutboxState::Writing => Some(words.writing),
        OutboxState::Unkept => Some(words.unkept),
        OutboxState::Kept => Some(words.kept),
        OutboxState::Sent => Some(words.sent),
        OutboxState::Accepted => Some(words.accepted),
        OutboxState::NeedsYou { .. } => None,
    };
    let tag = progress(&words_untracked(workspace).drawer).is_some();
    let actions = refusal.map(|refusal| view! { <OutboxActions mutation refusal on_close /> });
    view! {
        <li class="outbox__entry" aria-label=move || told.read().0.headline.clone()>
            <div class="outbox__head">
                <b class="outbox__headline">{move || told.read().0.headline.clone()}</b>
                {tag.then(|| view! { <Tag tone=Tone::Owed>{move || progress(&words().drawer)}</Tag> })}
            </div>
            {move || told.read().1.clone().map(explanation)}
            {move || {
                let what = told.read().0.clone();
                view! { <DescribedFields what /> }
            }}
            <p class="outbox__when num">{line}</p>
            {actions}
        </li>
    }
}

fn words_untracked(workspace: crate::workspace::Workspace) -> &'static super::text::Text {
    text(workspace.language().get_untracked())
}

fn explanation(told: Told) -> impl IntoView {
    view! {
        <p class="outbox__what" role="alert">{told.what}</p>
        <p class="outbox__todo">{told.todo}</p>
    }
}
