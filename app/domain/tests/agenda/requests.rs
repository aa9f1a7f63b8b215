//! Requests of patients: taken in charge, promised by an hour, handed over with a count, solved; and what a role may grant.

use app_domain::agenda::{Overbooking, UNDO_MS};
use app_domain::autonomy::{Budget, LONGEST_DELAY_DAYS};
use app_domain::calls::{CallSettings, Outcome, OutcomeOf, ReasonKind, Topic, VideoTemplate};
use app_domain::command::{Booking, Command, NewRequest};
use app_domain::id::{AttemptId, MemberId, RequestId};
use app_domain::money::Cents;
use app_domain::patient::Channel;
use app_domain::refusal::Refusal;
use app_domain::requests::Request;
use app_domain::role::Role;
use app_domain::rows::{Row, Rows};
use app_domain::time::Instant;
use jiff::civil::{DateTime, date};

use super::model::{MONDAY, Model, id, member, monday_at, patient, place, visit};
use crate::addenda::team;

const ASKED: RequestId = RequestId(id(700));
const DESK: Role = Role::FrontDesk;
const REMOTE: Role = Role::RemoteSecretary;
const CASES: Role = Role::CaseManager;
const MANAGER: Role = Role::OfficeManager;

fn noon() -> DateTime {
    MONDAY.at(12, 0, 0, 0)
}

fn opening(owner: Option<MemberId>) -> Command {
    Command::OpenRequest(NewRequest {
        request: ASKED,
        patient: patient(1),
        channel: Some(Channel::Email),
        answer_by: Channel::Phone,
        words: "  chiede la fattura ".to_owned(),
        due: noon(),
        owner,
    })
}

fn hand_over(from: Option<Role>, to: Role) -> Command {
    Command::HandOverRequest {
        request: ASKED,
        from: from.map(member),
        to: member(to),
        word: " la conosci tu ".to_owned(),
    }
}

fn solve(words: &str) -> Command {
    Command::SolveRequest {
        request: ASKED,
        words: words.to_owned(),
    }
}

fn reopen(reason: &str) -> Command {
    Command::ReopenRequest {
        request: ASKED,
        reason: reason.to_owned(),
    }
}

/// A practice that was asked something at 9:00.
fn asked() -> Model {
    let mut practice = Model::new();
    team(&mut practice);
    practice
        .act(DESK, monday_at(9, 0), &opening(None))
        .expect("opened");
    practice
}

fn request(practice: &Model) -> &Request {
    practice.request(ASKED).expect("the request")
}

#[test]
fn what_is_asked_is_written_down_once_with_an_hour_that_lies_ahead() {
    let mut practice = asked();
    assert_eq!(request(&practice).words, "chiede la fattura");
    assert_eq!(request(&practice).owner(), None);
    let again = practice.act(DESK, monday_at(9, 1), &opening(None));
    assert_eq!(again, Err(Refusal::AlreadyRecorded));
    let mut fresh = Model::new();
    team(&mut fresh);
    let late = fresh.act(DESK, monday_at(12, 1), &opening(None));
    assert_eq!(late, Err(Refusal::Past { start: noon() }));
    let Command::OpenRequest(wanted) = opening(None) else {
        unreachable!("a request")
    };
    for words in ["   ".to_owned(), "x".repeat(501)] {
        let empty = Command::OpenRequest(NewRequest {
            words,
            ..wanted.clone()
        });
        assert_eq!(fresh.act(DESK, monday_at(9, 0), &empty), Err(Refusal::UnfitValue));
    }
    // Who does not call keeps no request either.
    let to_dentist = opening(Some(member(Role::Dentist)));
    assert_eq!(
        fresh.act(DESK, monday_at(9, 0), &to_dentist),
        Err(Refusal::UnfitValue)
    );
}

