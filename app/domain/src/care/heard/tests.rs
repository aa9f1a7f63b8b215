use jiff::civil::{Date, date, datetime};
use uuid::Uuid;

use super::*;
use crate::autonomy::DelayDecision;
use crate::calls::{OutcomeOf, OutcomesWere, StepAnswer, plans_under};
use crate::care::{PlanAnswer, PlanState};
use crate::digest::digest;
use crate::digest::tests::{Record, nobody};
use crate::id::{ActId, AttemptId, MemberId};
use crate::money::ledger::Ledger;
use crate::patient::Channel;

const TODAY: Date = date(2026, 9, 14);
const INSTALMENT: Topic = Topic::Reason(ReasonKind::Instalment);

fn call(number: u128, day: Date, topic: Topic, outcome: Outcome) -> Attempt {
    Attempt {
        id: AttemptId(Uuid::from_u128(number)),
        patient: nobody(1).patient.id,
        at: Instant::from_civil(day.at(10, 0, 0, 0)),
        channel: Channel::Phone,
        by: None,
        by_name: None,
        imported: false,
        double: false,
        outcomes: vec![OutcomeOf { topic, outcome }],
        question: String::new(),
        answer: None,
        hand_offs: Vec::new(),
        delay: None,
        corrected: Vec::new(),
        settled: Vec::new(),
        opposed: Vec::new(),
    }
}

fn answers(number: u128, day: Date, said: &[(u128, PlanAnswer)]) -> Attempt {
    let steps = said.iter().map(|(step, answer)| StepAnswer {
        step: ActId(Uuid::from_u128(*step)),
        answer: *answer,
    });
    let outcome = Outcome::AnswersPlan {
        steps: steps.collect(),
    };
    call(number, day, Topic::Reason(ReasonKind::PlanAwaiting), outcome)
}

fn delay(number: u128, day: Date, until: Date, granted: bool) -> Attempt {
    let until = Some(until);
    let mut asks = call(number, day, INSTALMENT, Outcome::AsksToSpread { until });
    asks.delay = Some(DelayDecision {
        by: MemberId(Uuid::from_u128(1)),
        at: asks.at,
        granted,
        words: String::new(),
    });
    asks
}

/// Instalments of 100 due at the end of June, July, August and September; the first was paid.
fn instalments() -> History {
    nobody(1)
        .with_plan(1, PlanState::Active)
        .with_act(Some(1), None, 40_000, Some(PlanAnswer::Accepted))
        .with_instalment(1, date(2026, 6, 30), 10_000)
        .with_instalment(1, date(2026, 7, 31), 10_000)
        .with_instalment(1, date(2026, 8, 31), 10_000)
        .with_instalment(1, date(2026, 9, 30), 10_000)
        .with_payment(Some(1), date(2026, 6, 29), 10_000)
}

fn late(history: &History, today: Date) -> Option<(i64, Date)> {
    let family = [history.clone()];
    let overdue = Ledger::of(&family, today).overdue(history.patient.id)?;
    Some((overdue.amount?.0, overdue.day))
}

#[test]
fn the_last_answer_to_a_step_counts_and_the_others_stay() {
    let mut history = nobody(1)
        .with_plan(1, PlanState::Active)
        .with_act(Some(1), None, 100, Some(PlanAnswer::Thinking))
        .with_act(Some(1), None, 100, None)
        .with_act(Some(1), None, 100, Some(PlanAnswer::Accepted));
    let later = answers(1, date(2026, 9, 12), &[(0, PlanAnswer::Declined)]);
    let first = answers(
        2,
        date(2026, 9, 10),
        &[(0, PlanAnswer::Accepted), (1, PlanAnswer::Postponed)],
    );
    history.hear(&[later, first]);
    let heard: Vec<_> = history.acts.iter().map(|act| act.answer).collect();
    let expected = [PlanAnswer::Declined, PlanAnswer::Postponed, PlanAnswer::Accepted];
    assert_eq!(heard, expected.map(Some));
}

#[test]
fn a_device_that_hears_a_call_counts_as_the_server_that_makes_the_digest_anew() {
    let all = [
        None,
        Some(PlanAnswer::Accepted),
        Some(PlanAnswer::Thinking),
        Some(PlanAnswer::Postponed),
        Some(PlanAnswer::Declined),
    ];
    for before in all {
        for first in all {
            for second in all {
                let recorded = nobody(1)
                    .with_plan(1, PlanState::Active)
                    .with_act(Some(1), Some(date(2026, 9, 1)), 100, Some(PlanAnswer::Accepted))
                    .with_act(Some(1), None, 100, before)
                    .with_act(Some(1), None, 100, None)
                    // One that nobody answers keeps the plan active.
                    .with_act(Some(1), None, 100, None);
                let said: Vec<_> = [(1, first), (2, second)]
                    .into_iter()
                    .filter_map(|(step, answer)| Some((step, answer?)))
                    .collect();
                let calls = [answers(1, date(2026, 9, 10), &said)];
                let known = digest_of(&recorded);
                let on_the_device = plans_under(&known.plans, &answers_by_step(&calls, Instant(i64::MAX)));
                let mut heard = recorded.clone();
                heard.hear(&calls);
                assert_eq!(
                    on_the_device.as_ref(),
                    digest_of(&heard).plans,
                    "{before:?} {said:?}"
                );
                // The digest knows the call already: hearing it again changes nothing.
                let again = digest_of(&heard);
                let again = plans_under(&again.plans, &answers_by_step(&calls, Instant(i64::MAX)));
                assert_eq!(again, on_the_device);
            }
        }
    }
}

