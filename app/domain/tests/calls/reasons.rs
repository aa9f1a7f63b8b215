//! Risk, money and plans: from which day, and until which.

use app_domain::calls::{Outcome, ReasonDetail, ReasonKind, RiskCategory};

use super::case::{Case, NOW, Steps, day, days_before};

const TODAY: &str = "2026-11-23";

#[test]
fn a_quiet_patient_is_neither_listed_nor_held() {
    let status = Case::quiet().status(NOW);
    assert_eq!(
        (status.listed, status.excluded, status.rank),
        (vec![], vec![], None)
    );
}

#[test]
fn each_category_of_risk_is_checked_after_its_interval() {
    let intervals = [
        (RiskCategory::ExtendedProvisional, 30),
        (RiskCategory::FixedOrthodontics, 42),
        (RiskCategory::ImmediateLoadProvisional, 21),
        (RiskCategory::DentureJustDelivered, 7),
        (RiskCategory::RetreatmentWithoutCore, 14),
    ];
    for (category, interval) in intervals {
        let due = Case::quiet().episode(category, &days_before(TODAY, interval));
        assert_eq!(
            due.since(ReasonKind::ClinicalRisk, NOW),
            Some(day(TODAY)),
            "{category:?}"
        );
        let not_yet = Case::quiet().episode(category, &days_before(TODAY, interval - 1));
        assert!(!not_yet.is_listed(ReasonKind::ClinicalRisk, NOW), "{category:?}");
    }
}

#[test]
fn a_successful_contact_or_a_visit_starts_the_interval_again() {
    let open = Case::quiet().episode(RiskCategory::ExtendedProvisional, "2026-08-01");
    assert_eq!(open.since(ReasonKind::ClinicalRisk, NOW), Some(day("2026-08-31")));
    for outcome in [
        Outcome::AllWell,
        Outcome::Booked { appointment: None },
        Outcome::DeclinesToGoOn,
    ] {
        let told = open
            .clone()
            .call("2026-10-20T10:00", ReasonKind::ClinicalRisk, outcome);
        assert_eq!(told.since(ReasonKind::ClinicalRisk, NOW), Some(day("2026-11-19")));
    }
    let elsewhere = open
        .clone()
        .call("2026-10-20T10:00", ReasonKind::HygieneRecall, Outcome::AllWell);
    assert_eq!(
        elsewhere.since(ReasonKind::ClinicalRisk, NOW),
        Some(day("2026-08-31"))
    );
    let problem = Outcome::Problem {
        clinician: None,
        until: None,
    };
    let imported = open
        .clone()
        .call("2026-10-20T10:00", ReasonKind::ClinicalRisk, problem)
        .imported();
    assert_eq!(
        imported.since(ReasonKind::ClinicalRisk, NOW),
        Some(day("2026-08-31"))
    );
    let seen = open.done("2026-10-22T09:00");
    assert_eq!(seen.since(ReasonKind::ClinicalRisk, NOW), Some(day("2026-11-21")));
}

#[test]
fn a_visit_within_three_days_is_check_enough() {
    let open = Case::quiet().episode(RiskCategory::ExtendedProvisional, "2026-08-01");
    assert!(
        !open
            .clone()
            .booked("2026-11-23T08:00")
            .is_listed(ReasonKind::ClinicalRisk, NOW)
    );
    assert!(
        !open
            .clone()
            .booked("2026-11-26T18:00")
            .is_listed(ReasonKind::ClinicalRisk, NOW)
    );
    assert!(
        open.clone()
            .booked("2026-11-27T09:00")
            .is_listed(ReasonKind::ClinicalRisk, NOW)
    );
    assert!(
        open.booked("2026-11-22T09:00")
            .is_listed(ReasonKind::ClinicalRisk, NOW)
    );
}

#[test]
fn several_episodes_are_one_reason_the_one_most_past_its_check_first() {
    let case = Case::quiet()
        .episode(RiskCategory::FixedOrthodontics, "2026-09-01")
        .episode(RiskCategory::DentureJustDelivered, "2026-09-20")
        .episode(RiskCategory::ExtendedProvisional, "2026-11-20");
    let status = case.status(NOW);
    let ReasonDetail::ClinicalRisk(risk) = &status.listed(ReasonKind::ClinicalRisk).unwrap().detail else {
        panic!("not a risk")
    };
    let checks: Vec<_> = risk
        .episodes
        .iter()
        .map(|episode| (episode.category, episode.check))
        .collect();
    let expected = [
        (RiskCategory::DentureJustDelivered, day("2026-09-27")),
        (RiskCategory::FixedOrthodontics, day("2026-10-13")),
    ];
    assert_eq!(checks, expected);
    assert_eq!(case.since(ReasonKind::ClinicalRisk, NOW), Some(day("2026-09-27")));
}

