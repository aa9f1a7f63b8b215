//! What patients answer, in calls, to the steps of their plans: an event for each step, of which the last counts.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Attempt, Outcome};
use crate::care::{PlanAnswer, PlanCare, StepCare};
use crate::id::ActId;
use crate::time::Instant;

/// What a patient answers to one step.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepAnswer {
    /// The step.
    pub step: ActId,
    /// The answer.
    pub answer: PlanAnswer,
}

/// The last answer to each step, of the calls made by `now`.
pub(crate) fn answers_by_step<'a>(
    attempts: impl IntoIterator<Item = &'a Attempt>,
    now: Instant,
) -> BTreeMap<ActId, PlanAnswer> {
    let calls = attempts.into_iter().filter(|attempt| attempt.at <= now);
    let mut calls: Vec<&Attempt> = calls.filter(|attempt| attempt.answers_plan()).collect();
    calls.sort_by_key(|attempt| (attempt.at, attempt.id));
    let said = calls.into_iter().flat_map(|attempt| attempt.plan_answers());
    said.map(|said| (said.step, said.answer)).collect()
}

/// The plans of a digest under the answers of calls that the digest may not know yet.
pub(crate) fn plans_under<'a>(
    plans: &'a [PlanCare],
    said: &BTreeMap<ActId, PlanAnswer>,
) -> Cow<'a, [PlanCare]> {
    let is_answered = |plan: &PlanCare| plan.steps.iter().any(|step| said.contains_key(&step.step));
    if plans.iter().any(is_answered) {
        plans.iter().map(|plan| under(plan, said)).collect()
    } else {
        Cow::Borrowed(plans)
    }
}

fn under(plan: &PlanCare, said: &BTreeMap<ActId, PlanAnswer>) -> PlanCare {
    let accepted_of_done = plan.steps_accepted - accepted(&plan.steps).min(plan.steps_accepted);
    let steps: Vec<StepCare> = plan
        .steps
        .iter()
        .map(|step| StepCare {
            answer: said.get(&step.step).copied().or(step.answer),
            ..step.clone()
        })
        .collect();
    PlanCare {
        steps_open: count(&steps, |answer| answer != Some(PlanAnswer::Declined)),
        steps_accepted: accepted_of_done.saturating_add(accepted(&steps)),
        steps_unanswered: count(&steps, |answer| {
            matches!(answer, None | Some(PlanAnswer::Thinking))
        }),
        steps,
        ..plan.clone()
    }
}

fn accepted(steps: &[StepCare]) -> u16 {
    count(steps, |answer| answer == Some(PlanAnswer::Accepted))
}

fn count(steps: &[StepCare], wanted: impl Fn(Option<PlanAnswer>) -> bool) -> u16 {
    let counted = steps.iter().filter(|step| wanted(step.answer)).count();
    u16::try_from(counted).unwrap_or(u16::MAX)
}

impl Attempt {
    /// Whether the patient answered to steps of a plan in it.
    pub(crate) fn answers_plan(&self) -> bool {
        let answers = |outcome: &Outcome| matches!(outcome, Outcome::AnswersPlan { .. });
        self.outcomes.iter().any(|about| answers(&about.outcome))
    }

    /// What the patient answered in it, step by step.
    pub(crate) fn plan_answers(&self) -> impl Iterator<Item = StepAnswer> + '_ {
        let answers = self.outcomes.iter().filter_map(|about| match &about.outcome {
            Outcome::AnswersPlan { steps } => Some(steps),
            _ => None,
        });
        answers.flatten().copied()
    }
}
