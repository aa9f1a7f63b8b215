//! Risk, money, plans and hygiene: from which day, and until which.

use app_domain::agenda::{AppointmentKind, Status};
use app_domain::calls::{Cause, DueFrom, Outcome, ReasonDetail, ReasonKind, RiskCategory};

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

#[test]
fn hygiene_is_on_the_list_from_fourteen_days_before_it_is_due() {
    let case = Case::quiet().hygiene_done("2026-06-07");
    assert_eq!(case.since(ReasonKind::HygieneRecall, NOW), Some(day(TODAY)));
    assert!(
        !Case::quiet()
            .hygiene_done("2026-06-08")
            .is_listed(ReasonKind::HygieneRecall, NOW)
    );
    assert!(!Case::quiet().is_listed(ReasonKind::HygieneRecall, NOW));
}

#[test]
fn months_stop_at_the_end_of_the_month() {
    let due = |last_done: &str, interval_months, at: &str| {
        let mut case = Case::quiet().hygiene_done(last_done);
        case.care.hygiene.interval_months = interval_months;
        let status = case.status(at);
        match status
            .listed(ReasonKind::HygieneRecall)
            .map(|reason| reason.detail.clone())
        {
            Some(ReasonDetail::HygieneRecall(hygiene)) => Some(hygiene.due),
            _ => None,
        }
    };
    assert_eq!(due("2026-08-31", 6, "2027-03-10T09:00"), Some(day("2027-02-28")));
    assert_eq!(due("2023-08-30", 6, "2024-03-10T09:00"), Some(day("2024-02-29")));
    assert_eq!(due("2026-05-31", 4, "2026-10-10T09:00"), Some(day("2026-09-30")));
    assert_eq!(due("2024-02-29", 12, "2025-03-10T09:00"), Some(day("2025-02-28")));
}

#[test]
fn only_a_hygiene_to_come_takes_the_recall_off() {
    let due = Case::quiet().hygiene_done("2026-01-10");
    assert!(
        due.clone()
            .booked("2026-12-01T09:00")
            .is_listed(ReasonKind::HygieneRecall, NOW)
    );
    let hygiene = |start: &str| due.clone().visit(start, AppointmentKind::Hygiene, Status::Booked);
    assert!(!hygiene("2026-11-23T08:00").is_listed(ReasonKind::HygieneRecall, NOW));
    assert!(!hygiene("2027-05-03T09:00").is_listed(ReasonKind::HygieneRecall, NOW));
    // A past visit still "booked" is neither future nor missed.
    assert_eq!(
        hygiene("2026-11-20T09:00").kinds(NOW),
        [ReasonKind::HygieneRecall]
    );
}

#[test]
fn a_patient_in_the_chair_is_not_called() {
    let due = Case::quiet().hygiene_done("2026-01-10");
    let seated = app_domain::time::Instant::from_civil(super::case::moment("2026-11-23T09:05"));
    let status = Status::InChair {
        arrived: seated,
        seated,
    };
    let case = due.visit("2026-11-23T09:00", AppointmentKind::Hygiene, status);
    assert_eq!(case.kinds(NOW), []);
}

#[test]
fn a_date_set_by_hand_replaces_the_rule() {
    let mut case = Case::quiet().hygiene_done("2026-01-10");
    case.care.hygiene.fixed = Some(day("2026-12-07"));
    let status = case.status(NOW);
    let reason = status.listed(ReasonKind::HygieneRecall).unwrap();
    let ReasonDetail::HygieneRecall(hygiene) = reason.detail else {
        panic!("not hygiene")
    };
    assert_eq!(
        (reason.since, hygiene.due, hygiene.from),
        (day(TODAY), day("2026-12-07"), DueFrom::Hand)
    );
    case.care.hygiene.fixed = Some(day("2026-12-08"));
    assert_eq!(case.kinds(NOW), []);
}

#[test]
fn a_recall_that_is_turned_off_is_shown_as_disabled() {
    let mut case = Case::quiet().hygiene_done("2026-01-10");
    case.care.hygiene.interval_months = 0;
    assert_eq!(case.cause(ReasonKind::HygieneRecall, NOW), Some(Cause::Disabled));
}
