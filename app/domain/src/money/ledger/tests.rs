use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::digest::tests::{Record, nobody};

const TODAY: Date = date(2026, 11, 23);
const MARCH: Date = date(2026, 3, 2);
const APRIL: Date = date(2026, 4, 2);

const ONE: PatientId = PatientId(Uuid::from_u128(1));
const TWO: PatientId = PatientId(Uuid::from_u128(2));

fn balance(family: &[History], patient: PatientId) -> Option<(i64, Date)> {
    Ledger::of(family, TODAY)
        .balance(patient)
        .map(|due| (due.amount.unwrap().0, due.day))
}

fn overdue(history: History) -> Option<(i64, Date)> {
    Ledger::of(&[history], TODAY)
        .overdue(ONE)
        .map(|due| (due.amount.unwrap().0, due.day))
}

#[test]
fn a_euro_is_nothing_and_a_cent_more_is_a_balance() {
    let owing = |cents: i64| {
        balance(
            &[nobody(1)
                .with_single(MARCH, 5_000 + cents)
                .with_payment(None, MARCH, 5_000)],
            ONE,
        )
    };
    assert_eq!(owing(100), None);
    assert_eq!(owing(101), Some((101, MARCH)));
}

#[test]
fn credits_pay_the_oldest_act_first_and_within_their_own_cycle() {
    let single = nobody(1).with_single(APRIL, 4_000).with_single(MARCH, 3_000);
    assert_eq!(
        balance(&[single.clone().with_payment(None, APRIL, 2_999)], ONE),
        Some((4_001, MARCH))
    );
    assert_eq!(
        balance(&[single.clone().with_payment(None, APRIL, 3_000)], ONE),
        Some((4_000, APRIL))
    );
    let elsewhere = single
        .with_plan(9, PlanState::Stopped)
        .with_payment(Some(9), APRIL, 3_000);
    assert_eq!(balance(&[elsewhere], ONE), Some((4_000, MARCH)));
}

#[test]
fn a_payment_of_tomorrow_does_not_count_and_a_refund_takes_back() {
    let single = || nobody(1).with_single(MARCH, 5_000);
    assert_eq!(
        balance(&[single().with_payment(None, date(2026, 11, 24), 5_000)], ONE),
        Some((5_000, MARCH))
    );
    assert_eq!(balance(&[single().with_payment(None, TODAY, 5_000)], ONE), None);
    let refunded = single()
        .with_payment(None, APRIL, 5_000)
        .with_payment(None, APRIL, -2_000);
    assert_eq!(balance(&[refunded], ONE), Some((2_000, MARCH)));
}

#[test]
fn a_plan_owes_a_balance_only_when_it_is_finished_or_stopped() {
    let plan = |state, open: Option<PlanAnswer>| {
        let plan = nobody(1)
            .with_plan(9, state)
            .with_act(Some(9), Some(MARCH), 5_000, None);
        balance(&[plan.with_act(Some(9), None, 7_000, open)], ONE)
    };
    assert_eq!(plan(PlanState::Active, None), None);
    assert_eq!(
        plan(PlanState::Active, Some(PlanAnswer::Declined)),
        Some((5_000, MARCH))
    );
    assert_eq!(plan(PlanState::Stopped, None), Some((5_000, MARCH)));
}

#[test]
fn what_instalments_will_bring_is_not_a_balance_but_in_a_stopped_plan() {
    let plan = |state| {
        let plan = nobody(1)
            .with_plan(9, state)
            .with_act(Some(9), Some(MARCH), 10_000, None);
        plan.with_instalment(9, APRIL, 4_000)
            .with_instalment(9, date(2027, 1, 1), 4_000)
    };
    assert_eq!(balance(&[plan(PlanState::Active)], ONE), Some((2_000, MARCH)));
    assert_eq!(
        balance(
            &[plan(PlanState::Active).with_payment(Some(9), APRIL, 4_000)],
            ONE
        ),
        Some((2_000, MARCH))
    );
    assert_eq!(balance(&[plan(PlanState::Stopped)], ONE), Some((10_000, MARCH)));
    assert_eq!(overdue(plan(PlanState::Stopped)), None);
}

