//! Why to call: every listed reason, with what to ask and what to propose.

use app_domain::calls::{Reason, ReasonKind};
use leptos::prelude::*;

use super::draft::Draft;
use super::reason_block::ReasonBlock;
use super::text::text;
use super::wish::Wish;
use crate::workspace::{Workspace, expect_workspace};

/// Every listed reason. Free places are proposed once for the dentist and once for the hygienist, in the first reason
/// that asks for them: the card must fit a window without scrolling.
#[component]
pub(super) fn Reasons(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let listed = Memo::new(move |_| draft.listed());
    let blocks = Memo::new(move |_| proposals(workspace, draft, &listed.read()));
    let is_empty = move || listed.read().is_empty();
    view! {
        <section class="call-reasons" aria-label=move || words().reasons>
            <Show when=move || is_empty() && draft.takes_outcomes()>
                <p class="call-card__note">{move || words().no_reason}</p>
            </Show>
            <For
                each=move || blocks.get()
                key=Clone::clone
                children=move |(kind, wish)| view! { <ReasonBlock draft kind wish /> }
            />
        </section>
    }
}

/// Each kind of reason with the visit that is proposed in its block, if any.
fn proposals(workspace: Workspace, draft: Draft, listed: &[Reason]) -> Vec<(ReasonKind, Option<Wish>)> {
    let mut proposed: Vec<bool> = Vec::new();
    workspace.read(|rows| {
        let wish = |reason: &Reason| {
            let wish = Wish::of(reason, draft.patient, rows)?;
            if proposed.contains(&wish.is_hygiene()) {
                return None;
            }
            proposed.push(wish.is_hygiene());
            Some(wish)
        };
        let wishes: Vec<Option<Wish>> = listed.iter().map(wish).collect();
        listed.iter().map(Reason::kind).zip(wishes).collect()
    })
}
