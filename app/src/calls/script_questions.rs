//! What to ask for a reason, in one's own words.

use app_domain::calls::{Reason, ReasonKind, script};
use leptos::prelude::*;

use super::draft::Draft;
use super::script_question::ScriptQuestion;
use super::text::text;
use crate::port::YesOrNo as Answer;
use crate::workspace::expect_workspace;

/// Whether questions are in sight or folded away: one script at a time fits a window.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Folding {
    /// In sight.
    Open,
    /// Behind a line that tells how many there are.
    Folded,
}

/// The questions of a reason; nothing for reasons that have none.
#[component]
pub(super) fn ScriptQuestions(
    /// The open card.
    draft: Draft,
    /// Which reason.
    kind: ReasonKind,
    /// The reason, as long as it is listed.
    reason: Memo<Option<Reason>>,
    /// Whether they are in sight.
    folding: Folding,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let questions = Memo::new(move |_| {
        let language = workspace.language().get();
        reason
            .read()
            .as_ref()
            .map_or(&[][..], |reason| script::questions(reason, language))
    });
    let has_yes = move || {
        draft
            .answers
            .read()
            .iter()
            .any(|((of, _), answer)| *of == kind && *answer == Answer::Yes)
    };
    let question = move |(index, question): (usize, &'static str)| {
        view! { <ScriptQuestion draft kind index question /> }
    };
    let list = move || {
        view! {
            <ul class="call-questions">
                {move || questions.get().iter().copied().enumerate().map(question).collect_view()}
            </ul>
        }
    };
    let folded = move || match folding {
        Folding::Open => list().into_any(),
        Folding::Folded => view! {
            <details class="call-script">
                <summary>{move || (words().questions)(questions.read().len())}</summary>
                {list()}
            </details>
        }
        .into_any(),
    };
    view! {
        <Show when=move || !questions.read().is_empty()>
            {folded}
            <p class="call-reason__yes" aria-live="polite">
                {move || has_yes().then(|| words().yes_proposes)}
            </p>
        </Show>
    }
}
