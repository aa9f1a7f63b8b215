//! What the patient answers to a plan: all of it at one tap, or step by step.

use std::collections::BTreeMap;

use app_domain::calls::{Outcome, StepAnswer};
use app_domain::care::{PlanAnswer, PlanCare, StepCare};
use app_domain::id::ActId;
use leptos::prelude::*;

use super::draft::Draft;
use super::panel::{Panel, PanelFrame};
use super::record::record;
use super::text::text;
use crate::ui::{Button, ButtonKind, ButtonLook, Segmented};
use crate::workspace::expect_workspace;

/// What a patient answers to all of a plan at once, in the order of the keys.
const TO_ALL: [PlanAnswer; 3] = [PlanAnswer::Accepted, PlanAnswer::Postponed, PlanAnswer::Declined];

/// What a patient answers to one step.
const TO_ONE: [PlanAnswer; 4] = [
    PlanAnswer::Accepted,
    PlanAnswer::Thinking,
    PlanAnswer::Postponed,
    PlanAnswer::Declined,
];

/// The steps of the active plans that are not done, each with its answer.
#[component]
pub(super) fn AnswersPanel(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).answers;
    // What the patient says of the steps on the screen is not moved by what comes from elsewhere.
    let plans = workspace
        .care(draft.patient)
        .with_untracked(|care| care.as_ref().map(|care| care.plans.clone()))
        .unwrap_or_default();
    let plans = StoredValue::new(
        plans
            .into_iter()
            .filter(|plan| !plan.steps.is_empty())
            .collect::<Vec<_>>(),
    );
    let said = RwSignal::new(BTreeMap::<ActId, PlanAnswer>::new());
    let is_nothing_said = RwSignal::new(false);
    let write = move |steps: Vec<StepAnswer>| record(workspace, draft, &Outcome::AnswersPlan { steps });
    let to_all = move |answer: PlanAnswer| {
        let all = plans.with_value(|plans| {
            let unanswered = plans
                .iter()
                .flat_map(|plan| &plan.steps)
                .filter(|step| is_unanswered(step));
            let steps = unanswered.map(|step| StepAnswer {
                step: step.step,
                answer,
            });
            steps.collect::<Vec<_>>()
        });
        write(all);
    };
    let said_steps = move || {
        let steps = said.get_untracked();
        is_nothing_said.set(steps.is_empty());
        let steps = steps
            .into_iter()
            .map(|(step, answer)| StepAnswer { step, answer });
        steps.collect::<Vec<_>>()
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let steps = said_steps();
        if !steps.is_empty() {
            write(steps);
        }
    };
    // The visit goes with the answers: the call ends with both.
    let and_book = move |_| {
        let steps = said_steps();
        if !steps.is_empty() {
            draft.one_by_one.set(true);
            write(steps);
            draft.panel.set(Some(Panel::Book));
        }
    };
    let all = move |answer| {
        view! {
            <Button on:click=move |_| to_all(answer)>{move || (words().to_all)(answer)}</Button>
        }
    };
    view! {
        <PanelFrame
            title=Signal::derive(move || words().title.to_owned())
            on_close=move |()| draft.panel.set(None)
        >
            <div class="call-panel__choices">{TO_ALL.map(all).collect_view()}</div>
            <form class="plan-answers" on:submit=submit>
                {plans.with_value(|plans| {
                    plans.iter().map(|plan| view! { <StepsOf plan=plan.clone() said /> }).collect_view()
                })}
                <Show when=move || is_nothing_said.get()>
                    <p class="field__error" role="alert">{move || words().nothing_said}</p>
                </Show>
                <div class="plan-answers__ends">
                    <Button kind=ButtonKind::Submit look=ButtonLook::Main>
                        {move || words().write}
                    </Button>
                    <Show when=move || draft.correcting.get().is_none()>
                        <Button on:click=and_book>{move || words().write_and_book}</Button>
                    </Show>
                </div>
            </form>
        </PanelFrame>
    }
}

/// "All of it" is what the patient has not answered yet; who has accepted a step does not take it back by the way.
fn is_unanswered(step: &StepCare) -> bool {
    matches!(step.answer, None | Some(PlanAnswer::Thinking))
}

/// The steps of one plan.
#[component]
fn StepsOf(
    /// The plan.
    plan: PlanCare,
    /// What was said of its steps.
    said: RwSignal<BTreeMap<ActId, PlanAnswer>>,
) -> impl IntoView {
    let language = expect_workspace().language();
    let presented = plan.presented;
    let when = move || {
        let day = crate::text::text(language.get()).date(presented?);
        Some((text(language.get()).answers.presented)(&day))
    };
    let steps = plan.steps.into_iter().enumerate();
    let steps = steps.map(|(index, step)| view! { <StepAnswerField number=index + 1 step said /> });
    view! {
        <fieldset class="plan-answers__plan">
            <legend class="call-panel__label">{plan.title}</legend>
            <p class="call-card__note">{when}</p>
            {steps.collect_view()}
        </fieldset>
    }
}

/// One step, and the answers it can have; the one that is known is marked until another is chosen.
#[component]
fn StepAnswerField(
    /// Its place among those that are not done.
    number: usize,
    /// The step.
    step: StepCare,
    /// What was said of the steps.
    said: RwSignal<BTreeMap<ActId, PlanAnswer>>,
) -> impl IntoView {
    let language = expect_workspace().language();
    let words = move || &text(language.get()).answers;
    let StepCare {
        step,
        what,
        tooth,
        answer: known,
    } = step;
    let label = Signal::derive(move || (words().step)(number, &what, &tooth));
    let options = Signal::derive(move || {
        TO_ONE
            .map(|answer| (Some(answer), (words().answer)(answer).to_owned()))
            .to_vec()
    });
    let chosen = Signal::derive(move || said.read().get(&step).copied().or(known));
    let choose = move |answer: Option<PlanAnswer>| {
        said.update(|said| said.extend(answer.map(|answer| (step, answer))));
    };
    view! {
        <div class="plan-answers__step">
            <span aria-hidden="true">{label}</span>
            <Segmented name=format!("plan-answer-{step}") label options chosen on_choose=choose />
        </div>
    }
}
