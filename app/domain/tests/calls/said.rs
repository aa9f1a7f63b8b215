//! What a conversation leaves: for how long it holds a reason.

use app_domain::agenda::{AppointmentKind, CancelledBy, Status};
use app_domain::calls::{Cause, Outcome, ReasonDetail, ReasonKind, RiskCategory, StepAnswer};
use app_domain::care::PlanAnswer;
use app_domain::money::Cents;

use super::case::{Case, NOW, Steps, day, moment, step_id, visit_id};

const HYGIENE: ReasonKind = ReasonKind::HygieneRecall;

fn due() -> Case {
    Case::quiet().hygiene_done("2026-01-10")
}

/// A reason of each purpose: hygiene, money, care.
fn of_each_purpose() -> Case {
    due()
        .balance(5_000, "2026-03-01")
        .episode(RiskCategory::ExtendedProvisional, "2026-08-01")
}

#[test]
fn later_turns_a_recall_off_until_that_day() {
    let case = due().call(
        "2026-10-01T10:00",
        HYGIENE,
        Outcome::Later {
            until: day("2026-11-24"),
        },
    );
    assert_eq!(case.cause(HYGIENE, NOW), Some(Cause::Disabled));
    assert_eq!(case.held_until(HYGIENE, NOW), Some(moment("2026-11-24T00:00")));
    assert!(case.is_listed(HYGIENE, "2026-11-24T00:00"));
    let sooner = case.call(
        "2026-10-08T10:00",
        HYGIENE,
        Outcome::Later {
            until: day("2026-11-01"),
        },
    );
    assert!(sooner.is_listed(HYGIENE, NOW));
}

#[test]
fn who_is_reported_deceased_or_moved_is_reviewed_whatever_is_tried_later() {
    for outcome in [Outcome::Deceased, Outcome::MovedAway] {
        let case = of_each_purpose().call("2026-10-01T10:00", HYGIENE, outcome);
        let case = case.call("2026-10-20T10:00", HYGIENE, Outcome::NoAnswer);
        let held: Vec<_> = case.status(NOW).excluded.iter().map(|held| held.cause).collect();
        assert_eq!(held, [Cause::Review; 3]);
    }
}

#[test]
fn a_wrong_number_holds_all_until_a_later_attempt() {
    let case = of_each_purpose().call("2026-10-01T10:00", HYGIENE, Outcome::WrongNumber);
    assert_eq!(case.kinds(NOW), []);
    assert_eq!(
        case.cause(ReasonKind::ClinicalRisk, NOW),
        Some(Cause::WrongNumber)
    );
    assert_eq!(
        case.call("2026-10-08T10:00", ReasonKind::Balance, Outcome::AllWell)
            .kinds(NOW)
            .len(),
        3
    );
}

#[test]
fn a_dispute_takes_both_money_reasons_off() {
    let case = Case::quiet()
        .balance(5_000, "2026-03-01")
        .instalment(9_000, "2026-10-31");
    let disputed = case.call("2026-04-01T10:00", ReasonKind::Balance, Outcome::Disputes);
    assert_eq!(disputed.cause(ReasonKind::Balance, NOW), Some(Cause::Disputed));
    assert_eq!(disputed.cause(ReasonKind::Instalment, NOW), Some(Cause::Disputed));
    let spread = of_each_purpose().call(
        "2026-11-20T10:00",
        ReasonKind::Balance,
        Outcome::AsksToSpread { until: None },
    );
    assert!(spread.is_listed(ReasonKind::Balance, NOW));
}

