//! A line of the table of clinical risk, to be changed.

use app_domain::calls::RiskRule;
use app_domain::command::Command;
use app_domain::rows::Rows;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::act::{Act, Acted};
use super::risk_draft::{CodesProblem, RiskDraft};
use super::risk_part::RiskRules;
use super::risk_row::in_words;
use super::text::{Text, text};
use crate::ui::{Button, ButtonKind, ButtonLook, Field, Toast, Tone, expect_toasts};
use crate::workspace::expect_workspace;

/// Codes and days. Who has changed them meanwhile is not overwritten: what is there now stands beside what was typed.
#[component]
pub(super) fn RiskForm(
    /// As it is now.
    rule: Memo<RiskRule>,
    /// The whole table.
    rules: RiskRules,
    /// Called when the form is done with.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act::expect();
    let toasts = expect_toasts();
    let words = move || text(workspace.language().get());
    let seen = RwSignal::new(rule.get_untracked());
    let draft = RwSignal::new(RiskDraft::of(&seen.read_untracked()));
    let table = Memo::new(move |_| rules.iter().map(|rule| rule.get()).collect::<Vec<_>>());
    let becomes = Memo::new(move |_| draft.read().becomes(&table.read()));
    let other = Memo::new(move |_| Some(rule.get()).filter(|now| *now != seen.get()));
    let opens_problem = Signal::derive(move || {
        let problem = draft.read().opens_problem(&table.read());
        problem.map(|problem| in_a_sentence(&problem, words()))
    });
    let closes_problem = Signal::derive(move || {
        let problem = draft.read().closes_problem(&table.read());
        problem.map(|problem| in_a_sentence(&problem, words()))
    });
    let days_problem = Signal::derive(move || {
        let is_unfit = draft.read().are_days_unfit();
        is_unfit.then(|| words().risk.days_problem.to_owned())
    });
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        // What was changed meanwhile is chosen above first.
        let Some(becomes) = becomes
            .get_untracked()
            .filter(|_| other.read_untracked().is_none())
        else {
            return;
        };
        let was = workspace.read(|rows| rows.risk_rule(becomes.category).cloned());
        let name = (untrack(words).common.risk)(becomes.category);
        if act.carry_out(Command::SetUpRisk { was, becomes }) == Acted::Done {
            toasts.show(Toast {
                text: (untrack(words).risk.kept)(name),
                tone: Tone::Plain,
                undo: None,
            });
            on_close.run(());
        }
    };
    let take_theirs = move |_| {
        let now = rule.get_untracked();
        draft.set(RiskDraft::of(&now));
        seen.set(now);
    };
    let said = move || {
        let other = other.read();
        other
            .as_ref()
            .map(|now| (words().risk.meanwhile)(&in_words(now, words())))
    };
    view! {
        <form class="chair-form" novalidate on:submit=save>
            <Show when=move || other.read().is_some()>
                <div class="setup-note setup-note--owed" role="alert">
                    <p>{said}</p>
                    <div class="dialog__actions">
                        <Button on:click=take_theirs>{move || words().take_theirs}</Button>
                        <Button on:click=move |_| seen.set(rule.get_untracked())>{move || words().keep_mine}</Button>
                    </div>
                </div>
            </Show>
            <Field
                id="risk-opens"
                label=Signal::derive(move || words().risk.opens.to_owned())
                hint=Signal::derive(move || words().risk.codes_hint.to_owned())
                error=opens_problem
            >
                <input
                    id="risk-opens"
                    class="input"
                    type="text"
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    maxlength="200"
                    aria-describedby="risk-opens-error"
                    prop:value=move || draft.read().opens.clone()
                    on:input:target=move |event| draft.update(|draft| draft.opens = event.target().value())
                />
            </Field>
            <Field
                id="risk-closes"
                label=Signal::derive(move || words().risk.closes.to_owned())
                hint=Signal::derive(move || words().risk.closes_hint.to_owned())
                error=closes_problem
            >
                <input
                    id="risk-closes"
                    class="input"
                    type="text"
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    maxlength="200"
                    aria-describedby="risk-closes-error"
                    prop:value=move || draft.read().closes.clone()
                    on:input:target=move |event| draft.update(|draft| draft.closes = event.target().value())
                />
            </Field>
            <Field
                id="risk-days"
                label=Signal::derive(move || words().risk.days.to_owned())
                hint=Signal::derive(move || words().risk.days_hint.to_owned())
                error=days_problem
            >
                <input
                    id="risk-days"
                    class="input chair-form__name"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    maxlength="3"
                    aria-describedby="risk-days-error"
                    prop:value=move || draft.read().days.clone()
                    on:input:target=move |event| draft.update(|draft| draft.days = event.target().value())
                />
            </Field>
            <div class="dialog__actions">
                <Button on:click=move |_| on_close.run(())>{move || words().common.cancel}</Button>
                <Button
                    look=ButtonLook::Main
                    kind=ButtonKind::Submit
                    attr:disabled=move || becomes.read().is_none() || other.read().is_some()
                >
                    {move || words().common.save}
                </Button>
            </div>
        </form>
    }
}

fn in_a_sentence(problem: &CodesProblem, words: &Text) -> String {
    match problem {
        CodesProblem::HowMany => words.risk.how_many.to_owned(),
        CodesProblem::NoCode(code) => (words.risk.no_code)(code),
        CodesProblem::Twice(code) => (words.risk.twice)(code),
        CodesProblem::Taken(code, category) => (words.risk.taken)(code, (words.common.risk)(*category)),
    }
}
