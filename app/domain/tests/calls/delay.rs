//! A payment that a patient asks to put off: who decides, what waits meanwhile, and what holds afterwards.

use app_domain::autonomy::DelayDecision;
use app_domain::calls::{Cause, Outcome, ReasonKind};
use app_domain::id::MemberId;
use uuid::Uuid;

use super::case::{Case, NOW, day, moment, now};

const BALANCE: ReasonKind = ReasonKind::Balance;
const INSTALMENT: ReasonKind = ReasonKind::Instalment;

/// Asked on Friday the 20th at ten, until a day.
fn asked(until: &str) -> Case {
    let case = Case::quiet()
        .balance(5_000, "2026-03-01")
        .instalment(9_000, "2026-10-31");
    let outcome = Outcome::AsksToSpread {
        until: Some(day(until)),
    };
    case.call("2026-11-20T10:00", INSTALMENT, outcome)
}

fn decided(until: &str, granted: bool) -> Case {
    let mut case = asked(until);
    case.attempts.last_mut().unwrap().delay = Some(DelayDecision {
        by: MemberId(Uuid::from_u128(1)),
        at: now("2026-11-20T11:00").instant,
        granted,
        words: String::new(),
    });
    case
}

#[test]
fn until_the_manager_has_decided_nobody_asks_for_money_and_at_noon_of_the_next_working_day_somebody_does() {
    let case = asked("2026-12-31");
    for kind in [BALANCE, INSTALMENT] {
        assert_eq!(case.cause(kind, NOW), Some(Cause::AwaitingManager));
        assert_eq!(case.held_until(kind, NOW), Some(moment("2026-11-23T12:00")));
        assert!(case.is_listed(kind, "2026-11-23T12:00"));
    }
    let next = case.status("2026-11-23T11:00").next_change;
    assert_eq!(next, Some(now("2026-11-23T12:00").instant));
}

#[test]
fn what_is_granted_holds_like_a_promise_to_pay_by_that_day() {
    let case = decided("2026-11-24", true);
    assert_eq!(case.cause(BALANCE, NOW), Some(Cause::PromisedToPay));
    assert_eq!(case.held_until(INSTALMENT, NOW), Some(moment("2026-11-25T00:00")));
    assert!(case.is_listed(INSTALMENT, "2026-11-25T00:00"));
}

#[test]
fn what_is_denied_holds_nothing() {
    let case = decided("2026-12-31", false);
    assert!(case.is_listed(BALANCE, NOW) && case.is_listed(INSTALMENT, NOW));
}

#[test]
fn the_last_word_counts_and_a_dispute_is_stronger() {
    let promise = Outcome::PromisesToPay {
        by: day("2026-11-30"),
        amount: None,
    };
    let later = decided("2026-11-20", true).call("2026-11-21T10:00", INSTALMENT, promise);
    assert_eq!(
        later.held_until(INSTALMENT, NOW),
        Some(moment("2026-12-01T00:00"))
    );
    let disputed = asked("2026-12-31").call("2026-11-21T10:00", BALANCE, Outcome::Disputes);
    assert_eq!(disputed.cause(INSTALMENT, NOW), Some(Cause::Disputed));
}
