//! A clinician's answer: who is told what, and when.

use app_domain::calls::{Advice, Answer, Cause, Outcome, RankPlace, ReasonDetail, ReasonKind, RiskCategory};
use app_domain::id::{ClinicianId, MemberId};
use app_domain::time::Instant;
use uuid::Uuid;

use super::case::{Case, NOW, moment};

const RISK: ReasonKind = ReasonKind::ClinicalRisk;

/// A risk past its check, about which a clinician was asked at 9:00, to answer by noon.
fn asked() -> Case {
    let outcome = Outcome::Problem {
        clinician: Some(ClinicianId(Uuid::from_u128(1))),
        until: Some(moment("2026-11-23T12:00")),
    };
    Case::quiet()
        .episode(RiskCategory::ExtendedProvisional, "2026-09-01")
        .call("2026-11-23T09:00", RISK, outcome)
}

fn answered(advice: Advice) -> Case {
    let mut case = asked();
    case.attempts[0].answer = Some(Answer {
        by: MemberId(Uuid::from_u128(7)),
        at: Instant::from_civil(moment("2026-11-23T09:20")),
        advice,
        words: "Si presenti alle 15".to_owned(),
    });
    case
}

#[test]
fn an_answer_puts_the_patient_on_top_with_the_words_to_say() {
    assert_eq!(asked().cause(RISK, NOW), Some(Cause::AwaitingClinician));
    let case = answered(Advice::ComeToday);
    assert_eq!(case.kinds(NOW), [ReasonKind::Answered, RISK]);
    let status = case.status(NOW);
    assert_eq!(status.rank.clone().unwrap().class(), 1);
    assert!(
        matches!(status.rank.unwrap().place, RankPlace::Answered { at } if at == Instant::from_civil(moment("2026-11-23T09:20")))
    );
    let ReasonDetail::Answered(detail) = &status.listed[0].detail else {
        panic!("the answer comes first");
    };
    assert_eq!(detail.answer.words, "Si presenti alle 15");
}

#[test]
fn before_the_answer_came_nothing_is_known_of_it() {
    let case = answered(Advice::ComeToday);
    assert_eq!(case.kinds("2026-11-23T09:19"), []);
    assert_eq!(
        case.cause(RISK, "2026-11-23T09:19"),
        Some(Cause::AwaitingClinician)
    );
}

#[test]
fn who_was_told_is_told_once_and_a_try_that_reached_nobody_tells_nothing() {
    let tried = answered(Advice::Reassure).call("2026-11-23T09:25", ReasonKind::Answered, Outcome::NoAnswer);
    assert!(tried.is_listed(ReasonKind::Answered, NOW));
    let told = tried.call("2026-11-23T09:28", ReasonKind::Answered, Outcome::AllWell);
    assert!(!told.is_listed(ReasonKind::Answered, NOW));
    assert_eq!(told.cause(ReasonKind::Answered, NOW), None);
}

#[test]
fn where_the_clinician_calls_nobody_else_does_that_day() {
    let case = answered(Advice::WillCall);
    assert_eq!(case.kinds(NOW), []);
    assert_eq!(
        case.cause(RISK, "2026-11-23T18:00"),
        Some(Cause::AwaitingClinician)
    );
    assert_eq!(case.held_until(RISK, NOW), Some(moment("2026-11-24T00:00")));
    assert!(case.is_listed(RISK, "2026-11-24T09:00"));
}

#[test]
fn an_answer_frees_what_waited_for_it() {
    let case = answered(Advice::NextVisit).call("2026-11-23T09:28", ReasonKind::Answered, Outcome::NoAnswer);
    // The try reached nobody: the risk is not tried twice a day, the answer is.
    assert_eq!(case.cause(RISK, NOW), Some(Cause::TriedToday));
    assert_eq!(case.kinds(NOW), [ReasonKind::Answered]);
}