#[test]
fn a_balance_is_never_more_than_the_payer_owes_over_everyone() {
    let child = nobody(1).with_single(MARCH, 5_000);
    let parent = |cents| nobody(2).with_payment(None, MARCH, cents);
    assert_eq!(
        balance(&[child.clone(), parent(3_000)], ONE),
        Some((2_000, MARCH))
    );
    assert_eq!(balance(&[child.clone(), parent(4_900)], ONE), None);
    assert_eq!(balance(&[child.clone(), parent(9_000)], ONE), None);
    // Care that goes on counts in what the payer owes, though not in the balance.
    let active = parent(4_000)
        .with_plan(9, PlanState::Active)
        .with_act(Some(9), Some(APRIL), 3_000, None);
    let active = active.with_act(Some(9), None, 1_000, None);
    assert_eq!(
        balance(&[child.clone(), active.clone()], ONE),
        Some((4_000, MARCH))
    );
    assert_eq!(balance(&[child, active], TWO), None);
}

#[test]
fn an_unknown_plan_is_no_plan() {
    let history = nobody(1)
        .with_act(Some(77), Some(MARCH), 5_000, None)
        .with_payment(Some(78), APRIL, 1_000);
    assert_eq!(
        balance(&[history.with_instalment(77, MARCH, 9_000)], ONE),
        Some((4_000, MARCH))
    );
}

#[test]
fn instalments_due_before_today_are_overdue() {
    let plan = |due: Date| {
        nobody(1)
            .with_plan(9, PlanState::Active)
            .with_instalment(9, due, 5_000)
    };
    assert_eq!(
        overdue(plan(date(2026, 11, 22))),
        Some((5_000, date(2026, 11, 22)))
    );
    assert_eq!(overdue(plan(TODAY)), None);
    let two = plan(APRIL)
        .with_instalment(9, MARCH, 2_000)
        .with_instalment(9, date(2027, 1, 1), 8_000);
    assert_eq!(overdue(two.clone()), Some((7_000, MARCH)));
    assert_eq!(
        overdue(two.clone().with_payment(Some(9), APRIL, 2_000)),
        Some((5_000, APRIL))
    );
    assert_eq!(
        overdue(two.clone().with_payment(Some(9), APRIL, 6_899)),
        Some((101, APRIL))
    );
    assert_eq!(overdue(two.clone().with_payment(Some(9), APRIL, 6_900)), None);
    // A surplus of one plan pays no other.
    let other = two
        .with_plan(8, PlanState::Active)
        .with_payment(Some(8), MARCH, 90_000);
    assert_eq!(overdue(other), Some((7_000, MARCH)));
}

#[test]
fn exposure_is_capped_per_payer_and_counts_instalments_to_the_cent() {
    let plan = nobody(2)
        .with_plan(9, PlanState::Active)
        .with_instalment(9, APRIL, 5_000);
    let plan = plan.with_payment(Some(9), APRIL, 4_900);
    let family = [nobody(1).with_single(TODAY, 6_000), plan];
    // The payer owes 60 − 49 = 11 euros over everyone; one euro of instalment is late.
    assert_eq!(Ledger::of(&family, TODAY).exposure(), Cents(1_100 + 100));
}

#[test]
fn money_given_back_beyond_what_was_paid_is_owed_once() {
    let outside_plans = nobody(1)
        .with_single(MARCH, 5_000)
        .with_payment(None, APRIL, -2_000);
    assert_eq!(Ledger::of(&[outside_plans], TODAY).exposure(), Cents(7_000));
    let stopped = nobody(1)
        .with_plan(9, PlanState::Stopped)
        .with_instalment(9, MARCH, 9_000)
        .with_payment(Some(9), APRIL, -2_000);
    assert_eq!(Ledger::of(&[stopped], TODAY).exposure(), Cents(2_000));
    let not_yet_due = nobody(1)
        .with_plan(9, PlanState::Active)
        .with_instalment(9, TODAY, 9_000)
        .with_payment(Some(9), APRIL, -2_000);
    assert_eq!(Ledger::of(&[not_yet_due], TODAY).exposure(), Cents(0));
}

#[test]
fn acts_of_one_day_go_by_their_identifier() {
    let mut history = nobody(1).with_single(MARCH, 3_000).with_single(MARCH, 4_000);
    history.acts[0].code = "10".to_owned();
    history.acts[1].code = "9".to_owned();
    let ledger = Ledger::of(std::slice::from_ref(&history), TODAY);
    let codes: Vec<&str> = ledger.cycles[0]
        .done
        .iter()
        .map(|(_, act)| act.code.as_str())
        .collect();
    assert_eq!(codes, ["9", "10"]);
}