fn digest_of(history: &History) -> crate::care::Care {
    let family = [history.clone()];
    let made = digest(&family, &crate::calls::RiskTable::usual(), &[], TODAY, TODAY);
    made.into_iter().next().expect("one patient, one digest")
}

#[test]
fn an_instalment_that_was_put_off_is_late_only_after_the_day_that_was_granted() {
    let mut history = instalments();
    assert_eq!(late(&history, TODAY), Some((20_000, date(2026, 7, 31))));
    history.hear(&[delay(1, date(2026, 9, 10), date(2026, 10, 10), true)]);
    assert_eq!(late(&history, TODAY), None);
    let was: Vec<_> = history.instalments.iter().map(|part| part.put_off_from).collect();
    let put_off = [None, Some(date(2026, 7, 31)), Some(date(2026, 8, 31)), None];
    assert_eq!(was.iter().flatten().count(), 2);
    assert!(put_off.iter().all(|day| was.contains(day)));
    // What falls due meanwhile is late as ever.
    assert_eq!(
        late(&history, date(2026, 10, 10)),
        Some((10_000, date(2026, 9, 30)))
    );
    assert_eq!(
        late(&history, date(2026, 10, 11)),
        Some((30_000, date(2026, 9, 30)))
    );
}

#[test]
fn hearing_the_same_again_changes_nothing_and_a_second_delay_counts_from_the_first_day() {
    let first = delay(1, date(2026, 9, 1), date(2026, 9, 10), true);
    let mut once = instalments();
    once.hear(std::slice::from_ref(&first));
    let mut twice = once.clone();
    twice.hear(std::slice::from_ref(&first));
    assert_eq!(once.instalments, twice.instalments);
    twice.hear(&[first, delay(2, date(2026, 9, 11), date(2026, 10, 31), true)]);
    let moved = |part: &&crate::care::Instalment| part.due == date(2026, 10, 31);
    let days: Vec<_> = twice
        .instalments
        .iter()
        .filter(moved)
        .map(|part| part.put_off_from)
        .collect();
    assert_eq!(days, [Some(date(2026, 7, 31)), Some(date(2026, 8, 31))]);
}

#[test]
fn what_is_not_granted_or_is_about_something_else_moves_nothing() {
    let (day, until) = (date(2026, 9, 10), date(2026, 10, 10));
    let mut about_a_balance = delay(1, day, until, true);
    about_a_balance.outcomes[0].topic = Topic::Reason(ReasonKind::Balance);
    let mut not_decided = delay(1, day, until, true);
    not_decided.delay = None;
    for said in [delay(1, day, until, false), about_a_balance, not_decided] {
        let mut history = instalments();
        history.hear(&[said]);
        assert_eq!(late(&history, TODAY), Some((20_000, date(2026, 7, 31))));
    }
}

#[test]
fn what_was_paid_by_the_day_of_the_call_is_not_put_off() {
    let mut history = instalments().with_payment(Some(1), date(2026, 9, 12), 10_000);
    history.hear(&[delay(1, date(2026, 9, 10), date(2026, 10, 10), true)]);
    let moved = history
        .instalments
        .iter()
        .filter(|part| part.put_off_from.is_some());
    assert_eq!(moved.count(), 2, "the payment came after the call");
    let mut history = instalments().with_payment(Some(1), date(2026, 9, 9), 10_000);
    history.hear(&[delay(1, date(2026, 9, 10), date(2026, 10, 10), true)]);
    let moved = history
        .instalments
        .iter()
        .filter(|part| part.put_off_from.is_some());
    assert_eq!(moved.count(), 1);
}

#[test]
fn a_call_that_said_so_before_it_was_corrected_bears_on_plans_too() {
    let mut corrected = call(1, TODAY, INSTALMENT, Outcome::AllWell);
    assert!(!corrected.bears_on_plans());
    corrected.corrected.push(OutcomesWere {
        by: MemberId(Uuid::from_u128(1)),
        at: Instant::from_civil(datetime(2026, 9, 14, 11, 0, 0, 0)),
        outcomes: answers(2, TODAY, &[(0, PlanAnswer::Accepted)]).outcomes,
    });
    assert!(corrected.bears_on_plans());
}
