//! A question, and the ways to answer it.

use app_domain::calls::{Advice, Attempt, why};
use app_domain::command::Command;
use app_domain::rows::Key;
use leptos::prelude::*;

use super::text::text;
use crate::outbox::RowStanding;
use crate::patient::{name_for, shown_name};
use crate::sheet::sheet_path;
use crate::ui::{Button, ButtonLook, Toast, Tone, expect_toasts};
use crate::workspace::{Workspace, expect_workspace};

/// A question with its four answers: one tap each, with words to say if there are any.
#[component]
pub(super) fn QuestionCard(
    /// The call that asks.
    asked: Attempt,
) -> impl IntoView {
    let workspace = expect_workspace();
    let toasts = expect_toasts();
    let words = move || text(workspace.language().get());
    let (id, until) = (asked.id, asked.asks().map(|(_, until)| until));
    let is_late = move || until.is_some_and(|until| workspace.now().get().civil > until);
    let by_when = move || {
        let common = crate::text::text(workspace.language().get());
        until.map(|until| (words().until)(&common.moment(until)))
    };
    let say = RwSignal::new(String::new());
    let field = format!("answer-{}", id.0);
    let name = whose(workspace, &asked);
    let answer = move |advice: Advice| {
        workspace.last_refusal().set(None);
        workspace.act(Command::AnswerEscalation {
            attempt: id,
            advice,
            words: say.get_untracked(),
        });
        if workspace.last_refusal().with_untracked(Option::is_none) {
            toasts.show(Toast {
                text: untrack(words).sent(advice).to_owned(),
                tone: Tone::Good,
                undo: None,
            });
        }
    };
    let choice = move |advice: Advice| {
        let look = if advice == Advice::ComeToday {
            ButtonLook::Risk
        } else {
            ButtonLook::Plain
        };
        view! { <Button look on:click=move |_| answer(advice)>{move || words().advice(advice)}</Button> }
    };
    view! {
        <li class="question" data-late=move || is_late().to_string()>
            <div class="question__head">
                <a class="question__who" href=sheet_path("/domande", asked.patient)>{move || name.get()}</a>
                <span class="question__until num">{by_when}</span>
            </div>
            <Asked asked=asked.clone() />
            <label class="field__label" for=field.clone()>{move || words().say}</label>
            <input id=field class="input" maxlength="500" autocomplete="off" bind:value=say />
            <div class="question__answers">{Advice::ALL.map(choice).collect_view()}</div>
        </li>
    }
}

/// A question that was answered.
#[component]
pub(super) fn AnsweredCard(
    /// The call that asked.
    asked: Attempt,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let name = whose(workspace, &asked);
    let answer = asked.answer.clone();
    let told = move || {
        let answer = answer.as_ref()?;
        let who = workspace.name_of(answer.by);
        let language = workspace.language().get();
        let hour = crate::text::text(language).clock(answer.at.civil().time());
        Some((words().told)(
            &who,
            &hour,
            why::advice(answer.advice, language),
            &answer.words,
        ))
    };
    view! {
        <li class="question question--answered">
            <div class="question__head">
                <a class="question__who" href=sheet_path("/domande", asked.patient)>{move || name.get()}</a>
                <RowStanding key=Key::Attempt(asked.id) />
            </div>
            <p>{told}</p>
        </li>
    }
}

/// What is asked, about what, by whom.
#[component]
fn Asked(asked: Attempt) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let at = asked.at.civil();
    let by = asked.by;
    let topics: Vec<_> = asked.outcomes.iter().map(|about| about.topic).collect();
    let line = move || {
        let language = workspace.language().get();
        let topic = crate::outbox::text::text(language).topic;
        let about: Vec<&str> = topics.iter().map(|one| topic(*one)).collect();
        let who = by.map(|by| workspace.name_of(by)).unwrap_or_default();
        (words().asked)(&about.join(", "), &who, &crate::text::text(language).moment(at))
    };
    let question = asked.question;
    let reported = move || {
        if question.is_empty() {
            words().no_words.to_owned()
        } else {
            format!("«{question}»")
        }
    };
    view! {
        <p class="question__words">{reported}</p>
        <p class="question__line">{line}</p>
    }
}

/// The name of the patient, as it may be shown now.
pub(super) fn whose(workspace: Workspace, asked: &Attempt) -> Memo<String> {
    let row = workspace.patient(asked.patient);
    Memo::new(move |_| {
        let names = name_for(workspace.names_hidden().get());
        row.read()
            .as_ref()
            .map(|row| shown_name(row, names))
            .unwrap_or_default()
    })
}
