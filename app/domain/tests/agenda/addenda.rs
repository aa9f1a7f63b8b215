//! What is added to a call after it was written down, and the lease that changes hands.

use app_domain::agenda::Confirmation;
use app_domain::calls::{Advice, Outcome, OutcomeOf, ReasonKind, Topic};
use app_domain::command::Command;
use app_domain::id::{AttemptId, MemberId};
use app_domain::patient::{Channel, Opposition, Purpose};
use app_domain::practice::Member;
use app_domain::refusal::Refusal;
use app_domain::role::Role;
use app_domain::rows::{Row, Rows};
use app_domain::time::Instant;
use jiff::civil::date;

use super::model::{MONDAY, Model, clinician, id, member, monday_at, patient, place, visit};

const HYGIENE: Topic = Topic::Reason(ReasonKind::HygieneRecall);
const CONFIRM: Topic = Topic::Reason(ReasonKind::Confirm);
const CALL: AttemptId = AttemptId(id(900));

fn said(topic: Topic, outcome: Outcome) -> OutcomeOf {
    OutcomeOf { topic, outcome }
}

fn call(outcomes: Vec<OutcomeOf>) -> Command {
    Command::RecordAttempt {
        attempt: CALL,
        patient: patient(1),
        channel: Channel::Phone,
        outcomes,
        booking: None,
        asks: None,
        latest: None,
        question: "  il provvisorio si muove ".to_owned(),
    }
}

/// Somebody in each role.
pub fn team(practice: &mut Model) {
    for role in Role::ALL {
        practice.put(Row::Member(Member {
            id: member(role),
            name: format!("{role:?}"),
            roles: vec![role],
            clinician: None,
        }));
    }
}

/// A practice in which the front desk has called somebody at 9:00.
fn called(outcomes: Vec<OutcomeOf>) -> Model {
    let mut practice = Model::new();
    practice.book(1, 1, place(MONDAY.at(10, 0, 0, 0), 30));
    team(&mut practice);
    practice
        .act(Role::FrontDesk, monday_at(9, 0), &call(outcomes))
        .expect("a call");
    practice
}

fn problem() -> Vec<OutcomeOf> {
    let asks = Outcome::Problem {
        clinician: Some(clinician(1)),
        until: Some(MONDAY.at(12, 0, 0, 0)),
    };
    vec![said(HYGIENE, asks)]
}

fn promise() -> Vec<OutcomeOf> {
    let until = MONDAY.at(15, 0, 0, 0);
    vec![said(
        HYGIENE,
        Outcome::CallBack {
            until,
            what: String::new(),
        },
    )]
}

fn correction(was: Vec<OutcomeOf>, becomes: Vec<OutcomeOf>) -> Command {
    Command::CorrectAttempt {
        attempt: CALL,
        was,
        becomes,
        question: String::new(),
    }
}

#[test]
fn a_wrong_outcome_is_corrected_in_sight() {
    let (wrong, right) = (
        vec![said(HYGIENE, Outcome::NoAnswer)],
        vec![said(HYGIENE, Outcome::AllWell)],
    );
    let mut practice = called(wrong.clone());
    let command = correction(wrong.clone(), right.clone());
    practice
        .act(Role::FrontDesk, monday_at(9, 5), &command)
        .expect("a correction");
    let attempt = practice.attempt(CALL).expect("the call");
    assert_eq!(attempt.outcomes, right);
    assert_eq!(attempt.corrected.len(), 1);
    assert_eq!(
        (attempt.corrected[0].by, &attempt.corrected[0].outcomes),
        (member(Role::FrontDesk), &wrong)
    );
    assert_eq!(
        practice.act(Role::FrontDesk, monday_at(9, 6), &command),
        Ok(Vec::new())
    );
}

