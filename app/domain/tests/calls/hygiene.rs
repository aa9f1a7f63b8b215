//! Hygiene recalls: from which day, and until which.

use app_domain::agenda::{AppointmentKind, Status};
use app_domain::calls::{Cause, DueFrom, Outcome, ReasonDetail, ReasonKind, Recall, RecallRule};
use app_domain::id::MemberId;
use app_domain::time::Instant;
use jiff::civil::Date;
use uuid::Uuid;

use super::case::{Case, NOW, day};

const TODAY: &str = "2026-11-23";

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
    let seated = Instant::from_civil(super::case::moment("2026-11-23T09:05"));
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

/// What is set by hand here, at nine in the morning of a day.
fn set(on: &str, interval_months: u8, fixed: Option<&str>, disabled_until: Option<&str>) -> Recall {
    Recall {
        patient: Case::quiet().patient.id,
        check: None,
        rule: RecallRule {
            interval_months,
            fixed: fixed.map(day),
            disabled_until: disabled_until.map(day),
        },
        by: MemberId(Uuid::from_u128(9)),
        at: Instant::from_civil(day(on).at(9, 0, 0, 0)),
    }
}

fn due_of(case: &Case, at: &str) -> Option<(Date, DueFrom)> {
    let status = case.status(at);
    let held = status
        .held(ReasonKind::HygieneRecall)
        .map(|held| held.reason.detail.clone());
    let listed = status
        .listed(ReasonKind::HygieneRecall)
        .map(|reason| reason.detail.clone());
    match listed.or(held)? {
        ReasonDetail::HygieneRecall(hygiene) => Some((hygiene.due, hygiene.from)),
        _ => None,
    }
}

#[test]
fn what_is_set_by_hand_here_stands_in_the_place_of_what_the_former_software_said() {
    let mut case = Case::quiet().hygiene_done("2026-05-23");
    case.care.hygiene.fixed = Some(day("2026-11-30"));
    // Another interval, and the former date taken away.
    case.recall = Some(set("2026-11-02", 4, None, None));
    assert_eq!(due_of(&case, NOW), Some((day("2026-09-23"), DueFrom::Interval)));
    case.recall = Some(set("2026-11-02", 12, None, None));
    assert_eq!(due_of(&case, NOW), None);
    case.recall = Some(set("2026-11-02", 12, Some("2026-12-07"), None));
    assert_eq!(due_of(&case, NOW), Some((day("2026-12-07"), DueFrom::Hand)));
    assert_eq!(case.since(ReasonKind::HygieneRecall, NOW), Some(day(TODAY)));
    case.recall = Some(set("2026-11-02", 12, Some("2026-12-08"), None));
    assert_eq!(due_of(&case, NOW), None);
    // Never a hygiene: a date alone makes a recall.
    let mut never = Case::quiet();
    never.recall = Some(set("2026-11-02", 6, Some("2026-12-01"), None));
    assert_eq!(due_of(&never, NOW), Some((day("2026-12-01"), DueFrom::Hand)));
}

#[test]
fn a_date_set_here_is_served_by_a_hygiene_from_fourteen_days_before_it_and_the_rule_starts_again() {
    let done = |last: &str| {
        let mut case = Case::quiet().hygiene_done(last);
        case.recall = Some(set("2026-03-02", 3, Some("2026-09-15"), None));
        due_of(&case, "2027-06-01T09:00")
    };
    assert_eq!(done("2026-08-31"), Some((day("2026-09-15"), DueFrom::Hand)));
    assert_eq!(done("2026-09-01"), Some((day("2026-12-01"), DueFrom::Interval)));
    assert_eq!(done("2027-01-10"), Some((day("2027-04-10"), DueFrom::Interval)));
}

#[test]
fn a_recall_is_turned_off_or_put_off_by_hand_and_shown_with_the_day() {
    let mut case = Case::quiet().hygiene_done("2026-01-10");
    case.recall = Some(set("2026-11-02", 0, None, None));
    assert_eq!(case.cause(ReasonKind::HygieneRecall, NOW), Some(Cause::Disabled));
    assert_eq!(case.held_until(ReasonKind::HygieneRecall, NOW), None);
    case.recall = Some(set("2026-11-02", 6, None, Some("2026-11-24")));
    assert_eq!(case.cause(ReasonKind::HygieneRecall, NOW), Some(Cause::Disabled));
    assert_eq!(
        case.held_until(ReasonKind::HygieneRecall, NOW),
        Some(day("2026-11-24").at(0, 0, 0, 0))
    );
    assert!(case.is_listed(ReasonKind::HygieneRecall, "2026-11-24T00:00"));
    // Turned on again here, though the former software has turned it off.
    case.care.hygiene.interval_months = 0;
    case.recall = Some(set("2026-11-02", 6, None, None));
    assert!(case.is_listed(ReasonKind::HygieneRecall, NOW));
}

#[test]
fn of_what_is_said_in_calls_and_what_is_set_by_hand_the_last_word_counts() {
    let later = |until: &str| Outcome::Later { until: day(until) };
    let said = Case::quiet().hygiene_done("2026-01-10").call(
        "2026-11-10T10:00",
        ReasonKind::HygieneRecall,
        later("2027-02-01"),
    );
    let until = |case: &Case| case.held_until(ReasonKind::HygieneRecall, NOW);
    assert_eq!(until(&said), Some(day("2027-02-01").at(0, 0, 0, 0)));
    let with = |recall: Recall| Case {
        recall: Some(recall),
        ..said.clone()
    };
    // Set before the call, whatever it says: the call counts.
    assert_eq!(
        until(&with(set("2026-11-09", 6, None, Some("2027-05-01")))),
        until(&said)
    );
    assert_eq!(until(&with(set("2026-11-09", 6, None, None))), until(&said));
    // Set after it.
    let other = with(set("2026-11-11", 6, None, Some("2027-05-01")));
    assert_eq!(until(&other), Some(day("2027-05-01").at(0, 0, 0, 0)));
    assert!(with(set("2026-11-11", 6, None, None)).is_listed(ReasonKind::HygieneRecall, NOW));
}
