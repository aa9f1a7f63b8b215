//! What patients answer to the steps of their plans: who writes it down, and of which steps.

use app_domain::calls::{Outcome, OutcomeOf, ReasonKind, StepAnswer, Topic};
use app_domain::care::{Care, HygieneCare, PlanAnswer, PlanCare, StepCare};
use app_domain::command::Command;
use app_domain::id::{ActId, AttemptId, PlanId};
use app_domain::patient::Channel;
use app_domain::policy::may_record_answers;
use app_domain::refusal::Refusal;
use app_domain::role::Role;
use app_domain::rows::{Row, Rows};
use jiff::civil::date;

use super::addenda::team;
use super::model::{Model, id, monday_at, patient};

const AWAITS: Topic = Topic::Reason(ReasonKind::PlanAwaiting);
const CALL: AttemptId = AttemptId(id(900));
const FIRST: ActId = ActId(id(801));
const SECOND: ActId = ActId(id(802));
const OF_SOMEBODY_ELSE: ActId = ActId(id(803));

fn care(number: u128, steps: &[ActId]) -> Care {
    let open = |step: &ActId| StepCare {
        step: *step,
        what: "Corona definitiva".to_owned(),
        tooth: "16".to_owned(),
        answer: None,
    };
    let count = u16::try_from(steps.len()).expect("few");
    Care {
        patient: patient(number),
        episodes: Vec::new(),
        hygiene: HygieneCare {
            interval_months: 6,
            last_done: None,
            fixed: None,
        },
        finished: None,
        checks: Vec::new(),
        plans: vec![PlanCare {
            plan: PlanId(id(700 + number)),
            title: "Protesi fissa".to_owned(),
            presented: Some(date(2026, 11, 10)),
            last_done: None,
            steps_open: count,
            steps_accepted: 0,
            steps_unanswered: count,
            next_gap_days: None,
            steps: steps.iter().map(open).collect(),
        }],
        money: None,
        missed: Vec::new(),
        closed_episodes: Vec::new(),
        last_visit_done: None,
    }
}

fn practice() -> Model {
    let mut practice = Model::new();
    team(&mut practice);
    practice.put(Row::Care(care(1, &[FIRST, SECOND])));
    practice.put(Row::Care(care(2, &[OF_SOMEBODY_ELSE])));
    practice
}

fn answers(said: &[(ActId, PlanAnswer)]) -> Vec<OutcomeOf> {
    let step = |(step, answer): &(ActId, PlanAnswer)| StepAnswer {
        step: *step,
        answer: *answer,
    };
    vec![OutcomeOf {
        topic: AWAITS,
        outcome: Outcome::AnswersPlan {
            steps: said.iter().map(step).collect(),
        },
    }]
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
        question: String::new(),
    }
}

#[test]
fn a_case_manager_writes_down_what_the_patient_answers_and_no_other_caller_does() {
    let said = answers(&[(FIRST, PlanAnswer::Accepted), (SECOND, PlanAnswer::Declined)]);
    for role in Role::ALL {
        let mut practice = practice();
        let done = practice.act(role, monday_at(9, 0), &call(said.clone())).map(drop);
        match role {
            Role::CaseManager => {
                assert_eq!(done, Ok(()));
                assert_eq!(practice.attempt(CALL).map(|call| &call.outcomes), Some(&said));
            }
            Role::Owner => assert_eq!(done, Err(Refusal::NotFound)),
            _ => assert_eq!(done, Err(Refusal::NotAllowed), "{role:?}"),
        }
        let reports = matches!(role, Role::CaseManager | Role::Dentist);
        assert_eq!(may_record_answers(role), reports, "{role:?}");
    }
}

#[test]
fn an_answer_is_about_a_step_of_the_patient_that_is_not_done_and_each_has_one() {
    let accepted = |step| (step, PlanAnswer::Accepted);
    for unfit in [
        answers(&[]),
        answers(&[accepted(OF_SOMEBODY_ELSE)]),
        answers(&[accepted(FIRST), accepted(ActId(id(899)))]),
        answers(&[accepted(FIRST), (FIRST, PlanAnswer::Declined)]),
    ] {
        let done = practice().act(Role::CaseManager, monday_at(9, 0), &call(unfit));
        assert_eq!(done.map(drop), Err(Refusal::UnfitOutcome));
    }
}

#[test]
fn what_was_answered_is_corrected_in_sight_by_who_may_write_it_down() {
    let mut practice = practice();
    let said = answers(&[(FIRST, PlanAnswer::Accepted)]);
    practice
        .act(Role::CaseManager, monday_at(9, 0), &call(said.clone()))
        .expect("a call");
    let truly = answers(&[(FIRST, PlanAnswer::Postponed)]);
    let corrects = Command::CorrectAttempt {
        attempt: CALL,
        was: said.clone(),
        becomes: truly.clone(),
        question: String::new(),
    };
    let refused = practice.act(Role::OfficeManager, monday_at(10, 0), &corrects);
    assert_eq!(refused.map(drop), Err(Refusal::NotAllowed));
    practice
        .act(Role::CaseManager, monday_at(10, 0), &corrects)
        .expect("a correction");
    let call = practice.attempt(CALL).expect("it stays");
    assert_eq!(call.outcomes, truly);
    assert_eq!(call.corrected[0].outcomes, said);
}
