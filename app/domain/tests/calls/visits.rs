//! Visits to confirm, missed, and called off.

use app_domain::agenda::{AppointmentKind, CancelledBy, Confirmation, Status};
use app_domain::calls::ReasonKind;
use app_domain::time::Instant;

use super::case::{Case, NOW, day, moment};

fn cancelled(who: CancelledBy, at: Option<&str>) -> Status {
    Status::Cancelled {
        who,
        reason: String::new(),
        at: at.map(|at| Instant::from_civil(moment(at))),
    }
}

#[test]
fn visits_of_the_next_two_working_days_are_confirmed() {
    let listed = |case: Case, at: &str| case.since(ReasonKind::Confirm, at);
    let visit = |start: &str| Case::quiet().booked(start);
    assert_eq!(listed(visit("2026-11-23T15:00"), NOW), None);
    assert_eq!(listed(visit("2026-11-24T09:00"), NOW), Some(day("2026-11-20")));
    assert_eq!(listed(visit("2026-11-25T09:00"), NOW), Some(day("2026-11-23")));
    assert_eq!(listed(visit("2026-11-26T09:00"), NOW), None);
    // Friday: Monday and Tuesday.
    assert_eq!(
        listed(visit("2026-11-24T09:00"), "2026-11-20T10:00"),
        Some(day("2026-11-20"))
    );
    assert_eq!(listed(visit("2026-11-25T09:00"), "2026-11-20T10:00"), None);
}

#[test]
fn a_closure_moves_what_is_confirmed() {
    let closed = |start: &str| Case::quiet().booked(start).closed_on("2026-11-25", "2026-11-25");
    assert_eq!(closed("2026-11-25T09:00").kinds(NOW), []);
    assert_eq!(
        closed("2026-11-26T09:00").since(ReasonKind::Confirm, NOW),
        Some(day("2026-11-23"))
    );
    // 8 December is a national holiday.
    let after = Case::quiet().booked("2026-12-09T09:00");
    assert_eq!(
        after.since(ReasonKind::Confirm, "2026-12-04T09:00"),
        Some(day("2026-12-04"))
    );
}

#[test]
fn asked_is_not_confirmed_and_asks_to_move_stays_marked() {
    let with = |confirmation| {
        let mut case = Case::quiet().booked("2026-11-24T09:00");
        case.appointments[0].confirmation = confirmation;
        case.is_listed(ReasonKind::Confirm, NOW)
    };
    assert!(with(Confirmation::NotAsked));
    assert!(with(Confirmation::Asked {
        channel: app_domain::patient::Channel::Sms
    }));
    assert!(with(Confirmation::AskedToMove));
    assert!(!with(Confirmation::Confirmed));
}

#[test]
fn a_missed_visit_is_called_about_for_sixty_days() {
    let missed = |start: &str| Case::quiet().missed_before_window(start, None, start);
    assert_eq!(
        missed("2026-09-24T09:00").since(ReasonKind::MissedVisit, NOW),
        Some(day("2026-09-24"))
    );
    assert_eq!(missed("2026-09-23T18:00").kinds(NOW), []);
    let today = Case::quiet().visit(
        "2026-11-23T09:00",
        AppointmentKind::Checkup,
        Status::NoShow { at: None },
    );
    assert_eq!(today.since(ReasonKind::MissedVisit, NOW), Some(day("2026-11-23")));
}

#[test]
fn a_cancelled_visit_counts_from_when_it_was_cancelled() {
    let visit = |status| Case::quiet().visit("2027-01-26T09:00", AppointmentKind::Hygiene, status);
    let known = visit(cancelled(CancelledBy::Patient, Some("2026-11-18T10:00")));
    assert_eq!(known.since(ReasonKind::MissedVisit, NOW), Some(day("2026-11-18")));
    // Not known when: at the visit, which is still to come.
    assert_eq!(visit(cancelled(CancelledBy::Patient, None)).kinds(NOW), []);
    assert_eq!(
        visit(cancelled(CancelledBy::Patient, None)).kinds("2027-01-26T10:00"),
        [ReasonKind::MissedVisit]
    );
}

#[test]
fn a_later_visit_done_or_to_come_settles_it() {
    let missed = Case::quiet().missed_before_window("2026-11-10T09:00", None, "2026-11-10T09:00");
    assert_eq!(missed.clone().done("2026-11-17T09:00").kinds(NOW), []);
    assert_eq!(missed.clone().booked("2027-02-01T09:00").kinds(NOW), []);
    // A visit done earlier on the same day does not.
    let mut earlier = missed.clone();
    earlier.care.last_visit_done = Some(moment("2026-11-10T08:00"));
    assert_eq!(earlier.kinds(NOW), [ReasonKind::MissedVisit]);
    earlier.care.last_visit_done = Some(moment("2026-11-10T11:00"));
    assert_eq!(earlier.kinds(NOW), []);
    // Nor one that was only booked, and went by.
    assert_eq!(
        missed.booked("2026-11-20T09:00").kinds(NOW),
        [ReasonKind::MissedVisit]
    );
}

#[test]
fn since_is_the_oldest_event_that_nothing_settled() {
    let case = Case::quiet()
        .missed_before_window("2026-10-01T09:00", None, "2026-10-01T09:00")
        .missed_before_window("2026-10-20T09:00", None, "2026-10-20T09:00")
        .missed_before_window("2026-11-03T09:00", Some(CancelledBy::Patient), "2026-11-02T12:00");
    assert_eq!(case.since(ReasonKind::MissedVisit, NOW), Some(day("2026-10-01")));
    let mut seen = case;
    seen.care.last_visit_done = Some(moment("2026-10-05T09:00"));
    assert_eq!(seen.since(ReasonKind::MissedVisit, NOW), Some(day("2026-10-20")));
}

#[test]
fn a_visit_called_off_by_the_practice_is_displaced() {
    let by_practice = cancelled(CancelledBy::Practice, Some("2026-11-19T12:00"));
    let case = Case::quiet().visit("2026-11-27T09:00", AppointmentKind::Checkup, by_practice);
    assert_eq!(case.since(ReasonKind::Displaced, NOW), Some(day("2026-11-19")));
    assert_eq!(case.kinds(NOW), [ReasonKind::Displaced]);
    assert_eq!(case.booked("2026-12-15T09:00").kinds(NOW), []);
    let old = |event: &str| {
        Case::quiet()
            .missed_before_window(event, Some(CancelledBy::Practice), event)
            .kinds(NOW)
    };
    assert_eq!(old("2026-09-24T09:00"), [ReasonKind::Displaced]);
    assert_eq!(old("2026-09-23T09:00"), []);
}

#[test]
fn days_of_a_clock_change_are_whole_days() {
    // 25 October 2026 has 25 hours, 28 March 2027 has 23.
    let missed = Case::quiet().missed_before_window("2026-10-24T23:30", None, "2026-10-24T23:30");
    assert!(missed.is_listed(ReasonKind::MissedVisit, "2026-12-23T23:59"));
    assert!(!missed.is_listed(ReasonKind::MissedVisit, "2026-12-24T00:00"));
    let spring = Case::quiet().missed_before_window("2027-03-27T09:00", None, "2027-03-27T09:00");
    assert!(spring.is_listed(ReasonKind::MissedVisit, "2027-05-26T12:00"));
    assert!(!spring.is_listed(ReasonKind::MissedVisit, "2027-05-27T00:00"));
}
