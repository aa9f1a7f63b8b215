//! Why to call: every listed reason, with what to ask and what to propose.

use app_domain::calls::{Reason, ReasonKind, script};
use app_domain::language::Language;
use leptos::prelude::*;

use super::draft::Draft;
use super::reason_block::ReasonBlock;
use super::script_questions::Folding;
use super::text::text;
use super::wish::Wish;
use crate::workspace::{Workspace, expect_workspace};

/// Every listed reason. Free places are proposed once for the dentist and once for the hygienist, in the first reason
/// that asks for them, and one script is in sight: the card must fit a window without scrolling.
#[component]
pub(super) fn Reasons(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let listed = Memo::new(move |_| draft.listed());
    let blocks = Memo::new(move |_| blocks(workspace, draft, &listed.read()));
    let is_empty = move || listed.read().is_empty();
    view! {
        <section class="call-reasons" aria-label=move || words().reasons>
            <Show when=move || is_empty() && draft.takes_outcomes() && draft.correcting.get().is_none()>
                <p class="call-card__note">{move || words().no_reason}</p>
            </Show>
            <For
                each=move || blocks.get()
                key=Clone::clone
                children=move |Block { kind, folding, wish }| view! { <ReasonBlock draft kind folding wish /> }
            />
        </section>
    }
}

/// What the block of a reason holds.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Block {
    kind: ReasonKind,
    folding: Folding,
    wish: Option<Wish>,
}

/// The blocks of the listed reasons, in their order.
fn blocks(workspace: Workspace, draft: Draft, listed: &[Reason]) -> Vec<Block> {
    let mut proposed: Vec<bool> = Vec::new();
    let first_script = listed
        .iter()
        .position(|reason| !script::questions(reason, Language::default()).is_empty());
    workspace.read(|rows| {
        let block = |(index, reason): (usize, &Reason)| {
            let wish =
                Wish::of(reason, draft.patient, rows).filter(|wish| !proposed.contains(&wish.is_hygiene()));
            proposed.extend(wish.as_ref().map(Wish::is_hygiene));
            let folding = if first_script == Some(index) {
                Folding::Open
            } else {
                Folding::Folded
            };
            Block {
                kind: reason.kind(),
                folding,
                wish,
            }
        };
        listed.iter().enumerate().map(block).collect()
    })
}