#[test]
fn a_promise_to_pay_holds_until_the_working_day_after() {
    let promised = |by: &str| {
        let case = Case::quiet()
            .balance(5_000, "2026-03-01")
            .instalment(9_000, "2026-10-31");
        let outcome = Outcome::PromisesToPay {
            by: day(by),
            amount: Some(Cents(4_000)),
        };
        case.call("2026-11-10T10:00", ReasonKind::Instalment, outcome)
    };
    // Friday: the working day after is Monday, and then it is broken.
    let friday = promised("2026-11-20");
    assert_eq!(
        friday.cause(ReasonKind::Balance, "2026-11-22T23:59"),
        Some(Cause::PromisedToPay)
    );
    assert_eq!(
        friday.cause(ReasonKind::Instalment, "2026-11-22T23:59"),
        Some(Cause::PromisedToPay)
    );
    assert_eq!(
        friday.held_until(ReasonKind::Balance, "2026-11-20T09:00"),
        Some(moment("2026-11-23T00:00"))
    );
    let status = friday.status(NOW);
    let ReasonDetail::Balance(due) = status.listed(ReasonKind::Balance).unwrap().detail else {
        panic!("no balance")
    };
    let broken = due.broken_promise.unwrap();
    assert_eq!(
        (broken.by, broken.amount),
        (day("2026-11-20"), Some(Cents(4_000)))
    );
    assert_eq!(
        promised("2026-11-23").cause(ReasonKind::Balance, NOW),
        Some(Cause::PromisedToPay)
    );
    // The last promise to pay counts.
    let outcome = Outcome::PromisesToPay {
        by: day("2026-11-13"),
        amount: None,
    };
    let sooner = promised("2026-12-04").call("2026-11-12T10:00", ReasonKind::Balance, outcome);
    assert!(sooner.is_listed(ReasonKind::Balance, NOW));
}

#[test]
fn a_promise_to_pay_of_another_occurrence_is_not_called_broken() {
    let outcome = Outcome::PromisesToPay {
        by: day("2026-02-01"),
        amount: None,
    };
    let case =
        Case::quiet()
            .balance(5_000, "2026-03-01")
            .call("2026-01-10T10:00", ReasonKind::Balance, outcome);
    let status = case.status(NOW);
    let ReasonDetail::Balance(due) = status.listed(ReasonKind::Balance).unwrap().detail else {
        panic!("no balance")
    };
    assert_eq!(due.broken_promise, None);
}

#[test]
fn does_not_want_to_go_on_closes_this_occurrence_only() {
    let closed = due().call("2026-07-01T10:00", HYGIENE, Outcome::DeclinesToGoOn);
    assert_eq!(closed.cause(HYGIENE, NOW), Some(Cause::Closed));
    // A hygiene was done since, and the next is due: another occurrence.
    assert!(
        closed
            .hygiene_done("2026-08-01")
            .is_listed(HYGIENE, "2027-01-18T09:00")
    );
    let before = due().call("2026-06-25T10:00", HYGIENE, Outcome::DeclinesToGoOn);
    assert!(before.is_listed(HYGIENE, NOW));
}

#[test]
fn a_new_missed_visit_is_a_new_occurrence() {
    let missed =
        |case: Case, start: &str| case.missed_before_window(start, Some(CancelledBy::Patient), start);
    let closed = missed(Case::quiet(), "2026-10-01T09:00");
    let closed = closed.call(
        "2026-10-02T10:00",
        ReasonKind::MissedVisit,
        Outcome::DeclinesToGoOn,
    );
    assert_eq!(closed.cause(ReasonKind::MissedVisit, NOW), Some(Cause::Closed));
    assert!(missed(closed, "2026-11-09T09:00").is_listed(ReasonKind::MissedVisit, NOW));
}

#[test]
fn a_risk_never_ends_because_the_patient_does_not_want_to_go_on() {
    let case = Case::quiet().episode(RiskCategory::DentureJustDelivered, "2026-08-01");
    let case = case.call(
        "2026-11-10T10:00",
        ReasonKind::ClinicalRisk,
        Outcome::DeclinesToGoOn,
    );
    assert_eq!(case.since(ReasonKind::ClinicalRisk, NOW), Some(day("2026-11-17")));
}

#[test]
fn a_booked_reason_is_back_when_the_visit_is_cancelled() {
    let called = |appointment| due().call("2026-11-16T10:00", HYGIENE, Outcome::Booked { appointment });
    // Not known which visit, as in an import: any one to come.
    assert_eq!(
        called(None).booked("2026-12-01T09:00").cause(HYGIENE, NOW),
        Some(Cause::VisitBooked)
    );
    assert!(called(None).is_listed(HYGIENE, NOW));
    let linked = called(Some(visit_id(0)));
    assert_eq!(
        linked.clone().booked("2026-12-01T09:00").cause(HYGIENE, NOW),
        Some(Cause::VisitBooked)
    );
    let cancelled = Status::Cancelled {
        who: CancelledBy::Practice,
        reason: String::new(),
        at: None,
    };
    let back = linked
        .visit("2026-12-01T09:00", AppointmentKind::Checkup, cancelled)
        .booked("2026-12-15T09:00");
    assert!(back.is_listed(HYGIENE, NOW));
    let earlier = due().call("2026-06-01T10:00", HYGIENE, Outcome::Booked { appointment: None });
    assert!(earlier.booked("2026-12-01T09:00").is_listed(HYGIENE, NOW));
}

