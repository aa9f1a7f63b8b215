//! What waits for a person: when a mutation is put aside, who sees what of it, and that it is put aside once.

use std::collections::BTreeMap;

use app_domain::agenda::Overbooking;
use app_domain::calls::{Outcome, OutcomeOf, ReasonKind, Topic};
use app_domain::command::{Booking, Command};
use app_domain::id::{AttemptId, MemberId, ReviewId};
use app_domain::patient::{Channel, PatientField};
use app_domain::refusal::Refusal;
use app_domain::review::{Cause, Decision, Device, Review};
use app_domain::role::Role;
use app_domain::rows::{Change, Row};
use app_sync::project::{ViewClass, project};
use app_sync::replica::Replica;
use app_sync::server::{Commit, CursorSeal, Effect, Event, Hub, Position, SocketId, Truth, plan};
use app_sync::wire::{ClientMessage, Cursor, Mid, Mutation, MutationResult, SCHEMA};
use uuid::Uuid;

use crate::practice::{
    EPOCH, OpenSeal, at, book, booking, client_id, member_id, moved, nth_place, patient_id, rows, viewer,
};

fn cursor(role: Role) -> Cursor {
    OpenSeal.seal(Position {
        epoch: EPOCH,
        class: ViewClass { role },
        seq: 0,
    })
}

/// What becomes of a command that a device gave while it read as one role, pushed in another.
fn pushed(made_in: Role, pushed_in: Role, command: Command) -> Commit {
    let truth = Truth::new(EPOCH, 0, Replica::from_rows(rows()), []);
    let mut hub = Hub::new(truth, OpenSeal, 1);
    let socket = SocketId(1);
    let viewer = Box::new(viewer(1, pushed_in));
    let connected = Event::Connected {
        socket,
        viewer,
        device: Device::Tablet,
    };
    hub.handle(connected, at(10, 0));
    let client = client_id(1);
    let hello = ClientMessage::Hello {
        client,
        schema: SCHEMA,
        cursor: Some(cursor(pushed_in)),
    };
    let push = ClientMessage::Push {
        client,
        after: Mid(0),
        mutations: vec![Mutation {
            mid: Mid(1),
            command,
            at: at(9, 0),
            base: Some(cursor(made_in)),
        }],
    };
    let mut effects = Vec::new();
    for message in [hello, push] {
        effects.extend(hub.handle(Event::Message { socket, message }, at(10, 0)));
    }
    let batch = effects.into_iter().filter_map(|effect| match effect {
        Effect::Submit(submission) => Some(submission),
        _ => None,
    });
    plan(batch.collect(), hub.truth(), at(10, 0)).committed(&BTreeMap::new())
}

fn review_in(commit: &Commit) -> Option<&Review> {
    let changes = commit.entries.iter().flat_map(|entry| &entry.changes);
    changes
        .filter_map(|change| match change {
            Change::Put {
                row: Row::Review(review),
            } => Some(review),
            _ => None,
        })
        .next()
}

fn call() -> Command {
    Command::RecordAttempt {
        attempt: AttemptId(Uuid::from_u128(1)),
        patient: patient_id(1),
        channel: Channel::Phone,
        outcomes: vec![OutcomeOf {
            topic: Topic::Reason(ReasonKind::ClinicalRisk),
            outcome: Outcome::AllWell,
        }],
        booking: None,
        asks: None,
        latest: None,
        question: String::new(),
    }
}

#[test]
fn work_done_in_a_role_that_is_gone_waits_for_a_person_and_changes_nothing() {
    let commit = pushed(Role::FrontDesk, Role::Owner, call());
    assert_eq!(
        commit.answers[0].result,
        MutationResult::Ok,
        "its number is used up"
    );
    assert_eq!(commit.entries.len(), 1);
    assert_eq!(commit.entries[0].changes.len(), 1);
    let review = review_in(&commit).expect("it waits");
    assert_eq!((review.cause, review.role), (Cause::OtherRole, Role::FrontDesk));
    assert_eq!((review.by, review.device), (member_id(1), Device::Tablet));
    assert_eq!((review.at, review.received), (at(9, 0), at(10, 0)));
}

