//! A question of the script with yes and no.

use app_domain::calls::ReasonKind;
use leptos::prelude::*;

use super::draft::Draft;
use crate::port::YesOrNo as Answer;
use crate::workspace::expect_workspace;

/// A question with yes and no. A second tap on the same answer takes it back.
#[component]
pub(super) fn ScriptQuestion(
    /// The open card.
    draft: Draft,
    /// The reason that it belongs to.
    kind: ReasonKind,
    /// Its number among the questions of the reason.
    index: usize,
    /// The question.
    question: &'static str,
) -> impl IntoView {
    let workspace = expect_workspace();
    let common = move || crate::text::text(workspace.language().get());
    let answered = Memo::new(move |_| draft.answers.read().get(&(kind, index)).copied());
    let answer = move |answer: Answer| {
        draft.answers.update(|answers| {
            let before = answers.insert((kind, index), answer);
            if before == Some(answer) {
                answers.remove(&(kind, index));
            }
        });
    };
    let choice = move |value: Answer, class: &'static str, words: fn(&crate::text::Text) -> &'static str| {
        view! {
            <button
                type="button"
                class=class
                aria-pressed=move || (answered.get() == Some(value)).to_string()
                on:click=move |_| answer(value)
            >
                {move || words(common())}
            </button>
        }
    };
    view! {
        <li>
            <div class="call-question" role="group" aria-label=question>
                <span class="call-question__words">{question}</span>
                <span class="call-question__answers">
                    {choice(Answer::Yes, "call-answer call-answer--yes", |words| words.yes)}
                    {choice(Answer::No, "call-answer call-answer--no", |words| words.no)}
                </span>
            </div>
        </li>
    }
}