#[test]
fn a_correction_is_refused_when_the_day_is_over_when_it_changed_meanwhile_and_to_others() {
    let (wrong, right) = (
        vec![said(HYGIENE, Outcome::NoAnswer)],
        vec![said(HYGIENE, Outcome::AllWell)],
    );
    let mut practice = called(wrong.clone());
    let command = correction(wrong.clone(), right);
    let tomorrow = Instant::from_civil(date(2026, 11, 24).at(0, 0, 0, 0));
    assert_eq!(
        practice.act(Role::FrontDesk, tomorrow, &command),
        Err(Refusal::DayIsOver)
    );
    assert_eq!(
        practice.act(Role::RemoteSecretary, monday_at(9, 5), &command),
        Err(Refusal::NotAllowed)
    );
    let blind = correction(
        vec![said(HYGIENE, Outcome::Busy)],
        vec![said(HYGIENE, Outcome::Thinking)],
    );
    assert_eq!(
        practice.act(Role::FrontDesk, monday_at(9, 5), &blind),
        Err(Refusal::SetMeanwhile)
    );
    let unfit = correction(wrong, vec![said(HYGIENE, Outcome::Disputes)]);
    assert_eq!(
        practice.act(Role::FrontDesk, monday_at(9, 5), &unfit),
        Err(Refusal::UnfitOutcome)
    );
    practice
        .act(Role::OfficeManager, monday_at(9, 6), &command)
        .expect("the manager may");
}

#[test]
fn what_a_wrong_outcome_said_of_a_visit_is_taken_back_unless_somebody_said_otherwise_since() {
    let confirms = vec![said(
        CONFIRM,
        Outcome::Confirms {
            appointment: Some(visit(1)),
        },
    )];
    let nobody = vec![said(CONFIRM, Outcome::NoAnswer)];
    let mut practice = called(confirms.clone());
    practice
        .act(
            Role::FrontDesk,
            monday_at(9, 5),
            &correction(confirms.clone(), nobody.clone()),
        )
        .expect("a correction");
    let confirmation = |practice: &Model| practice.appointment(visit(1)).expect("the visit").confirmation;
    assert_eq!(
        confirmation(&practice),
        Confirmation::Asked {
            channel: Channel::Phone
        }
    );

    let mut practice = called(confirms.clone());
    let asks_to_move = Command::SetConfirmation {
        appointment: visit(1),
        confirmation: Confirmation::AskedToMove,
    };
    practice
        .act(Role::FrontDesk, monday_at(9, 2), &asks_to_move)
        .expect("a word");
    practice
        .act(Role::FrontDesk, monday_at(9, 5), &correction(confirms, nobody))
        .expect("a correction");
    assert_eq!(confirmation(&practice), Confirmation::AskedToMove);
}

#[test]
fn a_booking_is_not_corrected_away() {
    let booked = vec![said(
        HYGIENE,
        Outcome::Booked {
            appointment: Some(visit(1)),
        },
    )];
    let mut practice = called(booked.clone());
    let command = correction(booked, vec![said(HYGIENE, Outcome::NoAnswer)]);
    assert_eq!(
        practice.act(Role::FrontDesk, monday_at(9, 5), &command),
        Err(Refusal::UnfitOutcome)
    );
}

fn answer(advice: Advice) -> Command {
    Command::AnswerEscalation {
        attempt: CALL,
        advice,
        words: " venga alle 15 ".to_owned(),
    }
}

#[test]
fn the_clinician_answers_once_and_the_next_hears_who_has() {
    let mut practice = called(problem());
    assert_eq!(
        practice.attempt(CALL).expect("the call").question,
        "il provvisorio si muove"
    );
    let command = answer(Advice::ComeToday);
    practice
        .act(Role::Dentist, monday_at(9, 30), &command)
        .expect("an answer");
    let given = practice
        .attempt(CALL)
        .expect("the call")
        .answer
        .clone()
        .expect("the answer");
    assert_eq!(
        (given.by, given.words.as_str()),
        (member(Role::Dentist), "venga alle 15")
    );
    assert_eq!(
        practice.act(Role::Dentist, monday_at(9, 40), &command),
        Ok(Vec::new())
    );
    let settled = Refusal::Settled {
        by: member(Role::Dentist),
        at: monday_at(9, 30),
    };
    let other = answer(Advice::Reassure);
    assert_eq!(
        practice.act(Role::Dentist, monday_at(9, 40), &other),
        Err(settled)
    );
}

