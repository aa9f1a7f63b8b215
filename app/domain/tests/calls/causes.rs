//! What holds a reason, and which cause wins.

use app_domain::calls::{Cause, Outcome, ReasonKind, RiskCategory, Topic};
use app_domain::patient::{Channel, Consent, Opposition, Purpose, Standing};

use super::case::{Case, NOW, moment};

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
fn who_died_or_moved_away_is_not_called_about_anything() {
    for (standing, cause) in [
        (Standing::Deceased, Cause::Deceased),
        (Standing::MovedAway, Cause::MovedAway),
    ] {
        let mut case = of_each_purpose();
        case.patient.standing = standing;
        let held: Vec<_> = case.status(NOW).excluded.iter().map(|held| held.cause).collect();
        assert_eq!(held, [cause; 3]);
    }
}

#[test]
fn who_is_inactive_is_not_called_about_hygiene_only() {
    let mut case = of_each_purpose();
    case.patient.standing = Standing::Inactive;
    assert_eq!(case.cause(HYGIENE, NOW), Some(Cause::Inactive));
    assert_eq!(case.kinds(NOW), [ReasonKind::ClinicalRisk, ReasonKind::Balance]);
}

#[test]
fn an_opposition_holds_only_its_purpose() {
    let opposing = |purpose| {
        let mut case = of_each_purpose();
        case.patient.oppositions = vec![Opposition {
            purpose,
            channel: None,
        }];
        case.kinds(NOW)
    };
    assert_eq!(
        opposing(Some(Purpose::Recalls)),
        [ReasonKind::ClinicalRisk, ReasonKind::Balance]
    );
    assert_eq!(
        opposing(Some(Purpose::Administration)),
        [ReasonKind::ClinicalRisk, HYGIENE]
    );
    assert_eq!(opposing(Some(Purpose::Care)), [ReasonKind::Balance, HYGIENE]);
    assert_eq!(opposing(Some(Purpose::Satisfaction)).len(), 3);
    assert_eq!(opposing(None), []);
}

#[test]
fn an_opposition_that_leaves_a_channel_holds_nothing() {
    let mut case = due();
    let opposed = |channel| Opposition {
        purpose: Some(Purpose::Recalls),
        channel: Some(channel),
    };
    case.patient.oppositions = Channel::ALL.map(opposed)[..3].to_vec();
    assert!(case.is_listed(HYGIENE, NOW));
    // The fourth channel falls to an opposition of every purpose.
    case.patient.oppositions.push(Opposition {
        purpose: None,
        channel: Some(Channel::Email),
    });
    assert_eq!(case.cause(HYGIENE, NOW), Some(Cause::Opposed));
}

#[test]
fn do_not_contact_in_a_call_opposes_the_purpose_of_its_motive() {
    let told = |topic| {
        let outcome = Outcome::DoNotContact {
            purpose: None,
            channel: None,
        };
        of_each_purpose()
            .call_about("2025-03-01T10:00", topic, outcome)
            .imported()
            .kinds(NOW)
    };
    assert_eq!(
        told(Topic::Reason(HYGIENE)),
        [ReasonKind::ClinicalRisk, ReasonKind::Balance]
    );
    assert_eq!(
        told(Topic::Reason(ReasonKind::Instalment)),
        [ReasonKind::ClinicalRisk, HYGIENE]
    );
    assert_eq!(told(Topic::Other), [ReasonKind::Balance, HYGIENE]);
}

#[test]
fn a_promise_takes_the_purpose_of_what_it_is_about() {
    let asked = |kind| {
        let until = moment("2026-11-23T09:00");
        let mut case = Case::quiet().call(
            "2026-11-20T10:00",
            kind,
            Outcome::CallBack {
                until,
                what: String::new(),
            },
        );
        case.patient.oppositions = vec![Opposition {
            purpose: Some(Purpose::Administration),
            channel: None,
        }];
        case.cause(ReasonKind::Promise, NOW)
    };
    assert_eq!(asked(ReasonKind::Balance), Some(Cause::Opposed));
    assert_eq!(asked(HYGIENE), None);
}

#[test]
fn consent_to_recalls_is_about_hygiene_and_never_asked_is_allowed() {
    let mut case = of_each_purpose();
    assert!(case.is_listed(HYGIENE, NOW));
    case.patient.recall_consent = Consent::Denied;
    assert_eq!(case.cause(HYGIENE, NOW), Some(Cause::ConsentDenied));
    assert_eq!(case.kinds(NOW), [ReasonKind::ClinicalRisk, ReasonKind::Balance]);
}

#[test]
fn the_first_cause_of_the_order_wins() {
    let mut case = due()
        .call("2026-11-17T10:00", HYGIENE, Outcome::NoAnswer)
        .call("2026-11-18T10:00", HYGIENE, Outcome::NoAnswer)
        .call("2026-11-23T09:00", HYGIENE, Outcome::NoAnswer);
    let mut causes = Vec::new();
    let mut note = |case: &Case| causes.extend(case.cause(HYGIENE, "2026-11-23T09:20"));
    note(&case);
    case = case.call("2026-11-23T09:05", HYGIENE, Outcome::AllWell);
    note(&case);
    case = case.call(
        "2026-11-23T09:06",
        HYGIENE,
        Outcome::CallBack {
            until: moment("2026-11-24T10:00"),
            what: String::new(),
        },
    );
    note(&case);
    case = case
        .and(HYGIENE, Outcome::Booked { appointment: None })
        .booked("2027-01-11T09:00");
    note(&case);
    case = case.and(HYGIENE, Outcome::DeclinesToGoOn);
    note(&case);
    case = case.and(HYGIENE, Outcome::WrongNumber);
    note(&case);
    case = case.and(HYGIENE, Outcome::MovedAway);
    note(&case);
    case.patient.standing = Standing::Inactive;
    note(&case);
    case.care.hygiene.interval_months = 0;
    note(&case);
    case.patient.recall_consent = Consent::Denied;
    note(&case);
    case.patient.oppositions = vec![Opposition {
        purpose: None,
        channel: None,
    }];
    note(&case);
    case.patient.standing = Standing::MovedAway;
    note(&case);
    let expected = [
        Cause::TriedToday,
        Cause::SpokenToday,
        Cause::CallBackPromised,
        Cause::VisitBooked,
        Cause::Closed,
        Cause::WrongNumber,
        Cause::Review,
        Cause::Inactive,
        Cause::Disabled,
        Cause::ConsentDenied,
        Cause::Opposed,
        Cause::MovedAway,
    ];
    assert_eq!(causes, expected);
}
