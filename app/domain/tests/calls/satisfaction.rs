//! How it went, once care has ended.

use app_domain::calls::{Cause, FollowUp, Outcome, ReasonKind};
use app_domain::patient::{Opposition, Purpose};

use super::case::{Case, NOW, day};

const KIND: ReasonKind = ReasonKind::Satisfaction;

/// The last act of a plan was on 9 November, a Monday.
fn finished() -> Case {
    Case::quiet().finished("Protesi", "2026-11-09")
}

#[test]
fn it_is_asked_from_the_seventh_to_the_thirtieth_day() {
    for (at, since) in [
        ("2026-11-15T23:59", None),
        ("2026-11-16T00:00", Some(day("2026-11-16"))),
        ("2026-12-09T23:59", Some(day("2026-11-16"))),
        ("2026-12-10T00:00", None),
    ] {
        assert_eq!(finished().since(KIND, at), since, "at {at}");
    }
}

#[test]
fn it_is_off_until_the_practice_turns_it_on() {
    let off = Case {
        follow_up: FollowUp::Off,
        ..finished()
    };
    assert_eq!(off.status(NOW).listed, []);
    assert_eq!(off.status(NOW).excluded, []);
}

#[test]
fn any_conversation_since_ends_it_and_a_try_in_vain_does_not() {
    let spoken = |at: &str| finished().call(at, ReasonKind::HygieneRecall, Outcome::AllWell);
    assert!(!spoken("2026-11-10T09:00").is_listed(KIND, NOW));
    // What was said on the day of the act may have been said before it.
    assert!(spoken("2026-11-09T18:00").is_listed(KIND, NOW));
    let tried = finished().call("2026-11-20T09:00", KIND, Outcome::NoAnswer);
    assert!(tried.is_listed(KIND, NOW));
}

#[test]
fn who_does_not_want_to_be_asked_is_not() {
    let mut case = finished();
    case.patient.oppositions.push(Opposition {
        purpose: Some(Purpose::Satisfaction),
        channel: None,
    });
    assert_eq!(case.cause(KIND, NOW), Some(Cause::Opposed));
}

#[test]
fn it_comes_after_everything_else() {
    let case = finished().hygiene_done("2026-05-10");
    assert_eq!(case.kinds(NOW), [ReasonKind::HygieneRecall, KIND]);
    assert_eq!(finished().status(NOW).rank.map(|rank| rank.class()), Some(13));
}
