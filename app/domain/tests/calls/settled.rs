//! What a person settles of what calls have left to decide ("Da rivedere"), and what becomes of the reasons.

use app_domain::calls::{Cause, Outcome, ReasonKind, RiskCategory, Settlement};
use app_domain::patient::Standing;

use super::case::{Case, NOW, moment};

const HYGIENE: ReasonKind = ReasonKind::HygieneRecall;
const RETRY: Settlement = Settlement::Retry { reason: HYGIENE };
const CLOSED: Settlement = Settlement::Closed { reason: HYGIENE };

/// A reason of each purpose: hygiene, money, care.
fn of_each_purpose() -> Case {
    Case::quiet()
        .hygiene_done("2026-01-10")
        .balance(5_000, "2026-03-01")
        .episode(RiskCategory::ExtendedProvisional, "2026-08-01")
}

fn tried(case: Case, days: &[&str]) -> Case {
    days.iter().fold(case, |case, day| {
        case.call(&format!("{day}T10:00"), HYGIENE, Outcome::NoAnswer)
    })
}

/// Five tries in vain, about hygiene.
fn in_vain() -> Case {
    let days = [
        "2026-08-03",
        "2026-08-17",
        "2026-09-07",
        "2026-10-05",
        "2026-11-02",
    ];
    tried(of_each_purpose(), &days)
}

fn causes(case: &Case) -> Vec<Cause> {
    case.status(NOW).excluded.iter().map(|held| held.cause).collect()
}

#[test]
fn a_report_that_is_not_true_gives_every_reason_back() {
    for outcome in [Outcome::Deceased, Outcome::MovedAway] {
        let reported = of_each_purpose().call("2026-11-20T10:00", HYGIENE, outcome);
        assert_eq!(causes(&reported), [Cause::Review; 3]);
        let settled = reported.settled("2026-11-20T15:00", Settlement::NotTrue);
        assert_eq!(settled.kinds(NOW).len(), 3);
        // Each report is looked at by itself.
        let again = settled.call("2026-11-21T10:00", HYGIENE, Outcome::Deceased);
        assert_eq!(causes(&again), [Cause::Review; 3]);
    }
}

#[test]
fn a_report_that_is_confirmed_is_what_it_says() {
    let confirmed = Settlement::Confirmed {
        standing: Standing::Active,
    };
    let mut case = of_each_purpose()
        .call("2026-11-20T10:00", HYGIENE, Outcome::MovedAway)
        .settled("2026-11-20T15:00", confirmed);
    case.patient.standing = Standing::MovedAway;
    assert_eq!(causes(&case), [Cause::MovedAway; 3]);
    // Whatever says otherwise of the patient since, nobody calls before a person has looked again.
    case.patient.standing = Standing::Active;
    assert_eq!(causes(&case), [Cause::Review; 3]);
    let wrong = case.settled("2026-11-22T15:00", Settlement::NotTrue);
    assert_eq!(wrong.kinds(NOW).len(), 3);
}

#[test]
fn a_dispute_that_is_settled_gives_both_money_reasons_back() {
    let case = Case::quiet()
        .balance(5_000, "2026-03-01")
        .instalment(9_000, "2026-10-31")
        .call("2026-11-20T10:00", ReasonKind::Balance, Outcome::Disputes);
    assert_eq!(causes(&case), [Cause::Disputed; 2]);
    let settled = case.settled("2026-11-20T15:00", Settlement::Resolved);
    assert_eq!(settled.kinds(NOW), [ReasonKind::Balance, ReasonKind::Instalment]);
    let again = settled.call("2026-11-21T10:00", ReasonKind::Instalment, Outcome::Disputes);
    assert_eq!(causes(&again), [Cause::Disputed; 2]);
}

#[test]
fn a_retry_counts_the_tries_about_its_reason_from_zero() {
    let case = in_vain();
    assert_eq!(case.cause(HYGIENE, NOW), Some(Cause::FiveAttempts));
    let retried = case.settled("2026-11-20T09:00", RETRY);
    assert!(retried.is_listed(HYGIENE, NOW));
    let days = ["2026-11-27", "2026-12-04", "2026-12-11", "2026-12-18"];
    let four = tried(retried, &days);
    assert!(four.is_listed(HYGIENE, "2026-12-28T09:00"));
    let five = tried(four, &["2026-12-28"]);
    assert_eq!(five.cause(HYGIENE, "2026-12-29T09:00"), Some(Cause::FiveAttempts));
}