#[test]
fn only_clinicians_answer_and_a_hygienist_only_what_was_put_to_them() {
    for (role, expected) in [
        (Role::FrontDesk, Refusal::NotAllowed),
        (Role::RemoteSecretary, Refusal::NotAllowed),
        (Role::CaseManager, Refusal::NotAllowed),
        (Role::OfficeManager, Refusal::NotFound),
        (Role::Owner, Refusal::NotFound),
        (Role::Hygienist, Refusal::NotAllowed),
    ] {
        let mut practice = called(problem());
        let answered = practice.act(role, monday_at(9, 30), &answer(Advice::Reassure));
        assert_eq!(answered, Err(expected), "{role:?}");
    }
    let to_the_hygienist = Outcome::Problem {
        clinician: Some(clinician(2)),
        until: Some(MONDAY.at(12, 0, 0, 0)),
    };
    let mut practice = called(vec![said(HYGIENE, to_the_hygienist)]);
    practice
        .act(Role::Hygienist, monday_at(9, 30), &answer(Advice::Reassure))
        .expect("an answer");
    let mut practice = called(promise());
    let nothing_asked = practice.act(Role::Dentist, monday_at(9, 30), &answer(Advice::Reassure));
    assert_eq!(nothing_asked, Err(Refusal::NotFound));
}

fn hand_over(from: MemberId, to: MemberId) -> Command {
    Command::HandOverPromise {
        attempt: CALL,
        from: Some(from),
        to,
        word: "preferisce te".to_owned(),
    }
}

#[test]
fn a_promise_goes_from_hand_to_hand_and_each_hand_is_counted() {
    let (desk, remote, dentist) = (
        member(Role::FrontDesk),
        member(Role::RemoteSecretary),
        member(Role::Dentist),
    );
    let mut practice = called(promise());
    let owner = |practice: &Model| practice.attempt(CALL).expect("the call").owner();
    assert_eq!(owner(&practice), Some(desk));
    practice
        .act(Role::FrontDesk, monday_at(9, 10), &hand_over(desk, remote))
        .expect("a hand-over");
    assert_eq!(owner(&practice), Some(remote));
    let blind = practice.act(
        Role::OfficeManager,
        monday_at(9, 11),
        &hand_over(desk, member(Role::CaseManager)),
    );
    assert_eq!(blind, Err(Refusal::SetMeanwhile));
    let to_who_does_not_call = practice.act(Role::FrontDesk, monday_at(9, 12), &hand_over(remote, dentist));
    assert_eq!(to_who_does_not_call, Err(Refusal::UnfitValue));
    practice
        .act(Role::RemoteSecretary, monday_at(9, 13), &hand_over(remote, desk))
        .expect("and back");
    assert_eq!(practice.attempt(CALL).expect("the call").hand_offs.len(), 2);
    let others = practice.act(Role::CaseManager, monday_at(9, 14), &hand_over(desk, remote));
    assert_eq!(others, Err(Refusal::NotAllowed));
}