#[test]
fn taking_in_charge_is_no_passage_and_every_hand_over_after_it_is() {
    let mut practice = asked();
    practice
        .act(REMOTE, monday_at(9, 5), &hand_over(None, REMOTE))
        .expect("taken in charge");
    assert_eq!(
        (request(&practice).owner(), request(&practice).passages()),
        (Some(member(REMOTE)), 0)
    );
    // Somebody else who wanted it too is told, and does not take it blindly.
    let blind = practice.act(CASES, monday_at(9, 6), &hand_over(None, CASES));
    assert_eq!(blind, Err(Refusal::SetMeanwhile));
    practice
        .act(REMOTE, monday_at(9, 7), &hand_over(Some(REMOTE), CASES))
        .expect("handed over");
    let now = request(&practice);
    assert_eq!((now.owner(), now.passages()), (Some(member(CASES)), 1));
    assert_eq!(now.hand_offs[1].word, "la conosci tu");
    let again = practice.act(REMOTE, monday_at(9, 8), &hand_over(Some(REMOTE), CASES));
    assert_eq!(again, Ok(Vec::new()));
}

#[test]
fn a_case_manager_carries_what_is_theirs_and_who_only_reads_calls_nothing() {
    let mut practice = asked();
    assert_eq!(
        practice.act(CASES, monday_at(9, 5), &solve("fatto")),
        Err(Refusal::NotAllowed)
    );
    practice
        .act(CASES, monday_at(9, 5), &hand_over(None, CASES))
        .expect("takes it");
    practice
        .act(CASES, monday_at(9, 6), &solve("fatto"))
        .expect("solves it");
    for (role, why) in [
        (Role::Dentist, Refusal::NotAllowed),
        (Role::Hygienist, Refusal::NotAllowed),
        (Role::Owner, Refusal::NotFound),
    ] {
        let refused = practice.act(role, monday_at(9, 7), &reopen("no"));
        assert_eq!(refused, Err(why), "{role:?}");
    }
}

#[test]
fn another_hour_is_promised_in_sight_and_the_first_one_is_what_counts() {
    let mut practice = asked();
    let later = Command::PutOffRequest {
        request: ASKED,
        was: noon(),
        becomes: MONDAY.at(17, 0, 0, 0),
    };
    practice.act(DESK, monday_at(11, 0), &later).expect("put off");
    let now = request(&practice);
    assert_eq!((now.due, now.put_off[0].due), (MONDAY.at(17, 0, 0, 0), noon()));
    assert!(!now.is_late(monday_at(12, 30)));
    assert_eq!(now.kept(monday_at(12, 0)), None);
    assert_eq!(now.kept(monday_at(12, 1)), Some(false));
    let blind = Command::PutOffRequest {
        request: ASKED,
        was: noon(),
        becomes: MONDAY.at(18, 0, 0, 0),
    };
    assert_eq!(
        practice.act(REMOTE, monday_at(11, 5), &blind),
        Err(Refusal::SetMeanwhile)
    );
}

#[test]
fn an_hour_is_late_strictly_after_it_and_kept_on_it() {
    let mut practice = asked();
    assert!(!request(&practice).is_late(monday_at(12, 0)));
    assert!(request(&practice).is_late(Instant(monday_at(12, 0).0 + 1)));
    practice
        .act(DESK, monday_at(12, 0), &solve("mandata"))
        .expect("solved");
    assert_eq!(request(&practice).kept(monday_at(18, 0)), Some(true));
    assert!(!request(&practice).is_late(monday_at(18, 0)));
}

#[test]
fn what_is_solved_is_opened_again_in_sight_and_a_slip_without_a_trace() {
    let mut practice = asked();
    practice
        .act(DESK, monday_at(10, 0), &solve("mandata"))
        .expect("solved");
    assert_eq!(
        practice.act(REMOTE, monday_at(10, 0), &solve("anch'io")),
        Err(Refusal::Settled {
            by: member(DESK),
            at: monday_at(10, 0)
        })
    );
    let handed = practice.act(DESK, monday_at(10, 0), &hand_over(None, DESK));
    assert!(matches!(handed, Err(Refusal::Settled { .. })));
    let slip = Instant(monday_at(10, 0).0 + UNDO_MS);
    assert_eq!(
        practice.act(REMOTE, slip, &reopen("")),
        Err(Refusal::ReasonMissing)
    );
    practice.act(DESK, slip, &reopen("")).expect("a slip");
    assert!(request(&practice).is_open() && request(&practice).reopened.is_empty());

    practice
        .act(DESK, monday_at(10, 5), &solve("mandata"))
        .expect("solved");
    let after = Instant(monday_at(10, 5).0 + UNDO_MS + 1);
    assert_eq!(
        practice.act(DESK, after, &reopen(" ")),
        Err(Refusal::ReasonMissing)
    );
    practice
        .act(REMOTE, after, &reopen("non è arrivata"))
        .expect("opened again");
    let now = request(&practice);
    assert_eq!(now.reopened[0].was.words, "mandata");
    // The promise was kept when it was first answered.
    assert_eq!(now.kept(monday_at(18, 0)), Some(true));
}

