//! The order of the list.

use app_domain::agenda::CancelledBy;
use app_domain::calls::{Outcome, Rank, ReasonKind, RiskCategory};

use super::case::{Case, NOW, Steps, moment};

fn rank(case: &Case) -> Rank {
    case.status(NOW).rank.unwrap()
}

fn call_back(kind: ReasonKind, until: &str) -> Case {
    Case::quiet().call(
        "2026-11-19T10:00",
        kind,
        Outcome::CallBack {
            until: moment(until),
            what: String::new(),
        },
    )
}

fn suspended(last_done: &str) -> Case {
    let open = Steps {
        open: 1,
        accepted: 1,
        unanswered: 0,
    };
    Case::quiet().plan("Protesi", Some("2026-01-01"), Some(last_done), open)
}

fn awaiting(presented: &str) -> Case {
    Case::quiet().plan(
        "Protesi",
        Some(presented),
        None,
        Steps {
            open: 1,
            accepted: 0,
            unanswered: 1,
        },
    )
}

fn missed(who: Option<CancelledBy>, event: &str) -> Case {
    Case::quiet().missed_before_window(event, who, event)
}

#[test]
fn every_class_has_its_place() {
    let ladder = [
        (2, call_back(ReasonKind::HygieneRecall, "2026-11-20T17:00")),
        (2, call_back(ReasonKind::SuspendedCycle, "2026-11-23T09:00")),
        (
            3,
            Case::quiet().episode(RiskCategory::FixedOrthodontics, "2026-01-01"),
        ),
        (
            3,
            Case::quiet().episode(RiskCategory::DentureJustDelivered, "2026-06-01"),
        ),
        (4, call_back(ReasonKind::HygieneRecall, "2026-11-23T09:30")),
        (4, call_back(ReasonKind::HygieneRecall, "2026-11-23T09:45")),
        (5, missed(Some(CancelledBy::Practice), "2026-10-01T09:00")),
        (5, missed(Some(CancelledBy::Practice), "2026-10-02T09:00")),
        (6, Case::quiet().booked("2026-11-24T09:00")),
        (7, call_back(ReasonKind::Balance, "2026-11-20T17:00")),
        (7, call_back(ReasonKind::Instalment, "2026-11-23T10:00")),
        (8, suspended("2026-03-01")),
        (9, missed(None, "2026-10-01T09:00")),
        (10, Case::quiet().balance(100_000, "2026-11-01")),
        (10, Case::quiet().balance(30_000, "2026-08-01")),
        (10, Case::quiet().instalment(99_999, "2026-09-01")),
        (10, Case::quiet().balance(29_999, "2025-01-01")),
        (11, Case::quiet().hygiene_done("2025-06-01")),
        (11, Case::quiet().hygiene_done("2026-05-22")),
        (11, Case::quiet().hygiene_done("2026-06-01")),
        (12, awaiting("2026-11-01")),
    ];
    let ranks: Vec<Rank> = ladder.iter().map(|(_, case)| rank(case)).collect();
    let classes: Vec<u8> = ranks.iter().map(Rank::class).collect();
    assert_eq!(
        classes,
        ladder.iter().map(|(class, _)| *class).collect::<Vec<_>>()
    );
    assert!(ranks.is_sorted(), "{ranks:#?}");
}

#[test]
fn a_patients_place_is_their_best_reason() {
    let both = Case::quiet()
        .hygiene_done("2026-01-10")
        .balance(500_000, "2025-01-01")
        .booked("2026-11-24T09:00");
    assert_eq!(rank(&both).class(), 6);
    assert_eq!(
        both.kinds(NOW),
        [
            ReasonKind::Confirm,
            ReasonKind::Balance,
            ReasonKind::HygieneRecall
        ]
    );
}

#[test]
fn the_band_is_of_the_whole_exposure_and_the_better_of_two_money_reasons_counts() {
    let one = Case::quiet()
        .balance(60_000, "2026-06-01")
        .instalment(50_000, "2026-05-01");
    assert!(rank(&one) < rank(&Case::quiet().balance(90_000, "2024-01-01")));
    let latest = Case::quiet().instalment(110_000, "2026-05-01");
    assert_eq!(rank(&one).place, rank(&latest).place);
}

#[test]
fn within_a_class_the_oldest_reason_of_the_patient_decides() {
    let plain = Case::quiet().booked("2026-11-24T09:00");
    let with_old_hygiene = plain.clone().hygiene_done("2025-01-10");
    assert!(rank(&with_old_hygiene) < rank(&plain));
}

#[test]
fn held_reasons_do_not_count_as_the_oldest() {
    let mut case = Case::quiet()
        .booked("2026-11-24T09:00")
        .hygiene_done("2025-01-10");
    case.patient.recall_consent = app_domain::patient::Consent::Denied;
    assert_eq!(
        rank(&case).since,
        rank(&Case::quiet().booked("2026-11-24T09:00")).since
    );
}

#[test]
fn then_the_name_without_case_and_accents_then_the_code() {
    let named = |surname: &str, name: &str, code: &str| {
        let mut case = Case::quiet().booked("2026-11-24T09:00");
        (case.patient.surname, case.patient.name) = (surname.to_owned(), name.to_owned());
        case.patient.code = code.to_owned();
        rank(&case)
    };
    let ordered = [
        named("Cantù", "Anna", "P9"),
        named("CANTÙ", "Anna", "Q1"),
        named("Cantu", "Ànselmo", "P1"),
        named("Cantù", "Bruno", "P1"),
        named("Çela", "Ada", "P1"),
    ];
    assert!(ordered.is_sorted());
}
