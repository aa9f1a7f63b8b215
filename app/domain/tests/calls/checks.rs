//! Recalls beside hygiene (`domain.md`, `hygiene_recall`): alike with it, off until the practice turns them on.

use app_domain::agenda::AppointmentKind;
use app_domain::calls::{Cause, Outcome, ReasonDetail, ReasonKind, Recall, RecallRule, RecallType};
use app_domain::id::MemberId;
use app_domain::patient::{Consent, Standing};
use app_domain::time::Instant;
use uuid::Uuid;

use super::case::{Case, day, moment};

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

fn set(recall: RecallType, rule: RecallRule) -> Recall {
    Recall {
        patient: Case::quiet().patient.id,
        check: Some(recall),
        rule,
        by: MemberId(Uuid::from_u128(1)),
        at: Instant::from_civil(moment("2026-11-20T09:00")),
    }
}

const fn every(interval_months: u8) -> RecallRule {
    RecallRule {
        interval_months,
        fixed: None,
        disabled_until: None,
    }
}

fn by_hand(mut case: Case, set: Recall) -> Case {
    case.check_recalls.push(set);
    case
}

#[test]
fn another_interval_set_by_hand_holds_for_one_check_and_zero_turns_it_off() {
    let more_often = by_hand(implants(), set(RecallType::ImplantCheck, every(6)));
    assert_eq!(more_often.since(KIND, NINE), Some(day("2026-05-16")));
    let off = by_hand(implants(), set(RecallType::ImplantCheck, every(0)));
    assert_eq!(off.cause(KIND, NINE), Some(Cause::Disabled));
    assert_eq!(off.held_until(KIND, NINE), None);
    // What is set of one check is nothing to another.
    let other = by_hand(implants(), set(RecallType::DentureCheck, every(0)));
    assert_eq!(other.since(KIND, NINE), Some(day("2026-11-16")));
}

#[test]
fn a_check_that_is_off_holds_no_other_that_is_due() {
    let both = implants().check(RecallType::OrthodonticCheck, 6, "2026-05-01");
    let case = by_hand(both, set(RecallType::OrthodonticCheck, every(0)));
    let status = case.status(NINE);
    let ReasonDetail::CheckRecall(due) = &status.listed(KIND).expect("due").detail else {
        panic!("{status:?}");
    };
    let named: Vec<RecallType> = due.checks.iter().map(|check| check.recall).collect();
    assert_eq!(named, [RecallType::ImplantCheck]);
    let until = RecallRule {
        disabled_until: Some(day("2026-12-10")),
        ..every(12)
    };
    let case = by_hand(case, set(RecallType::ImplantCheck, until));
    assert_eq!(case.cause(KIND, NINE), Some(Cause::Disabled));
    assert_eq!(case.held_until(KIND, NINE), Some(moment("2026-12-10T00:00")));
    assert!(case.is_listed(KIND, "2026-12-10T09:00"));
}

#[test]
fn a_date_set_by_hand_holds_until_it_is_served_also_where_nothing_was_ever_done_here() {
    let on = |date: &str| RecallRule {
        fixed: Some(day(date)),
        ..every(12)
    };
    let mut elsewhere = Case::quiet().check(RecallType::ImplantCheck, 12, "2025-11-30");
    elsewhere.care.checks.clear();
    assert_eq!(elsewhere.kinds(NINE), []);
    let case = by_hand(elsewhere, set(RecallType::ImplantCheck, on("2026-12-01")));
    assert_eq!(case.since(KIND, NINE), Some(day("2026-11-17")));
    // It replaces the day that follows from the months, and what is done near it serves it.
    let later = by_hand(implants(), set(RecallType::ImplantCheck, on("2027-03-01")));
    assert_eq!(later.kinds(NINE), []);
    assert_eq!(later.since(KIND, "2027-02-15T09:00"), Some(day("2027-02-15")));
    let mut served = later.clone();
    served.care.checks[0].last_done = day("2027-02-15");
    assert_eq!(served.kinds("2027-03-02T09:00"), []);
}

#[test]
fn of_a_day_set_by_hand_and_one_said_in_a_call_the_last_word_counts() {
    let until = |date: &str| RecallRule {
        disabled_until: Some(day(date)),
        ..every(12)
    };
    let case = by_hand(implants(), set(RecallType::ImplantCheck, until("2027-02-01")));
    assert_eq!(case.held_until(KIND, NINE), Some(moment("2027-02-01T00:00")));
    let later = Outcome::Later {
        until: day("2026-12-15"),
    };
    let case = case.call("2026-11-21T10:00", KIND, later);
    assert_eq!(case.held_until(KIND, NINE), Some(moment("2026-12-15T00:00")));
}
