use super::*;
use crate::money::Cents;

fn takings(history: &History) -> Takings {
    let mut takings = Takings::default();
    takings.add(history, october());
    takings
}

#[test]
fn acts_count_on_the_day_they_were_done_with_their_discount_first_and_last_day_included() {
    let mut history = nobody(1)
        .with_single(date(2026, 9, 30), 1)
        .with_single(date(2026, 10, 1), 10_000)
        .with_single(date(2026, 10, 31), 2_000)
        .with_single(date(2026, 11, 1), 1)
        .with_act(None, None, 1, None);
    history.acts[1].discount = Cents(2_500);
    let takings = takings(&history);
    assert_eq!((takings.production, takings.acts), (Cents(9_500), 2));
    assert_eq!(
        takings.production().value,
        Value::Amount {
            cents: Cents(9_500),
            rows: 2
        }
    );
}

#[test]
fn refunds_are_taken_from_payments_by_value_date() {
    let history = nobody(1)
        .with_payment(None, date(2026, 9, 30), 1)
        .with_payment(None, date(2026, 10, 1), 5_000)
        .with_payment(None, date(2026, 10, 31), -7_000)
        .with_payment(None, date(2026, 11, 1), 1);
    let takings = takings(&history);
    assert_eq!((takings.collected, takings.payments), (Cents(-2_000), 2));
}

#[test]
fn what_was_waived_came_in_from_nobody() {
    let mut history = nobody(1)
        .with_payment(None, date(2026, 10, 1), 5_000)
        .with_payment(None, date(2026, 10, 2), 700);
    history.payments[1].is_waiver = true;
    let takings = takings(&history);
    assert_eq!((takings.collected, takings.payments), (Cents(5_000), 1));
}
