//! To whom a request goes.

use app_domain::command::Command;
use app_domain::id::{MemberId, RequestId};
use app_domain::policy::may_record_calls;
use app_domain::practice::Member;
use leptos::prelude::*;

use super::text::text;
use crate::ui::{Button, Toast, Tone, expect_toasts};
use crate::workspace::expect_workspace;

/// Everybody who may have it in charge, one tap each, with a word for them.
#[component]
pub(super) fn HandOver(
    /// Which request.
    id: RequestId,
    /// Who has it now.
    owner: Option<MemberId>,
    /// Called when it is handed over.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let toasts = expect_toasts();
    let words = move || text(workspace.language().get());
    let word = RwSignal::new(String::new());
    let me = workspace.actor().map(|actor| actor.member);
    let carries = |member: &&Member| {
        Some(member.id) != owner
            && Some(member.id) != me
            && member.roles.iter().any(|role| may_record_calls(*role))
    };
    let mut members: Vec<(MemberId, String)> = workspace.read(|rows| {
        let carriers = rows.members().filter(carries);
        carriers.map(|member| (member.id, member.name.clone())).collect()
    });
    members.sort_by(|a, b| a.1.cmp(&b.1));
    let hand_over = move |to: MemberId, name: &str| {
        workspace.last_refusal().set(None);
        workspace.act(Command::HandOverRequest {
            request: id,
            from: owner,
            to,
            word: word.get_untracked(),
        });
        if workspace.last_refusal().with_untracked(Option::is_none) {
            toasts.show(Toast {
                text: (untrack(words).told_handed_over)(name),
                tone: Tone::Good,
                undo: None,
            });
            on_done.run(());
        }
    };
    let choice = move |(to, name): (MemberId, String)| {
        let shown = name.clone();
        view! { <Button on:click=move |_| hand_over(to, &name)>{shown}</Button> }
    };
    let field = format!("hand-over-{id}");
    view! {
        <div class="request__form">
            <label class="field__label" for=field.clone()>{move || words().word}</label>
            <input id=field class="input" maxlength="500" autocomplete="off" bind:value=word />
            <div class="choices">{members.into_iter().map(choice).collect_view()}</div>
        </div>
    }
}
