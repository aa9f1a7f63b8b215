use super::*;

fn kept(attempts: &[&Attempt]) -> (u64, u64) {
    let mut promises = PromisesKept::default();
    promises.add(attempts, october());
    share(&promises.indicator())
}

fn promise(number: u128, made: DateTime, until: DateTime) -> Attempt {
    call(
        number,
        made,
        &[(
            ReasonKind::Balance,
            Outcome::CallBack {
                until,
                what: String::new(),
            },
        )],
    )
}

fn october_14(hour: i8, minute: i8) -> DateTime {
    date(2026, 10, 14).at(hour, minute, 0, 0)
}

#[test]
fn a_promise_is_kept_by_any_attempt_up_to_its_hour_that_minute_included() {
    let made = promise(1, october_14(9, 0), october_14(17, 0));
    let tried = |at| {
        let try_at = call(2, at, &[(ReasonKind::HygieneRecall, Outcome::NoAnswer)]);
        kept(&[&try_at, &made])
    };
    assert_eq!(kept(&[&made]), (0, 1));
    assert_eq!(tried(october_14(16, 0)), (1, 1));
    assert_eq!(tried(october_14(17, 0)), (1, 1));
    assert_eq!(tried(october_14(17, 1)), (0, 1));
    // What came before it does not serve it.
    assert_eq!(tried(october_14(8, 0)), (0, 1));
}

#[test]
fn the_promised_hour_decides_the_month() {
    let made = date(2026, 9, 30).at(9, 0, 0, 0);
    let until = |day: Date| kept(&[&promise(1, made, day.at(10, 0, 0, 0))]);
    assert_eq!(until(date(2026, 9, 30)), (0, 0));
    assert_eq!(until(date(2026, 10, 1)), (0, 1));
    assert_eq!(until(date(2026, 10, 31)), (0, 1));
    assert_eq!(until(date(2026, 11, 1)), (0, 0));
}

#[test]
fn one_hour_promised_in_one_call_is_one_promise_and_a_promise_renewed_is_another() {
    let until = |hour| Outcome::CallBack {
        until: october_14(hour, 0),
        what: String::new(),
    };
    let both = [
        (ReasonKind::Balance, until(11)),
        (ReasonKind::HygieneRecall, until(11)),
    ];
    let first = call(1, october_14(9, 0), &both);
    let second = call(2, october_14(11, 0), &[(ReasonKind::Promise, until(16))]);
    assert_eq!(kept(&[&first, &second]), (1, 2));
}