#[test]
fn a_question_to_a_clinician_holds_until_the_hour_has_passed() {
    let asked = |until: Option<&str>| Outcome::Problem {
        clinician: None,
        until: until.map(moment),
    };
    let case = due().call("2026-11-23T09:00", HYGIENE, asked(Some("2026-11-23T12:00")));
    assert_eq!(
        case.cause(HYGIENE, "2026-11-23T11:59:59"),
        Some(Cause::AwaitingClinician)
    );
    assert!(case.is_listed(HYGIENE, "2026-11-23T12:00"));
    assert_eq!(
        case.status(NOW).next_change.map(|at| at.civil()),
        Some(moment("2026-11-23T12:00"))
    );
    assert!(
        due()
            .call("2026-11-23T09:00", HYGIENE, asked(None))
            .imported()
            .is_listed(HYGIENE, NOW)
    );
}

#[test]
fn thinking_holds_for_seven_days_unless_imported() {
    let plan = || {
        let unanswered = Steps {
            open: 2,
            accepted: 0,
            unanswered: 2,
        };
        Case::quiet().plan("Protesi", Some("2026-10-25"), None, unanswered)
    };
    let thinks = |at: &str| plan().call(at, ReasonKind::PlanAwaiting, Outcome::Thinking);
    assert_eq!(
        thinks("2026-11-17T18:00").cause(ReasonKind::PlanAwaiting, NOW),
        Some(Cause::Thinking)
    );
    assert!(thinks("2026-11-16T18:00").is_listed(ReasonKind::PlanAwaiting, NOW));
    assert!(
        thinks("2026-11-17T18:00")
            .imported()
            .is_listed(ReasonKind::PlanAwaiting, NOW)
    );
}

#[test]
fn all_well_about_a_reason_rests_it_for_today() {
    let case = due()
        .balance(5_000, "2026-03-01")
        .call("2026-11-23T09:00", HYGIENE, Outcome::AllWell);
    assert_eq!(case.cause(HYGIENE, NOW), Some(Cause::SpokenToday));
    assert_eq!(case.kinds(NOW), [ReasonKind::Balance]);
    assert!(case.is_listed(HYGIENE, "2026-11-24T00:00"));
}

#[test]
fn who_has_answered_a_part_of_a_plan_thinks_about_the_rest_for_seven_days() {
    let steps = Steps {
        open: 3,
        accepted: 0,
        unanswered: 3,
    };
    let answers = |said: &[(u16, PlanAnswer)]| Outcome::AnswersPlan {
        steps: said
            .iter()
            .map(|(step, answer)| StepAnswer {
                step: step_id(*step),
                answer: *answer,
            })
            .collect(),
    };
    let plan = || Case::quiet().plan("Protesi", Some("2026-11-01"), None, steps);
    let awaits = ReasonKind::PlanAwaiting;
    let in_part = answers(&[(0, PlanAnswer::Accepted), (1, PlanAnswer::Thinking)]);
    let case = plan().call("2026-11-23T09:00", awaits, in_part.clone());
    assert_eq!(case.cause(awaits, NOW), Some(Cause::Thinking));
    assert_eq!(case.held_until(awaits, NOW), Some(moment("2026-11-30T00:00")));
    assert!(case.is_listed(awaits, "2026-11-30T00:00"));
    let rest = answers(&[(1, PlanAnswer::Postponed), (2, PlanAnswer::Declined)]);
    let case = case.call("2026-11-30T09:00", awaits, rest);
    assert!(!case.is_listed(awaits, "2026-12-09T09:00"));
    assert_eq!(case.cause(awaits, "2026-11-30T09:30"), None);

    // Who does not see the steps is told by the digest; what was said in the call is not for them.
    let mut unseen = plan().call("2026-11-23T09:00", awaits, answers(&[]));
    unseen.care.plans[0].steps.clear();
    assert_eq!(unseen.cause(awaits, NOW), Some(Cause::Thinking));
}
