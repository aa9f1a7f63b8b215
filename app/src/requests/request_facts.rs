//! What is known of a request, in words.

use app_domain::requests::Request;
use leptos::prelude::*;

use super::text::text;
use crate::workspace::{Workspace, expect_workspace};

/// What is asked; how it came, how the patient wants the answer and who wrote it down; who has it; what came of it.
#[component]
pub(super) fn RequestFacts(
    /// The request.
    request: Memo<Option<Request>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let asked = move || request.read().as_ref().map(|request| request.words.clone());
    let lines = move || {
        let request = request.get()?;
        let lines = lines(workspace, &request).into_iter();
        Some(
            lines
                .map(|line| view! { <p class="request__line">{line}</p> })
                .collect_view(),
        )
    };
    view! {
        <p class="request__words">{asked}</p>
        {lines}
    }
}

fn lines(workspace: Workspace, request: &Request) -> Vec<String> {
    let language = workspace.language().get();
    let (words, common) = (text(language), crate::text::text(language));
    let clock = |at: app_domain::time::Instant| common.moment(at.civil());
    let came = request.channel.map_or(words.in_person, common.channel);
    let mut lines = vec![(words.came)(
        came,
        (common.channel)(request.answer_by),
        &workspace.name_of(request.by),
        &clock(request.at),
    )];
    if let Some(last) = request.hand_offs.last() {
        let passages = (words.passages)(request.passages());
        lines.push((words.has_it)(&workspace.name_of(last.to), &passages, &last.word));
    }
    if let Some(first) = request.put_off.first() {
        lines.push((words.was_due)(&common.moment(first.due), request.put_off.len()));
    }
    if let Some(reopened) = request.reopened.last() {
        let who = workspace.name_of(reopened.by);
        lines.push((words.was_reopened)(&who, &clock(reopened.at), &reopened.reason));
    }
    if let Some(solved) = &request.solved {
        let who = workspace.name_of(solved.by);
        lines.push((words.solved_by)(&who, &clock(solved.at), &solved.words));
    }
    lines
}
