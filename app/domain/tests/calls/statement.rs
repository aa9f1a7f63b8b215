//! The rows behind the figures of money sum up to what the digest tells the call list, whatever is recorded.

use std::collections::BTreeSet;

use app_domain::calls::RiskTable;
use app_domain::care::{Care, History, PlanState};
use app_domain::digest::digest;
use app_domain::id::PatientId;
use app_domain::money::Cents;
use app_domain::money::ledger::{CycleState, Ledger, NOTHING};
use app_domain::money::statement::{CycleStatement, Statement};
use proptest::prelude::*;

use super::world::dice::Dice;
use super::world::history::a_history;
use super::world::{TODAY, WINDOW_FROM};

/// A family of one to three people, with everybody's digest and statement.
fn a_family(seed: u64) -> (Vec<History>, Vec<(Care, Statement)>) {
    let mut dice = Dice::new(seed);
    let payer = PatientId(dice.uuid());
    let people = 1 + dice.below(3);
    let family: Vec<History> = (0..people)
        .map(|index| a_history(&mut dice, payer, index, 0))
        .collect();
    let ledger = Ledger::of(&family, TODAY);
    let told = digest(&family, &RiskTable::usual(), &[], TODAY, WINDOW_FROM)
        .into_iter()
        .map(|care| {
            let statement = Statement::of(&ledger, payer, care.patient, |_| false);
            (care, statement)
        })
        .collect();
    (family, told)
}

/// The figures of a cycle are sums of its rows.
fn the_rows_make_the_figures(cycle: &CycleStatement) {
    let cost: Cents = cycle.done.iter().map(|act| act.price - act.discount).sum();
    let paid: Cents = cycle.payments.iter().map(|payment| payment.amount).sum();
    assert_eq!((cycle.cost, cycle.paid), (cost, paid));
    assert_eq!(cycle.owed, cost - paid);
    let holds = cycle.state != CycleState::Stopped;
    let agreed: Cents = cycle.instalments.iter().map(|part| part.amount).sum();
    assert_eq!(cycle.agreed, if holds { agreed } else { Cents(0) });
    let unpaid: Cents = cycle.instalments.iter().map(|part| part.amount - part.paid).sum();
    // Refunds above payments are to be paid as well.
    let given_back = (-paid).max(Cents(0));
    if holds && !cycle.instalments.is_empty() {
        assert_eq!(cycle.remaining, unpaid + given_back);
    } else {
        assert_eq!(cycle.remaining, Cents(0));
    }
    let late = || cycle.instalments.iter().filter(|part| part.days_late.is_some());
    let overdue: Cents = late().map(|part| part.amount - part.paid).sum::<Cents>() + given_back;
    let overdue = late()
        .next()
        .filter(|_| overdue > NOTHING)
        .map(|oldest| (overdue, oldest.due));
    let told = cycle.overdue.map(|due| (due.amount.unwrap(), due.day));
    assert_eq!(told, overdue);
    let beyond = (cycle.owed - cycle.remaining).max(Cents(0));
    let goes_on = cycle.state == CycleState::Active;
    assert_eq!(cycle.uncovered, if goes_on { Cents(0) } else { beyond });
}

/// Nothing that counts is left out, and nothing is told twice.
fn every_fact_is_a_row(history: &History, statement: &Statement) {
    let done = history
        .acts
        .iter()
        .filter(|act| act.done.is_some_and(|day| day <= TODAY));
    let told = statement
        .cycles
        .iter()
        .map(|cycle| cycle.done.len())
        .sum::<usize>();
    assert_eq!(told, done.count());
    let paid = history.payments.iter().filter(|payment| payment.day <= TODAY);
    let told = statement
        .cycles
        .iter()
        .map(|cycle| cycle.payments.len())
        .sum::<usize>();
    assert_eq!(told, paid.count());
    let plans: BTreeSet<_> = statement.cycles.iter().map(|cycle| cycle.plan).collect();
    assert_eq!(plans.len(), statement.cycles.len(), "a cycle is told once");
    for plan in history
        .plans
        .iter()
        .filter(|plan| plan.state == PlanState::Stopped)
    {
        let of_plan = statement
            .cycles
            .iter()
            .filter(|cycle| cycle.plan == Some(plan.id));
        of_plan.for_each(|cycle| assert_eq!(cycle.state, CycleState::Stopped));
    }
}

proptest! {
    #[test]
    fn the_rows_sum_up_to_what_the_list_says(seed in any::<u64>()) {
        let (family, told) = a_family(seed);
        for (history, (care, statement)) in family.iter().zip(&told) {
            let money = care.money.as_ref().unwrap();
            prop_assert_eq!(statement.balance, money.balance);
            prop_assert_eq!(statement.overdue, money.instalment);
            statement.cycles.iter().for_each(the_rows_make_the_figures);
            every_fact_is_a_row(history, statement);

            let uncovered: Cents = statement.cycles.iter().map(|cycle| cycle.uncovered).sum();
            prop_assert_eq!(statement.uncovered, uncovered);
            let owed: Cents = statement.payer.people.iter().map(|person| person.owed).sum();
            prop_assert_eq!(statement.payer.owed, if owed > NOTHING { owed } else { Cents(0) });
            // Refunds above payments alone have no act from which days are counted: the list does not have them.
            let is_counted = |cycle: &&CycleStatement| {
                cycle.uncovered > Cents(0) && cycle.done.iter().any(|act| act.price > act.discount)
            };
            let is_listed = statement.cycles.iter().any(|cycle| is_counted(&cycle));
            let balance = if is_listed { uncovered.min(statement.payer.owed) } else { Cents(0) };
            let amount = statement.balance.and_then(|due| due.amount).unwrap_or_default();
            prop_assert_eq!(amount, if balance > NOTHING { balance } else { Cents(0) });
            let overdue: Cents = statement.cycles.iter().filter_map(|cycle| cycle.overdue?.amount).sum();
            prop_assert_eq!(statement.overdue.and_then(|due| due.amount).unwrap_or_default(), overdue);
            // What is owed in all is what is old, what is not due yet and nothing else, less what was paid too much.
            let aging = statement.payer.aging;
            prop_assert_eq!(aging.total() + aging.not_yet_due - aging.credit, owed);
            let own: Cents = statement.cycles.iter().map(|cycle| cycle.owed).sum();
            let person = statement.payer.people.iter().find(|person| person.patient == care.patient);
            prop_assert_eq!(person.map(|person| person.owed), Some(own));
        }
    }
}
