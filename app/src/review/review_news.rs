//! Tells the author, once, that what they did waits for a person, and what was decided of it.

use std::collections::BTreeMap;

use app_domain::id::ReviewId;
use app_domain::review::{Cause, Review};
use leptos::prelude::*;

use super::review_entry::said;
use super::text::text;
use crate::outbox::refusal::told_now;
use crate::ui::{Toast, Tone, expect_toasts};
use crate::workspace::{Workspace, expect_workspace};

/// News of every review of this person's own that comes, or is decided by somebody else, while the page is open. Those that are
/// there at the start are in the drawer, and the badge counts them.
#[component]
pub fn ReviewNews() -> impl IntoView {
    let workspace = expect_workspace();
    let toasts = expect_toasts();
    let reviews = workspace.reviews();
    Effect::new(move |known: Option<BTreeMap<ReviewId, bool>>| {
        let reviews = reviews.read();
        let me = workspace.actor().map(|actor| actor.member);
        let mine = reviews.iter().filter(|review| Some(review.by) == me);
        for review in mine.clone().filter(|_| known.is_some()) {
            let was_open = known.as_ref().and_then(|known| known.get(&review.id)).copied();
            let news = match (was_open, review.is_open()) {
                // Who asks knows that it waits.
                (None, true) if review.cause != Cause::BeyondBudget => {
                    Some((news(workspace, review), Tone::Risk))
                }
                (Some(true), false) => {
                    untrack(|| decided(workspace, review)).map(|decided| (decided, Tone::Plain))
                }
                _ => None,
            };
            if let Some((text, tone)) = news {
                toasts.show(Toast {
                    text,
                    tone,
                    undo: None,
                });
            }
        }
        mine.map(|review| (review.id, review.is_open())).collect()
    });
}

fn news(workspace: Workspace, review: &Review) -> String {
    let language = workspace.language().get_untracked();
    let refusal = review.about.as_ref().and_then(|about| about.refusal.as_ref());
    match (review.cause, refusal) {
        (Cause::Conflict, Some(refusal)) => (text(language).news)(&told_now(workspace, refusal).what),
        _ => (text(language).news_other_role)((crate::text::text(language).role)(review.role)),
    }
}

fn decided(workspace: Workspace, review: &Review) -> Option<String> {
    let said = said(workspace, review);
    let words = text(workspace.language().get());
    Some((words.news_settled)(&said.what.headline, &said.became?))
}
