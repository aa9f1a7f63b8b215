//! Limits on tries that reached nobody.

use app_domain::calls::{Cause, Outcome, ReasonKind, RiskCategory};

use super::case::{Case, NOW, Steps, moment};

const HYGIENE: ReasonKind = ReasonKind::HygieneRecall;

fn due() -> Case {
    Case::quiet().hygiene_done("2026-01-10")
}

fn tried(case: Case, days: &[&str]) -> Case {
    days.iter().fold(case, |case, day| {
        case.call(&format!("{day}T10:00"), HYGIENE, Outcome::NoAnswer)
    })
}

#[test]
fn one_try_a_day_whatever_the_reason() {
    for outcome in [
        Outcome::NoAnswer,
        Outcome::Busy,
        Outcome::Voicemail,
        Outcome::Family,
    ] {
        let case = due().call("2026-11-23T09:00", ReasonKind::MissedVisit, outcome);
        assert_eq!(case.cause(HYGIENE, NOW), Some(Cause::TriedToday));
        assert_eq!(case.held_until(HYGIENE, NOW), Some(moment("2026-11-24T00:00")));
        assert!(case.is_listed(HYGIENE, "2026-11-24T00:00"));
    }
    let reached = due().call("2026-11-23T09:00", ReasonKind::MissedVisit, Outcome::AllWell);
    assert!(reached.is_listed(HYGIENE, NOW));
}

#[test]
fn three_tries_in_seven_days_of_which_today_is_the_seventh() {
    let within = tried(due(), &["2026-11-17", "2026-11-19", "2026-11-20"]);
    assert_eq!(within.cause(HYGIENE, NOW), Some(Cause::ThreeInSevenDays));
    assert_eq!(within.held_until(HYGIENE, NOW), Some(moment("2026-11-24T00:00")));
    assert!(within.is_listed(HYGIENE, "2026-11-24T00:00"));
    let without = tried(due(), &["2026-11-16", "2026-11-19", "2026-11-20"]);
    assert!(without.is_listed(HYGIENE, NOW));
    let four = tried(due(), &["2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"]);
    assert_eq!(four.held_until(HYGIENE, NOW), Some(moment("2026-11-25T00:00")));
}

#[test]
fn a_conversation_among_the_tries_is_not_a_try() {
    let case = tried(due(), &["2026-11-17", "2026-11-18"]);
    let case = case
        .call("2026-11-19T10:00", HYGIENE, Outcome::Thinking)
        .imported();
    assert!(case.is_listed(HYGIENE, NOW));
}

const FIVE: [&str; 5] = [
    "2026-08-03",
    "2026-08-17",
    "2026-09-07",
    "2026-10-05",
    "2026-11-02",
];

#[test]
fn the_fifth_try_since_the_reason_began_is_the_last() {
    assert!(tried(due(), &FIVE[..4]).is_listed(HYGIENE, NOW));
    assert_eq!(tried(due(), &FIVE).cause(HYGIENE, NOW), Some(Cause::FiveAttempts));
    // Listed since 26 June: an earlier try was about an earlier occurrence.
    assert!(tried(due(), &["2026-06-25", FIVE[1], FIVE[2], FIVE[3], FIVE[4]]).is_listed(HYGIENE, NOW));
    assert!(!tried(due(), &["2026-06-26", FIVE[1], FIVE[2], FIVE[3], FIVE[4]]).is_listed(HYGIENE, NOW));
}

#[test]
fn a_conversation_about_the_reason_counts_from_zero_again() {
    let spoken = |kind, outcome: Outcome| {
        let case = tried(due(), &FIVE[..3]).call("2026-09-14T10:00", kind, outcome);
        tried(case, &FIVE[3..])
    };
    assert!(spoken(HYGIENE, Outcome::AllWell).is_listed(HYGIENE, NOW));
    assert!(!spoken(ReasonKind::Balance, Outcome::AllWell).is_listed(HYGIENE, NOW));
}

#[test]
fn tries_about_another_reason_do_not_count_to_five() {
    let open = Steps {
        open: 1,
        accepted: 1,
        unanswered: 0,
    };
    let case = tried(due(), &FIVE).plan("Protesi", Some("2026-01-01"), Some("2026-02-01"), open);
    assert_eq!(case.kinds(NOW), [ReasonKind::SuspendedCycle]);
}

#[test]
fn promises_and_confirmations_are_exempt() {
    let visit = tried(due(), &["2026-11-18", "2026-11-19", "2026-11-23"]).booked("2026-11-24T09:00");
    assert_eq!(visit.kinds("2026-11-23T11:00"), [ReasonKind::Confirm]);
    assert_eq!(visit.cause(HYGIENE, "2026-11-23T11:00"), Some(Cause::TriedToday));
}

#[test]
fn clinical_risk_is_exempt_from_all_but_one_try_a_day() {
    let risk = || Case::quiet().episode(RiskCategory::ExtendedProvisional, "2026-06-01");
    let case = FIVE
        .iter()
        .chain(&["2026-11-17", "2026-11-19", "2026-11-20"])
        .fold(risk(), |case, day| {
            case.call(
                &format!("{day}T10:00"),
                ReasonKind::ClinicalRisk,
                Outcome::Voicemail,
            )
        });
    assert!(case.is_listed(ReasonKind::ClinicalRisk, NOW));
    let today = risk().call("2026-11-23T09:00", ReasonKind::ClinicalRisk, Outcome::Busy);
    assert_eq!(
        today.cause(ReasonKind::ClinicalRisk, NOW),
        Some(Cause::TriedToday)
    );
}
