//! Recalls beside hygiene (`domain.md`, `hygiene_recall`): alike with it, off until the practice turns them on.

use app_domain::agenda::AppointmentKind;
use app_domain::calls::{Cause, Outcome, ReasonDetail, ReasonKind, RecallType};
use app_domain::patient::{Consent, Standing};

use super::case::{Case, day};

const KIND: ReasonKind = ReasonKind::CheckRecall;
const NINE: &str = "2026-11-23T09:00";

fn implants() -> Case {
    Case::quiet().check(RecallType::ImplantCheck, 12, "2025-11-30")
}

#[test]
fn a_check_is_listed_from_a_fortnight_before_it_is_due() {
    let case = implants();
    assert_eq!(case.since(KIND, "2026-11-15T09:00"), None);
    assert_eq!(case.since(KIND, "2026-11-16T09:00"), Some(day("2026-11-16")));
    assert_eq!(case.since(KIND, "2027-03-01T09:00"), Some(day("2026-11-16")));
}

#[test]
fn months_end_with_the_month() {
    let case = Case::quiet().check(RecallType::DentureCheck, 6, "2026-08-31");
    let status = case.status("2027-02-28T09:00");
    let ReasonDetail::CheckRecall(due) = &status.listed(KIND).expect("due").detail else {
        panic!("{status:?}");
    };
    assert_eq!(due.checks[0].due, day("2027-02-28"));
}

#[test]
fn all_that_is_due_is_one_reason_the_one_most_days_past_first() {
    let case = implants()
        .check(RecallType::OrthodonticCheck, 6, "2026-05-01")
        .check(RecallType::DentureCheck, 12, "2026-10-01");
    let status = case.status(NINE);
    let ReasonDetail::CheckRecall(due) = &status.listed(KIND).expect("due").detail else {
        panic!("{status:?}");
    };
    let named: Vec<RecallType> = due.checks.iter().map(|check| check.recall).collect();
    assert_eq!(named, [RecallType::OrthodonticCheck, RecallType::ImplantCheck]);
    assert_eq!(case.since(KIND, NINE), Some(day("2026-10-18")));
}

#[test]
fn what_the_practice_has_turned_off_is_no_reason_whatever_the_digest_says() {
    let mut case = implants();
    case.checks.clear();
    assert_eq!(case.kinds(NINE), []);
}

#[test]
fn a_visit_that_may_be_the_check_takes_it_off_and_another_one_does_not() {
    let with = |kind| {
        let mut case = implants().booked("2026-12-10T09:00");
        case.appointments[0].kind = kind;
        case.since(KIND, NINE).is_some()
    };
    assert!(!with(AppointmentKind::Checkup));
    assert!(!with(AppointmentKind::Implant));
    assert!(with(AppointmentKind::Hygiene));
    assert!(with(AppointmentKind::Orthodontics));
}

#[test]
fn it_is_held_as_hygiene_is() {
    let cause = |case: &Case| {
        let status = case.status(NINE);
        status
            .excluded
            .iter()
            .find(|held| held.reason.kind() == KIND)
            .map(|held| held.cause)
    };
    let mut denied = implants();
    denied.patient.recall_consent = Consent::Denied;
    assert_eq!(cause(&denied), Some(Cause::ConsentDenied));
    let mut inactive = implants();
    inactive.patient.standing = Standing::Inactive;
    assert_eq!(cause(&inactive), Some(Cause::Inactive));
    let until = |until| implants().call("2026-11-20T09:00", KIND, Outcome::Later { until: day(until) });
    assert_eq!(cause(&until("2026-11-24")), Some(Cause::Disabled));
    assert_eq!(cause(&until("2026-11-23")), None);
    // A word about hygiene is none about the checks.
    let hygiene = implants().call(
        "2026-11-20T09:00",
        ReasonKind::HygieneRecall,
        Outcome::Later {
            until: day("2027-01-01"),
        },
    );
    assert_eq!(cause(&hygiene), None);
}