const CALL: AttemptId = AttemptId(id(900));

fn asks_delay(days: i64) -> Command {
    Command::RecordAttempt {
        attempt: CALL,
        patient: patient(1),
        channel: Channel::Phone,
        outcomes: vec![OutcomeOf {
            topic: Topic::Reason(ReasonKind::Instalment),
            outcome: Outcome::AsksToSpread {
                until: Some(MONDAY.saturating_add(jiff::Span::new().days(days))),
            },
        }],
        booking: None,
        asks: None,
        latest: None,
        question: String::new(),
    }
}

fn budget(role: Role, delay_days: u16, outside_hours: bool) -> Budget {
    Budget {
        role,
        delay_days,
        outside_hours,
        waive: Cents(500),
    }
}

fn decide(granted: bool) -> Command {
    Command::DecideDelay {
        attempt: CALL,
        granted,
        words: String::new(),
    }
}

#[test]
fn a_delay_within_the_budget_is_granted_by_who_calls_and_beyond_it_by_the_manager() {
    for (days, role, granted) in [
        (15, DESK, true),
        (16, DESK, false),
        (7, REMOTE, true),
        (8, REMOTE, false),
    ] {
        let mut practice = Model::new();
        team(&mut practice);
        practice
            .act(role, monday_at(9, 0), &asks_delay(days))
            .expect("a call");
        let delay = &practice.attempt(CALL).expect("the call").delay;
        let by = delay.as_ref().map(|delay| (delay.by, delay.granted));
        assert_eq!(by, granted.then_some((member(role), true)), "{days} {role:?}");
    }
    let mut practice = Model::new();
    team(&mut practice);
    practice
        .act(DESK, monday_at(9, 0), &asks_delay(40))
        .expect("a call");
    assert_eq!(
        practice.act(DESK, monday_at(9, 1), &decide(true)),
        Err(Refusal::NotAllowed)
    );
    practice
        .act(MANAGER, monday_at(9, 2), &decide(false))
        .expect("decided");
    let other = practice.act(MANAGER, monday_at(9, 3), &decide(true));
    assert!(matches!(other, Err(Refusal::Settled { .. })));
}

#[test]
fn delays_that_one_person_grants_one_patient_within_thirty_days_count_together() {
    let mut practice = Model::new();
    team(&mut practice);
    let again = |number: u128, days| match asks_delay(days) {
        Command::RecordAttempt {
            patient,
            channel,
            outcomes,
            ..
        } => Command::RecordAttempt {
            attempt: AttemptId(id(number)),
            patient,
            channel,
            outcomes,
            booking: None,
            asks: None,
            latest: None,
            question: String::new(),
        },
        other => other,
    };
    let granted = |practice: &Model, number: u128| {
        practice
            .attempt(AttemptId(id(number)))
            .expect("a call")
            .delay
            .is_some()
    };
    for (number, days, expected) in [(901, 10, true), (902, 6, false), (903, 5, true), (904, 1, false)] {
        practice
            .act(DESK, monday_at(9, 0), &again(number, days))
            .expect("a call");
        assert_eq!(granted(&practice, number), expected, "{number}");
    }
    // Somebody else has their own.
    practice
        .act(REMOTE, monday_at(9, 0), &again(905, 7))
        .expect("a call");
    assert!(granted(&practice, 905));
}

