//! Whether the place can be taken, in words, with everything that is in the way.

use app_domain::refusal::Refusal;
use leptos::prelude::*;

use super::clashes::{Clashes, in_the_way};
use super::move_check::{Verdict, Wish};
use super::text::text;
use crate::outbox::refusal::{obstacle_told_now, told_now};
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// Whether the place can be taken, in words; where it cannot, everything that is in the way.
#[component]
pub fn VerdictLine(
    /// What the rules say.
    verdict: Memo<Verdict>,
    /// What is wanted.
    wish: Memo<Wish>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let obstacles = in_the_way(workspace, wish, verdict);
    let told = move |refusal: &Refusal| match &obstacles.read().named {
        Some(obstacle) => obstacle_told_now(workspace, obstacle),
        None => told_now(workspace, refusal),
    };
    let line = move || {
        let moving = &text(workspace.language().get()).moving;
        let verdict = verdict.read();
        match (&*verdict, verdict.obstacle()) {
            (_, Some(refusal)) => (Glyph::Warning, told(refusal).in_one_line()),
            (Verdict::Incomplete, _) => (Glyph::Question, moving.incomplete.to_owned()),
            (Verdict::Same, _) => (Glyph::Clock, moving.same.to_owned()),
            _ => (Glyph::Check, moving.free.to_owned()),
        }
    };
    let class = move || match &*verdict.read() {
        Verdict::Free => "verdict tone-good",
        Verdict::Incomplete | Verdict::Same => "verdict",
        Verdict::Blocked(_) | Verdict::NeedsReason(_) | Verdict::Overridden(_) | Verdict::Beyond { .. } => {
            "verdict tone-risk"
        }
    };
    view! {
        <div class="verdict-and-more" role="status">
            <p class=class>
                <Icon glyph=Signal::derive(move || line().0) />
                <span>{move || line().1}</span>
            </p>
            <Clashes obstacles />
        </div>
    }
}
