use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::care::{History, PlanState};
use crate::digest::tests::{Record, nobody};

const TODAY: Date = date(2026, 11, 23);
const MARCH: Date = date(2026, 3, 2);
const APRIL: Date = date(2026, 4, 2);
const ONE: PatientId = PatientId(Uuid::from_u128(1));
const TWO: PatientId = PatientId(Uuid::from_u128(2));

fn statement(family: &[History]) -> Statement {
    Statement::of(&Ledger::of(family, TODAY), ONE, ONE, |payment| {
        payment.0.as_u128() == 1
    })
}

#[test]
fn every_act_payment_and_instalment_is_a_row_of_its_cycle() {
    let mut history = nobody(1)
        .with_plan(9, PlanState::Finished)
        .with_act(Some(9), Some(MARCH), 10_000, None)
        .with_act(Some(9), None, 90_000, None)
        .with_payment(Some(9), APRIL, 2_500)
        .with_payment(Some(9), APRIL, -500)
        .with_instalment(9, APRIL, 3_000)
        .with_instalment(9, date(2026, 11, 23), 2_000);
    history.acts[0].discount = Cents(1_000);
    let statement = statement(&[history]);
    let [cycle] = &statement.cycles[..] else {
        panic!("a cycle without rows is not shown: {statement:?}")
    };
    let act = ActRow {
        day: MARCH,
        price: Cents(10_000),
        discount: Cents(1_000),
    };
    assert_eq!(cycle.done, [act], "what is not done costs nothing");
    let payment = |amount, source| PaymentRow {
        day: APRIL,
        amount: Cents(amount),
        source,
    };
    assert_eq!(
        cycle.payments,
        [payment(2_500, Source::Imported), payment(-500, Source::Here)]
    );
    let rows: Vec<(i64, i64, Option<i32>)> = cycle
        .instalments
        .iter()
        .map(|row| (row.amount.0, row.paid.0, row.days_late))
        .collect();
    // Due today is not late.
    assert_eq!(rows, [(3_000, 2_000, Some(235)), (2_000, 0, None)]);
    let figures = [
        cycle.cost,
        cycle.paid,
        cycle.owed,
        cycle.agreed,
        cycle.remaining,
        cycle.uncovered,
    ];
    assert_eq!(
        figures.map(|amount| amount.0),
        [9_000, 2_000, 7_000, 5_000, 3_000, 4_000]
    );
    assert_eq!(statement.balance.and_then(|due| due.amount), Some(Cents(4_000)));
    let overdue = Due {
        amount: Some(Cents(1_000)),
        day: APRIL,
    };
    assert_eq!((cycle.overdue, statement.overdue), (Some(overdue), Some(overdue)));
}

#[test]
fn what_a_stopped_plan_had_agreed_is_neither_late_nor_left_to_pay() {
    let history = nobody(1)
        .with_plan(9, PlanState::Stopped)
        .with_act(Some(9), Some(MARCH), 10_000, None)
        .with_instalment(9, APRIL, 4_000);
    let cycle = statement(&[history]).cycles.remove(0);
    assert_eq!(cycle.instalments[0].days_late, None);
    assert_eq!(
        (cycle.agreed, cycle.remaining, cycle.uncovered),
        (Cents(0), Cents(0), Cents(10_000))
    );
}

#[test]
fn the_payer_owes_for_everybody_and_the_balance_is_not_more() {
    let child = nobody(1).with_single(MARCH, 5_000);
    let parent = nobody(2).with_payment(None, MARCH, 3_000);
    let statement = statement(&[child, parent]);
    assert_eq!(statement.uncovered, Cents(5_000));
    assert_eq!(statement.balance.and_then(|due| due.amount), Some(Cents(2_000)));
    let owed = |patient, owed| OwedFor {
        patient,
        owed: Cents(owed),
    };
    assert_eq!(statement.payer.people, [owed(ONE, 5_000), owed(TWO, -3_000)]);
    assert_eq!(statement.payer.owed, Cents(2_000));
    assert_eq!(statement.payer.aging.total(), Cents(2_000));
}

#[test]
fn what_is_open_comes_first_and_then_the_latest() {
    let history = nobody(1)
        .with_plan(8, PlanState::Finished)
        .with_act(Some(8), Some(MARCH), 1_000, None)
        .with_plan(9, PlanState::Finished)
        .with_act(Some(9), Some(APRIL), 1_000, None)
        .with_payment(Some(9), APRIL, 1_000)
        .with_single(date(2026, 5, 1), 1_000)
        .with_payment(None, date(2026, 5, 1), 1_000);
    let plans: Vec<Option<u128>> = statement(&[history])
        .cycles
        .iter()
        .map(|cycle| cycle.plan.map(|plan| plan.0.as_u128()))
        .collect();
    assert_eq!(plans, [Some(8), None, Some(9)]);
}
