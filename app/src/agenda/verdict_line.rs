//! Whether the place can be taken, in words.

use leptos::prelude::*;

use super::move_check::Verdict;
use super::text::text;
use crate::outbox::refusal::told_now;
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// Whether the place can be taken, in words.
#[component]
pub fn VerdictLine(
    /// What the rules say.
    verdict: Memo<Verdict>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let line = move || {
        let moving = &text(workspace.language().get()).moving;
        let verdict = verdict.read();
        match (&*verdict, verdict.obstacle()) {
            (_, Some(refusal)) => (Glyph::Warning, told_now(workspace, refusal).in_one_line()),
            (Verdict::Incomplete, _) => (Glyph::Question, moving.incomplete.to_owned()),
            (Verdict::Same, _) => (Glyph::Clock, moving.same.to_owned()),
            _ => (Glyph::Check, moving.free.to_owned()),
        }
    };
    let class = move || match &*verdict.read() {
        Verdict::Free => "verdict tone-good",
        Verdict::Incomplete | Verdict::Same => "verdict",
        Verdict::Blocked(_) | Verdict::NeedsReason(_) | Verdict::Overridden(_) => "verdict tone-risk",
    };
    view! {
        <p class=class role="status">
            <Icon glyph=Signal::derive(move || line().0) />
            <span>{move || line().1}</span>
        </p>
    }
}
