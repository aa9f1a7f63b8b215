//! The page of the questions.

use leptos::prelude::*;

use super::at_risk::AtRisk;
use super::declined::Declined;
use super::open_questions::{open_questions, sees_questions};
use super::question_card::{AnsweredCard, QuestionCard};
use super::text::text;
use crate::layout::TopBar;
use crate::ui::{EmptyState, Refused};
use crate::workspace::expect_workspace;

/// The questions that wait, what was answered today, who is at risk and not reached, and who does not want to go on; for
/// clinicians.
#[component]
pub fn QuestionsPage() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let sees = sees_questions(workspace);
    let refused = Signal::derive(move || {
        let words = words();
        [words.refused, words.refused_text, words.to_agenda]
    });
    view! {
        <TopBar title=Signal::derive(move || words().title.to_owned()) />
        <main id="main" class="page" tabindex="-1">
            <Show when=move || sees.get() fallback=move || view! { <Refused words=refused /> }>
                <div class="questions">
                    <Waiting />
                    <Answered />
                    <AtRisk />
                    <Declined />
                </div>
            </Show>
        </main>
    }
}

#[component]
fn Waiting() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let open = open_questions(workspace);
    let none = Signal::derive(move || words().none.to_owned());
    let none_note = Signal::derive(move || words().none_note.to_owned());
    view! {
        <section class="questions__part" aria-labelledby="questions-open">
            <h2 id="questions-open" class="questions__title">{move || words().open}</h2>
            <Show
                when=move || !open.read().is_empty()
                fallback=move || view! { <EmptyState title=none text=none_note /> }
            >
                <ul class="questions__list">
                    <For
                        each=move || open.get()
                        key=|asked| asked.id
                        children=move |asked| view! { <QuestionCard asked /> }
                    />
                </ul>
            </Show>
        </section>
    }
}

/// What was answered today: by whom, and whether the patient was told is seen on the call list.
#[component]
fn Answered() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let questions = workspace.questions();
    let today = workspace.today();
    let answered = Memo::new(move |_| {
        let today = today.get();
        let of_today = |at: app_domain::time::Instant| at.civil().date() == today;
        let mut answered: Vec<_> = questions
            .read()
            .iter()
            .filter(|asked| asked.answer.as_ref().is_some_and(|answer| of_today(answer.at)))
            .cloned()
            .collect();
        answered.sort_by_key(|asked| asked.answer.as_ref().map(|answer| std::cmp::Reverse(answer.at)));
        answered
    });
    view! {
        <Show when=move || !answered.read().is_empty()>
            <section class="questions__part" aria-labelledby="questions-answered">
                <h2 id="questions-answered" class="questions__title">{move || words().answered_today}</h2>
                <ul class="questions__list">
                    <For
                        each=move || answered.get()
                        key=|asked| asked.id
                        children=move |asked| view! { <AnsweredCard asked /> }
                    />
                </ul>
            </section>
        </Show>
    }
}