#[test]
fn after_three_failures_since_the_check_the_clinician_is_told() {
    let told = |failures: u8| {
        let mut case = Case::quiet().episode(RiskCategory::ExtendedProvisional, "2026-10-01");
        // Before the check day of 31 October: counts not.
        case = case.call("2026-10-30T10:00", ReasonKind::ClinicalRisk, Outcome::NoAnswer);
        for index in 0..failures {
            case = case.call(
                &format!("2026-11-{:02}T10:00", 3 + index),
                ReasonKind::ClinicalRisk,
                Outcome::Busy,
            );
        }
        let problem = Outcome::Problem {
            clinician: None,
            until: None,
        };
        case = case.call("2026-11-16T10:00", ReasonKind::ClinicalRisk, problem);
        let status = case.status(NOW);
        let ReasonDetail::ClinicalRisk(risk) = &status.listed(ReasonKind::ClinicalRisk).unwrap().detail
        else {
            panic!("not a risk")
        };
        (risk.failures, risk.clinician_is_told())
    };
    assert_eq!(told(2), (2, false));
    // A conversation does not set these failures to zero.
    assert_eq!(told(3), (3, true));
}

#[test]
fn a_balance_waits_for_seven_days() {
    let owing = |unpaid_since: &str| Case::quiet().balance(5_000, unpaid_since);
    assert_eq!(
        owing("2026-11-16").since(ReasonKind::Balance, NOW),
        Some(day(TODAY))
    );
    assert_eq!(owing("2026-11-17").kinds(NOW), []);
}

#[test]
fn an_instalment_is_late_from_the_day_after_it_was_due() {
    let late = Case::quiet().instalment(5_000, "2026-11-22");
    assert_eq!(late.since(ReasonKind::Instalment, NOW), Some(day(TODAY)));
    assert!(
        !Case::quiet()
            .instalment(5_000, TODAY)
            .is_listed(ReasonKind::Instalment, NOW)
    );
}

#[test]
fn who_may_not_know_what_is_due_has_no_reason_about_money() {
    let mut case = Case::quiet().balance(5_000, "2026-01-01");
    case.care.money = None;
    assert_eq!(case.kinds(NOW), []);
}

const OPEN: Steps = Steps {
    open: 3,
    accepted: 3,
    unanswered: 0,
};

#[test]
fn a_cycle_is_suspended_from_the_forty_fifth_day() {
    let stands =
        |last_done: &str| Case::quiet().plan("Protesi fissa", Some("2026-01-01"), Some(last_done), OPEN);
    let at_the_limit = days_before(TODAY, 45);
    assert_eq!(
        stands(&at_the_limit).since(ReasonKind::SuspendedCycle, NOW),
        Some(day(TODAY))
    );
    assert!(!stands(&days_before(TODAY, 44)).is_listed(ReasonKind::SuspendedCycle, NOW));
    assert!(
        !stands(&at_the_limit)
            .booked("2027-03-01T10:00")
            .is_listed(ReasonKind::SuspendedCycle, NOW)
    );
    let complete = Steps { open: 0, ..OPEN };
    let finished = Case::quiet().plan("Protesi", Some("2026-01-01"), Some("2026-02-01"), complete);
    assert!(!finished.is_listed(ReasonKind::SuspendedCycle, NOW));
}

#[test]
fn a_plan_never_begun_is_suspended_only_if_something_was_accepted() {
    let presented = days_before(TODAY, 45);
    let plan = |steps| Case::quiet().plan("Implantologia", Some(&presented), None, steps);
    assert_eq!(
        plan(OPEN).since(ReasonKind::SuspendedCycle, NOW),
        Some(day(TODAY))
    );
    assert!(!plan(Steps { accepted: 0, ..OPEN }).is_listed(ReasonKind::SuspendedCycle, NOW));
    let unpresented = Case::quiet().plan("Implantologia", None, None, OPEN);
    assert!(!unpresented.is_listed(ReasonKind::SuspendedCycle, NOW));
}

#[test]
fn a_plan_awaits_an_answer_from_the_seventh_day() {
    let unanswered = Steps {
        open: 2,
        accepted: 0,
        unanswered: 1,
    };
    let plan = |presented: &str| Case::quiet().plan("Conservativa", Some(presented), None, unanswered);
    assert_eq!(
        plan("2026-11-16").since(ReasonKind::PlanAwaiting, NOW),
        Some(day(TODAY))
    );
    assert!(!plan("2026-11-17").is_listed(ReasonKind::PlanAwaiting, NOW));
    let answered = Steps {
        unanswered: 0,
        ..unanswered
    };
    let postponed = Case::quiet().plan("Conservativa", Some("2026-10-20"), None, answered);
    assert!(!postponed.is_listed(ReasonKind::PlanAwaiting, NOW));
}

#[test]
fn two_plans_are_one_reason_since_the_older() {
    let case = Case::quiet()
        .plan("Protesi", Some("2026-08-01"), Some("2026-09-30"), OPEN)
        .plan("Endodonzia", Some("2026-08-01"), Some("2026-09-01"), OPEN);
    assert_eq!(
        case.since(ReasonKind::SuspendedCycle, NOW),
        Some(day("2026-10-16"))
    );
    assert_eq!(case.status(NOW).listed.len(), 1);
}
