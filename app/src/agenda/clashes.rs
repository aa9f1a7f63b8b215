//! Everything that is in the way of a place, beside what the verdict names.

use app_domain::agenda::{Obstacle, obstacles};
use leptos::prelude::*;

use super::move_check::{Verdict, Wish};
use crate::heed::heed;
use crate::outbox::refusal::obstacle_told_now;
use crate::workspace::{Workspace, expect_workspace};

/// What is in the way of a wish: that which the verdict names, and all the rest.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct InTheWay {
    /// What the verdict names, where it is about the place.
    pub(super) named: Option<Obstacle>,
    /// What else there is.
    pub(super) others: Vec<Obstacle>,
}

/// What is in the way now: asked again with the verdict.
pub(super) fn in_the_way(workspace: Workspace, wish: Memo<Wish>, verdict: Memo<Verdict>) -> Memo<InTheWay> {
    Memo::new(move |_| {
        let (wish, verdict) = (wish.read(), verdict.read());
        let Some(refusal) = verdict.obstacle() else {
            return InTheWay::default();
        };
        heed(workspace.now());
        let all = workspace.read(|rows| wish.wanted(rows).map(|wanted| obstacles(rows, &wanted)));
        let is_named = |obstacle: &Obstacle| obstacle.is_named_by(refusal);
        let (named, others): (Vec<_>, Vec<_>) = all.into_iter().flatten().partition(is_named);
        InTheWay {
            named: named.into_iter().next(),
            others,
        }
    })
}

/// The obstacles beside the one that the verdict names, a sentence each.
#[component]
pub(super) fn Clashes(
    /// What is in the way.
    obstacles: Memo<InTheWay>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let line = move |obstacle| view! { <li>{obstacle_told_now(workspace, &obstacle).what}</li> };
    let lines = move || {
        let others = obstacles.read().others.clone();
        others.into_iter().map(line).collect_view()
    };
    view! {
        <Show when=move || !obstacles.read().others.is_empty()>
            <ul class="clashes">{lines}</ul>
        </Show>
    }
}