#[test]
fn the_practice_sets_budgets_within_bounds_and_not_blindly() {
    let mut practice = asked();
    let set = |was, becomes| Command::SetUpBudget { was, becomes };
    let wider = budget(DESK, 40, true);
    assert_eq!(
        practice.act(DESK, monday_at(9, 0), &set(None, wider)),
        Err(Refusal::NotAllowed)
    );
    practice
        .act(MANAGER, monday_at(9, 0), &set(None, wider))
        .expect("set");
    assert_eq!(
        practice.act(Role::Owner, monday_at(9, 1), &set(None, budget(DESK, 3, false))),
        Err(Refusal::SetMeanwhile)
    );
    for unfit in [
        budget(MANAGER, 1, false),
        budget(REMOTE, LONGEST_DELAY_DAYS + 1, false),
    ] {
        let refused = practice.act(MANAGER, monday_at(9, 2), &set(None, unfit));
        assert_eq!(refused, Err(Refusal::UnfitValue));
    }
    practice
        .act(DESK, monday_at(9, 3), &asks_delay(40))
        .expect("a call");
    let delay = practice.attempt(CALL).expect("the call").delay.as_ref();
    assert!(delay.is_some_and(|delay| delay.granted));
}

#[test]
fn the_practice_sets_its_hours_of_calls_and_its_video_within_bounds_and_not_blindly() {
    let mut practice = asked();
    let set = |was: Option<&CallSettings>, becomes: &CallSettings| Command::SetUpCalls {
        was: was.cloned(),
        becomes: becomes.clone(),
    };
    let with = |video| CallSettings {
        video: Some(VideoTemplate::typed(video)),
        ..CallSettings::usual()
    };
    let wanted = with("https://meet.example.org/{codice}");
    for role in [DESK, REMOTE, CASES, Role::Dentist] {
        let refused = practice.act(role, monday_at(9, 0), &set(None, &wanted));
        assert_eq!(refused, Err(Refusal::NotAllowed));
    }
    practice
        .act(MANAGER, monday_at(9, 0), &set(None, &wanted))
        .expect("set");
    assert_eq!(CallSettings::of(&practice), wanted);
    let other = set(None, &with("https://other.example/{codice}"));
    assert_eq!(
        practice.act(Role::Owner, monday_at(9, 1), &other),
        Err(Refusal::SetMeanwhile)
    );
    let mut reversed = wanted.clone();
    reversed.hours.swap(0, 1);
    for unfit in [with("http://meet.example.org/{codice}"), reversed] {
        let refused = practice.act(MANAGER, monday_at(9, 2), &set(Some(&wanted), &unfit));
        assert_eq!(refused, Err(Refusal::UnfitValue));
    }
}

#[test]
fn outside_hours_is_taken_within_the_budget_and_a_taken_place_is_not() {
    let mut practice = asked();
    let book = |number: u128, start: DateTime| {
        Command::BookAppointment(Booking {
            appointment: visit(number),
            patient: patient(2),
            place: place(start, 30),
            kind: app_domain::agenda::AppointmentKind::Checkup,
            plan: None,
            overbooking: Some(Overbooking {
                by: None,
                reason: "solo a quell'ora".to_owned(),
            }),
            note: String::new(),
        })
    };
    let evening = date(2026, 11, 24).at(19, 30, 0, 0);
    assert_eq!(
        practice.act(DESK, monday_at(9, 0), &book(50, evening)),
        Err(Refusal::OutsideHours)
    );
    assert_eq!(
        practice.act(REMOTE, monday_at(9, 0), &book(50, evening)),
        Err(Refusal::NotAllowed)
    );
    for role in [DESK, REMOTE] {
        practice.put(Row::Budget(budget(role, 0, true)));
    }
    practice
        .act(REMOTE, monday_at(9, 0), &book(50, evening))
        .expect("within the budget");
    let taken = practice.act(REMOTE, monday_at(9, 0), &book(51, evening));
    assert!(matches!(taken, Err(Refusal::PlaceTaken { .. })), "{taken:?}");
}
