//! Promises to call back.

use app_domain::calls::{Cause, Outcome, ReasonDetail, ReasonKind, Topic};
use app_domain::patient::Standing;

use super::case::{Case, NOW, day, moment};

fn call_back(until: &str) -> Outcome {
    Outcome::CallBack {
        until: moment(until),
        what: String::new(),
    }
}

/// Asked on Friday to be called back about hygiene on Monday at ten.
fn asked() -> Case {
    let due = Case::quiet().hygiene_done("2026-01-10");
    due.call(
        "2026-11-20T16:00",
        ReasonKind::HygieneRecall,
        call_back("2026-11-23T10:00"),
    )
}

#[test]
fn a_promise_hides_its_reason_until_half_an_hour_before() {
    let before = asked().status("2026-11-23T09:29:59");
    assert_eq!(before.listed, []);
    assert_eq!(
        asked().cause(ReasonKind::HygieneRecall, "2026-11-23T09:29:59"),
        Some(Cause::CallBackPromised)
    );
    assert_eq!(
        asked().held_until(ReasonKind::HygieneRecall, "2026-11-23T08:00"),
        Some(moment("2026-11-23T09:30"))
    );
    assert_eq!(
        asked().kinds(NOW),
        [ReasonKind::Promise, ReasonKind::HygieneRecall]
    );
    assert_eq!(asked().since(ReasonKind::Promise, NOW), Some(day("2026-11-23")));
}

#[test]
fn a_promise_keeps_what_was_promised() {
    let what = "la risposta sul preventivo".to_owned();
    let until = moment("2026-11-23T10:00");
    let promised = Outcome::CallBack {
        until,
        what: what.clone(),
    };
    let case = Case::quiet().hygiene_done("2026-01-10");
    let case = case.call("2026-11-20T16:00", ReasonKind::HygieneRecall, promised);
    let status = case.status(NOW);
    let ReasonDetail::Promise(detail) = &status.listed(ReasonKind::Promise).expect("due").detail else {
        panic!("the reason of a promise is told as one");
    };
    assert_eq!((detail.until, &detail.what), (until, &what));
}

#[test]
fn a_promise_is_overdue_strictly_after_its_hour() {
    let class = |at: &str| asked().status(at).rank.unwrap().class();
    assert_eq!(class("2026-11-23T10:00"), 4);
    assert_eq!(class("2026-11-23T10:00:00.001"), 2);
}

#[test]
fn any_later_attempt_serves_a_promise() {
    for outcome in [Outcome::NoAnswer, Outcome::AllWell] {
        let served = asked().call("2026-11-20T17:00", ReasonKind::Balance, outcome);
        assert_eq!(served.kinds(NOW), [ReasonKind::HygieneRecall]);
    }
}

#[test]
fn two_promises_of_one_call_are_one_reason() {
    let case = asked()
        .and(ReasonKind::Balance, call_back("2026-11-21T09:00"))
        .balance(5_000, "2026-03-01");
    let status = case.status("2026-11-23T10:10");
    let promise = status.listed(ReasonKind::Promise).unwrap();
    let ReasonDetail::Promise(detail) = &promise.detail else {
        panic!("not a promise")
    };
    // The one not about money comes first in the rank, though the other was for an earlier day.
    assert_eq!(detail.about, Topic::Reason(ReasonKind::HygieneRecall));
    assert_eq!(promise.since, day("2026-11-21"));
    assert_eq!(status.rank.unwrap().class(), 2);
}

#[test]
fn a_promise_about_money_ranks_below_confirmations() {
    let case = Case::quiet().balance(5_000, "2026-03-01");
    let case = case.call(
        "2026-11-20T16:00",
        ReasonKind::Balance,
        call_back("2026-11-20T17:00"),
    );
    let status = case.status(NOW);
    assert_eq!(status.rank.unwrap().class(), 7);
    assert_eq!(case.kinds(NOW), [ReasonKind::Promise, ReasonKind::Balance]);
}

#[test]
fn a_new_promise_made_for_a_promise_keeps_what_it_is_about() {
    let case = Case::quiet().balance(5_000, "2026-03-01");
    let case = case.call(
        "2026-11-20T16:00",
        ReasonKind::Balance,
        call_back("2026-11-23T09:00"),
    );
    let again = case.call(
        "2026-11-23T09:10",
        ReasonKind::Promise,
        call_back("2026-11-24T10:00"),
    );
    assert_eq!(
        again.cause(ReasonKind::Balance, NOW),
        Some(Cause::CallBackPromised)
    );
    let status = again.status("2026-11-24T10:30");
    let ReasonDetail::Promise(detail) = &status.listed[0].detail else {
        panic!("not a promise")
    };
    assert_eq!(detail.about, Topic::Reason(ReasonKind::Balance));
    assert_eq!(status.rank.unwrap().class(), 7);
}

#[test]
fn only_the_gravest_causes_hold_a_promise() {
    let tried = asked().call("2026-11-20T15:00", ReasonKind::HygieneRecall, Outcome::NoAnswer);
    assert!(tried.is_listed(ReasonKind::Promise, NOW));
    let mut dead = asked();
    dead.patient.standing = Standing::Deceased;
    assert_eq!(dead.cause(ReasonKind::Promise, NOW), Some(Cause::Deceased));
    let wrong = asked().and(ReasonKind::Balance, Outcome::WrongNumber);
    assert_eq!(wrong.cause(ReasonKind::Promise, NOW), Some(Cause::WrongNumber));
}

#[test]
fn the_hour_is_that_of_the_wall_clock_on_a_day_of_clock_change() {
    let due = Case::quiet().hygiene_done("2026-01-10");
    let case = due.call(
        "2026-10-24T16:00",
        ReasonKind::HygieneRecall,
        call_back("2026-10-25T10:00"),
    );
    assert!(!case.is_listed(ReasonKind::Promise, "2026-10-25T09:29"));
    assert!(case.is_listed(ReasonKind::Promise, "2026-10-25T09:30"));
}
