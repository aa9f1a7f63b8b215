//! From what is recorded about a family to the digest of each patient that rules and devices read.

mod checks;
mod episodes;
mod hygiene;
mod visits;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::agenda::Appointment;
use crate::calls::{CheckRule, RiskTable, SATISFACTION_DAYS};
use crate::care::{
    Act, Care, ExposureBand, FinishedPlan, History, MoneyCare, PayablePlan, PlanAnswer, PlanCare, StepCare,
};
use crate::money::Cents;
use crate::money::ledger::{Cycle, CycleState, Ledger, NOTHING};

pub(crate) use episodes::{EXTRACTION, closed_by_acts, is_tooth, open as open_episodes};
pub(crate) use hygiene::HYGIENE;
pub(crate) use visits::{MISSED_DAYS, missed_visit};

/// The digest, as of `today`, of everybody whom one payer pays for (one level; an empty or unknown payer is oneself).
///
/// `family` holds the histories of all patients with the same payer. Appointments that are at hand are left
/// out: they are rows of their own. `window_from` is not after `today`. `risk` says which acts open and close episodes, `checks`
/// which count for the recalls beside hygiene.
pub fn digest(
    family: &[History],
    risk: &RiskTable,
    checks: &[CheckRule],
    today: Date,
    window_from: Date,
) -> Vec<Care> {
    let ledger = Ledger::of(family, today);
    family
        .iter()
        .map(|history| Care {
            checks: checks::condense(history, checks, today),
            ..digest_one(history, &ledger, risk, today, window_from)
        })
        .collect()
}

fn digest_one(
    history: &History,
    ledger: &Ledger<'_>,
    risk: &RiskTable,
    today: Date,
    window_from: Date,
) -> Care {
    let before: Vec<&Appointment> = history
        .appointments
        .iter()
        .filter(|visit| !visit.is_at_hand(window_from))
        .collect();
    Care {
        patient: history.patient.id,
        episodes: episodes::open(&history.acts, risk, today),
        closed_episodes: closed_by_acts(history, risk, today),
        hygiene: hygiene::condense(history, today),
        checks: Vec::new(),
        plans: ledger
            .cycles_of(history.patient.id)
            .filter_map(active_plan)
            .collect(),
        finished: ledger
            .cycles_of(history.patient.id)
            .filter_map(finished_plan)
            .filter(|plan| plan.last_done.saturating_add(SATISFACTION_DAYS.days()) >= today)
            .max_by_key(|plan| (plan.last_done, plan.plan)),
        money: Some(money(ledger, history)),
        missed: visits::missed(&before, today),
        last_visit_done: visits::last_done(&before),
    }
}

fn money(ledger: &Ledger<'_>, history: &History) -> MoneyCare {
    let balance = ledger.balance(history.patient.id);
    let instalment = ledger.overdue(history.patient.id);
    let exposure = [balance, instalment]
        .into_iter()
        .flatten()
        .filter_map(|due| due.amount)
        .sum();
    MoneyCare {
        balance,
        instalment,
        band: ExposureBand::of(exposure),
        plans: ledger
            .cycles_of(history.patient.id)
            .filter_map(payable_plan)
            .collect(),
    }
}

fn payable_plan(cycle: &Cycle<'_>) -> Option<PayablePlan> {
    let plan = cycle.plan?;
    let left = cycle.owed().max(cycle.remaining()).max(Cents(0));
    let takes_payments = cycle.state == CycleState::Active || left > NOTHING;
    takes_payments.then_some(PayablePlan {
        plan: plan.id,
        presented: plan.presented,
        left,
    })
}

fn finished_plan(cycle: &Cycle<'_>) -> Option<FinishedPlan> {
    let plan = cycle.plan.filter(|_| cycle.state == CycleState::Finished)?;
    Some(FinishedPlan {
        plan: plan.id,
        title: plan.title.clone(),
        last_done: cycle.done.last().map(|(day, _)| *day)?,
    })
}

fn active_plan(cycle: &Cycle<'_>) -> Option<PlanCare> {
    let plan = cycle.plan.filter(|_| cycle.state == CycleState::Active)?;
    let count = |wanted: &dyn Fn(&&Act) -> bool| {
        u16::try_from(cycle.steps.iter().copied().filter(|act| wanted(act)).count()).unwrap_or(u16::MAX)
    };
    let is_open = |act: &Act| !cycle.is_done(act);
    let to_do = |act: &Act| is_open(act) && act.answer != Some(PlanAnswer::Declined);
    let mut open: Vec<&Act> = cycle.steps.iter().copied().filter(|act| is_open(act)).collect();
    open.sort_by_key(|act| (act.position.is_none(), act.position, &act.code));
    let next = open.iter().find(|act| to_do(act));
    Some(PlanCare {
        plan: plan.id,
        title: plan.title.clone(),
        presented: plan.presented,
        last_done: cycle.done.last().map(|(day, _)| *day),
        steps_open: count(&|act| to_do(act)),
        steps_accepted: count(&|act| act.answer == Some(PlanAnswer::Accepted)),
        steps_unanswered: count(&|act| {
            is_open(act) && matches!(act.answer, None | Some(PlanAnswer::Thinking))
        }),
        next_gap_days: next.and_then(|act| act.gap_days),
        steps: open.into_iter().map(step).collect(),
    })
}

fn step(act: &Act) -> StepCare {
    StepCare {
        step: act.id,
        what: if act.description.is_empty() {
            act.act_code.clone()
        } else {
            act.description.clone()
        },
        tooth: act.tooth.clone(),
        answer: act.answer,
    }
}

#[cfg(test)]
pub(crate) mod tests;