#[test]
fn what_is_asked_for_waits_with_when_and_from_what_it_came() {
    // The chairs close at eight in the evening.
    let overbooking = Overbooking {
        by: None,
        reason: "finisce tardi".to_owned(),
    };
    let wish = Booking {
        overbooking: Some(overbooking),
        ..booking(70, 3, nth_place(26, 1, 1))
    };
    let asks = Command::Ask {
        review: ReviewId(Uuid::from_u128(7)),
        wish: Box::new(Command::BookAppointment(wish)),
    };
    let commit = pushed(Role::RemoteSecretary, Role::RemoteSecretary, asks);
    let review = review_in(&commit).expect("it waits");
    assert_eq!(
        (review.cause, review.device),
        (Cause::BeyondBudget, Device::Tablet)
    );
    assert_eq!((review.at, review.received), (at(9, 0), at(10, 0)));
}

#[test]
fn work_done_in_the_role_of_now_is_carried_out() {
    let commit = pushed(Role::FrontDesk, Role::FrontDesk, call());
    assert_eq!(review_in(&commit), None);
    assert_eq!(commit.entries.len(), 1);
}

#[test]
fn nobody_decides_by_virtue_of_a_role_that_is_gone() {
    let settle = Command::SettleReview {
        review: ReviewId(Uuid::nil()),
        decision: Decision::Do,
        words: String::new(),
    };
    let commit = pushed(Role::OfficeManager, Role::FrontDesk, settle);
    assert_eq!(
        commit.answers[0].result,
        MutationResult::Refused {
            refusal: Refusal::NotAllowed
        }
    );
}

#[test]
fn a_visit_that_somebody_else_has_moved_waits_with_both_wishes() {
    let stale = moved(1, nth_place(5, 1, 1), nth_place(6, 1, 1));
    let commit = pushed(Role::FrontDesk, Role::FrontDesk, stale.clone());
    let review = review_in(&commit).expect("it waits");
    let about = review.about.as_ref().expect("with what was asked for");
    assert_eq!((review.cause, &about.command), (Cause::Conflict, &stale));
    assert!(matches!(about.refusal, Some(Refusal::MovedMeanwhile { .. })));
    assert_eq!(review.wanted_place(), Some(nth_place(6, 1, 1)));
}

/// What a role sees of a command that waits.
fn seen(role: Role, command: Command) -> Option<Command> {
    let commit = pushed(Role::FrontDesk, Role::Owner, command);
    let review = review_in(&commit).expect("it waits").clone();
    match project(ViewClass { role }, &Row::Review(review)) {
        Some(Row::Review(review)) => {
            assert_eq!(
                review.by,
                MemberId(member_id(1).0),
                "its author is told, in any role"
            );
            review.about.map(|about| about.command)
        }
        other => panic!("{role:?} sees {other:?}"),
    }
}

#[test]
fn what_waits_is_seen_by_those_who_may_see_what_it_would_change() {
    let email = || Command::EditPatient {
        patient: patient_id(1),
        was: PatientField::Email(None),
        becomes: PatientField::Email(Some("maria@example.org".into())),
    };
    for role in Role::ALL {
        let is = |expected: &[Role]| expected.contains(&role);
        let sees_risk = &[
            Role::FrontDesk,
            Role::RemoteSecretary,
            Role::CaseManager,
            Role::Dentist,
            Role::Hygienist,
        ];
        assert_eq!(seen(role, call()).is_some(), is(sees_risk), "{role:?}");
        let sees_contacts = !is(&[Role::OfficeManager, Role::Owner]);
        assert_eq!(seen(role, email()).is_some(), sees_contacts, "{role:?}");
        let booking = book(30, 1, nth_place(9, 1, 1));
        assert!(
            seen(role, booking).is_some(),
            "{role:?}: everybody sees the agenda"
        );
    }
}
