//! Tells the author, once, that what they did waits for a person.

use std::collections::BTreeSet;

use app_domain::id::ReviewId;
use app_domain::review::{Cause, Review};
use leptos::prelude::*;

use super::text::text;
use crate::outbox::refusal::told_now;
use crate::ui::{Toast, Tone, expect_toasts};
use crate::workspace::{Workspace, expect_workspace};

/// News of every review of this person's own that comes while the page is open. Those that are there at the start are in the
/// drawer, and the badge counts them.
#[component]
pub fn ReviewNews() -> impl IntoView {
    let workspace = expect_workspace();
    let toasts = expect_toasts();
    let reviews = workspace.reviews();
    Effect::new(move |known: Option<BTreeSet<ReviewId>>| {
        let reviews = reviews.read();
        let me = workspace.actor().map(|actor| actor.member);
        let mine = reviews.iter().filter(|review| Some(review.by) == me);
        if let Some(known) = &known {
            let fresh = mine
                .clone()
                .filter(|review| review.is_open() && !known.contains(&review.id));
            for review in fresh {
                toasts.show(Toast {
                    text: news(workspace, review),
                    tone: Tone::Risk,
                    undo: None,
                });
            }
        }
        mine.map(|review| review.id).collect()
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
