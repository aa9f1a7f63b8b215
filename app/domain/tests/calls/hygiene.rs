//! Hygiene recalls: from which day, and until which.

use app_domain::agenda::{AppointmentKind, Status};
use app_domain::calls::{Cause, DueFrom, ReasonDetail, ReasonKind};

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