#[test]
fn a_retry_leaves_the_other_limits_and_the_other_reasons() {
    let about_money = in_vain().settled(
        "2026-11-20T09:00",
        Settlement::Retry {
            reason: ReasonKind::Balance,
        },
    );
    assert_eq!(about_money.cause(HYGIENE, NOW), Some(Cause::FiveAttempts));
    let today = tried(in_vain(), &["2026-11-23"]).settled("2026-11-23T10:05", RETRY);
    assert_eq!(today.cause(HYGIENE, "2026-11-23T10:10"), Some(Cause::TriedToday));
    assert!(today.is_listed(HYGIENE, "2026-11-24T09:00"));
    let week =
        tried(in_vain(), &["2026-11-18", "2026-11-19", "2026-11-20"]).settled("2026-11-20T18:00", RETRY);
    assert_eq!(week.cause(HYGIENE, NOW), Some(Cause::ThreeInSevenDays));
}

#[test]
fn a_reason_that_the_practice_closes_is_closed_for_this_occurrence() {
    let closed = in_vain().settled("2026-11-20T09:00", CLOSED);
    assert_eq!(closed.cause(HYGIENE, NOW), Some(Cause::ClosedByPractice));
    assert_eq!(closed.kinds(NOW), [ReasonKind::ClinicalRisk, ReasonKind::Balance]);
    // Opened again by a person, or by the next occurrence.
    assert!(
        closed
            .clone()
            .settled("2026-11-21T09:00", RETRY)
            .is_listed(HYGIENE, NOW)
    );
    let next = closed.hygiene_done("2026-11-25");
    assert!(next.is_listed(HYGIENE, "2027-05-24T09:00"));
}

#[test]
fn a_number_that_is_corrected_frees_what_a_wrong_number_held() {
    let wrong = of_each_purpose().call("2026-11-20T10:00", HYGIENE, Outcome::WrongNumber);
    assert_eq!(causes(&wrong), [Cause::WrongNumber; 3]);
    let corrected = wrong
        .clone()
        .settled("2026-11-20T11:00", Settlement::NumberCorrected);
    assert_eq!(corrected.kinds(NOW).len(), 3);
    // The new number is wrong too.
    let again = corrected.call("2026-11-22T10:00", HYGIENE, Outcome::WrongNumber);
    assert_eq!(causes(&again), [Cause::WrongNumber; 3]);
    let answered = wrong.call("2026-11-22T10:00", ReasonKind::Balance, Outcome::NoAnswer);
    assert_eq!(causes(&answered), []);
}

#[test]
fn tries_at_a_number_that_was_corrected_do_not_count_against_the_new_one() {
    let corrected = in_vain().settled("2026-11-20T09:00", Settlement::NumberCorrected);
    assert!(corrected.is_listed(HYGIENE, NOW));
    // The number was corrected after a call about something else: it is the patient's, whatever the reason.
    let other = in_vain()
        .call("2026-11-12T10:00", ReasonKind::Balance, Outcome::AllWell)
        .settled("2026-11-20T09:00", Settlement::NumberCorrected);
    assert!(other.is_listed(HYGIENE, NOW));
}

#[test]
fn what_a_person_settles_of_a_promise_is_about_what_was_promised() {
    let until = moment("2026-11-10T09:00");
    let promised = |case: Case| {
        case.call(
            "2026-11-09T10:00",
            HYGIENE,
            Outcome::CallBack {
                until,
                what: String::new(),
            },
        )
    };
    let case = promised(of_each_purpose());
    let case = case.call("2026-11-10T10:00", ReasonKind::Promise, Outcome::NoAnswer);
    let closed = case.settled("2026-11-20T09:00", CLOSED);
    assert_eq!(closed.cause(HYGIENE, NOW), Some(Cause::ClosedByPractice));
}
