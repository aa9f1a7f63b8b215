//! A change that the server did not carry out: what was asked for stays, beside what is there.

use app_domain::command::Command;
use app_domain::refusal::Refusal;
use app_sync::outbox::{OutboxRecord, OutboxState};
use app_sync::wire::Mid;
use leptos::prelude::*;

use super::text::text;
use crate::outbox::refusal::told_now;
use crate::ui::{Button, ButtonLook};
use crate::workspace::expect_workspace;

/// What was asked for and why it was not done, and the choice to ask again or to leave it.
#[component]
pub(super) fn RefusedChange(
    /// What a command of this row asks for, in words; nothing for those of others.
    is_its: impl Fn(&Command) -> Option<String> + Send + Sync + 'static,
    /// The command once more, on what is there now.
    again: impl Fn(Command) -> Command + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let outbox = workspace.outbox();
    let refused = Memo::new(move |_| {
        let outbox = outbox.read();
        let entry = |record: &OutboxRecord| match &record.state {
            OutboxState::NeedsYou { refusal, .. } => {
                let asked = is_its(&record.mutation.command)?;
                Some((
                    record.mutation.mid,
                    record.mutation.command.clone(),
                    refusal.clone(),
                    asked,
                ))
            }
            _ => None,
        };
        outbox.iter().filter_map(entry).collect::<Vec<_>>()
    });
    let entry = move |(mid, command, refusal, asked): (Mid, Command, Refusal, String)| {
        let told = told_now(workspace, &refusal).what;
        let ask_again = move |_| {
            workspace.dismiss(mid);
            workspace.act(again(command.clone()));
        };
        view! {
            <div class="setup-note setup-note--risk" role="alert">
                <p>
                    <b>{told}</b>
                    " "
                    {move || (words().refused_change)(&asked)}
                </p>
                <div class="dialog__actions">
                    <Button on:click=move |_| workspace.dismiss(mid)>{move || words().leave}</Button>
                    <Button look=ButtonLook::Main on:click=ask_again>{move || words().again}</Button>
                </div>
            </div>
        }
    };
    move || refused.get().into_iter().map(entry).collect_view()
}