#[test]
fn a_call_is_taken_from_who_has_it_and_from_nobody_else() {
    let mut practice = called(promise());
    let claim = Command::ClaimCall { patient: patient(1) };
    let take = |from| Command::TakeOverCall {
        patient: patient(1),
        from,
        word: "la conosco".to_owned(),
    };
    practice
        .act(Role::FrontDesk, monday_at(9, 30), &claim)
        .expect("a lease");
    let blind = practice.act(
        Role::RemoteSecretary,
        monday_at(9, 31),
        &take(member(Role::CaseManager)),
    );
    assert!(matches!(blind, Err(Refusal::Claimed { by, .. }) if by == member(Role::FrontDesk)));
    practice
        .act(
            Role::RemoteSecretary,
            monday_at(9, 32),
            &take(member(Role::FrontDesk)),
        )
        .expect("the call");
    let held = practice.claim(patient(1)).expect("the lease").clone();
    let taken = held.taken.expect("from whom");
    assert_eq!(
        (held.by, taken.from),
        (member(Role::RemoteSecretary), member(Role::FrontDesk))
    );
    assert_eq!(taken.word, "la conosco");
    practice
        .act(Role::RemoteSecretary, monday_at(9, 37), &claim)
        .expect("renewed");
    assert!(practice.claim(patient(1)).expect("the lease").taken.is_some());
}

#[test]
fn words_to_a_colleague_are_short() {
    let mut practice = called(problem());
    let long = Command::AnswerEscalation {
        attempt: CALL,
        advice: Advice::Reassure,
        words: "a".repeat(501),
    };
    assert_eq!(
        practice.act(Role::Dentist, monday_at(9, 30), &long),
        Err(Refusal::UnfitValue)
    );
}

#[test]
fn an_answer_is_never_before_its_question_whatever_the_clocks_say() {
    let mut practice = called(problem());
    let answer = Command::AnswerEscalation {
        attempt: CALL,
        advice: Advice::ComeToday,
        words: String::new(),
    };
    practice
        .act(Role::Dentist, monday_at(8, 59), &answer)
        .expect("an answer");
    let at = practice
        .attempt(CALL)
        .and_then(|call| Some(call.answer.as_ref()?.at));
    assert_eq!(at, Some(monday_at(9, 0)));
}

fn opposes() -> Vec<OutcomeOf> {
    let outcome = Outcome::DoNotContact {
        purpose: None,
        channel: None,
    };
    vec![said(HYGIENE, outcome)]
}

#[test]
fn an_opposition_by_mistake_is_taken_back_with_the_call_that_added_it_and_with_no_other() {
    let nobody = vec![said(HYGIENE, Outcome::NoAnswer)];
    let oppositions = |practice: &Model| {
        practice
            .patient(patient(1))
            .expect("a patient")
            .oppositions
            .clone()
    };
    let mut practice = called(opposes());
    assert_eq!(oppositions(&practice).len(), 1);
    practice
        .act(
            Role::FrontDesk,
            monday_at(9, 5),
            &correction(opposes(), nobody.clone()),
        )
        .expect("a correction");
    assert_eq!(oppositions(&practice), []);

    // One that stood before stays, whatever becomes of the call.
    let mut practice = Model::new();
    team(&mut practice);
    let mut before = practice.patient(patient(1)).expect("a patient").clone();
    before.oppositions.push(Opposition {
        purpose: Some(Purpose::Recalls),
        channel: None,
    });
    practice.put(Row::Patient(before.clone()));
    for command in [call(opposes()), correction(opposes(), nobody.clone())] {
        practice
            .act(Role::FrontDesk, monday_at(9, 5), &command)
            .expect("a call and its correction");
    }
    assert_eq!(oppositions(&practice), before.oppositions);

    // And what another call says too.
    let mut practice = called(opposes());
    let again = match call(opposes()) {
        Command::RecordAttempt {
            patient,
            channel,
            outcomes,
            ..
        } => Command::RecordAttempt {
            attempt: AttemptId(id(901)),
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
    practice
        .act(Role::FrontDesk, monday_at(9, 2), &again)
        .expect("another call");
    practice
        .act(Role::FrontDesk, monday_at(9, 5), &correction(opposes(), nobody))
        .expect("a correction");
    assert_eq!(oppositions(&practice).len(), 1);
}
