use jiff::ToSpan;
use jiff::civil::date;

use super::*;
use crate::care::{History, PlanState};
use crate::digest::tests::{Record, nobody};

const TODAY: Date = date(2026, 11, 23);

fn days_ago(days: i64) -> Date {
    TODAY.saturating_sub(days.days())
}

fn aging(family: &[History]) -> Aging {
    Aging::of(&Ledger::of(family, TODAY))
}

#[test]
fn a_debt_falls_into_the_bucket_of_its_days() {
    for (days, bucket) in [
        (0, 0),
        (30, 0),
        (31, 1),
        (60, 1),
        (61, 2),
        (90, 2),
        (91, 3),
        (900, 3),
    ] {
        let mut expected = [Cents(0); 4];
        expected[bucket] = Cents(700);
        assert_eq!(
            aging(&[nobody(1).with_single(days_ago(days), 700)]).buckets,
            expected,
            "{days} days"
        );
    }
}

#[test]
fn credits_of_the_family_pay_its_oldest_acts_and_a_surplus_is_a_credit() {
    let child = nobody(1)
        .with_single(days_ago(100), 3_000)
        .with_single(days_ago(10), 2_000);
    let parent = |cents| {
        nobody(2)
            .with_single(days_ago(50), 1_000)
            .with_payment(None, TODAY, cents)
    };
    let some = aging(&[child.clone(), parent(3_500)]);
    assert_eq!(some.buckets, [Cents(2_000), Cents(500), Cents(0), Cents(0)]);
    let all = aging(&[child, parent(6_250)]);
    assert_eq!((all.total(), all.credit), (Cents(0), Cents(250)));
}

#[test]
fn refunds_above_payments_are_a_debt_of_today() {
    let history = nobody(1)
        .with_single(days_ago(100), 3_000)
        .with_payment(None, TODAY, 500);
    let history = history.with_payment(None, TODAY, -800);
    assert_eq!(
        aging(&[history]).buckets,
        [Cents(300), Cents(0), Cents(0), Cents(3_000)]
    );
}

#[test]
fn instalments_not_yet_due_are_taken_from_the_newest_unpaid_acts_of_their_plan() {
    let history = nobody(1)
        .with_plan(9, PlanState::Active)
        .with_act(Some(9), Some(days_ago(100)), 5_000, None)
        .with_act(Some(9), Some(days_ago(20)), 4_000, None)
        .with_act(Some(9), None, 9_000, None)
        .with_single(days_ago(5), 700)
        .with_instalment(9, days_ago(60), 3_000)
        .with_instalment(9, date(2027, 1, 15), 6_000);
    let result = aging(std::slice::from_ref(&history));
    assert_eq!(result.not_yet_due, Cents(6_000));
    assert_eq!(result.buckets, [Cents(700), Cents(0), Cents(0), Cents(3_000)]);
    let stopped = History {
        plans: vec![crate::care::Plan {
            state: PlanState::Stopped,
            ..history.plans[0].clone()
        }],
        ..history
    };
    assert_eq!(aging(&[stopped]).not_yet_due, Cents(0));
}

#[test]
fn nothing_is_lost_between_buckets_credit_and_what_is_not_yet_due() {
    let history = nobody(1)
        .with_plan(9, PlanState::Active)
        .with_act(Some(9), Some(days_ago(70)), 5_000, None)
        .with_instalment(9, date(2027, 1, 15), 9_000)
        .with_single(days_ago(40), 1_200)
        .with_payment(Some(9), TODAY, 1_000);
    let result = aging(&[history]);
    assert_eq!(
        result.total() + result.not_yet_due - result.credit,
        Cents(5_000 + 1_200 - 1_000)
    );
    let twice = result.plus(result);
    assert_eq!(twice.total(), result.total() + result.total());
}
