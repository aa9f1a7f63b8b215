//! Frozen samples of what is added to a call after it was written down, and of a call that changes hands.

use app_domain::autonomy::DelayDecision;
use app_domain::calls::{
    Advice, Answer, Attempt, Claim, HandOff, Outcome, OutcomeOf, OutcomesWere, ReasonKind, Settlement,
    Settling, StepAnswer, TakenOver, Topic,
};
use app_domain::care::PlanAnswer;
use app_domain::command::Command;
use app_domain::id::{ActId, AttemptId};
use app_domain::patient::{Channel, Standing};
use app_domain::refusal::Refusal;
use app_domain::rows::Row;
use app_domain::time::Instant;
use uuid::Uuid;

use crate::practice::{MONDAY, clinician_id, id, member_id, patient_id, visit_id};
use crate::wire::is;

const CALL: AttemptId = AttemptId(Uuid::from_u128(1));

fn said(outcome: Outcome) -> Vec<OutcomeOf> {
    vec![OutcomeOf {
        topic: Topic::Reason(ReasonKind::HygieneRecall),
        outcome,
    }]
}

#[test]
fn what_is_added_to_a_call_stays_as_it_was() {
    is(
        r#"{"name":"correct_attempt","args":{"attempt":"00000000-0000-0000-0000-000000000001","was":[{"topic":{"reason":"hygiene_recall"},"outcome":{"is":"no_answer"}}],"becomes":[{"topic":{"reason":"hygiene_recall"},"outcome":{"is":"all_well"}}]}}"#,
        Command::CorrectAttempt {
            attempt: CALL,
            was: said(Outcome::NoAnswer),
            becomes: said(Outcome::AllWell),
            question: String::new(),
        },
    );
    is(
        r#"{"name":"answer_escalation","args":{"attempt":"00000000-0000-0000-0000-000000000001","advice":"come_today","words":"alle 15"}}"#,
        Command::AnswerEscalation {
            attempt: CALL,
            advice: Advice::ComeToday,
            words: "alle 15".to_owned(),
        },
    );
    is(
        r#"{"name":"hand_over_promise","args":{"attempt":"00000000-0000-0000-0000-000000000001","from":"00000000-0000-0005-0000-000000000001","to":"00000000-0000-0005-0000-000000000002"}}"#,
        Command::HandOverPromise {
            attempt: CALL,
            from: Some(member_id(1)),
            to: member_id(2),
            word: String::new(),
        },
    );
    is(
        r#"{"name":"take_over_call","args":{"patient":"00000000-0000-0003-0000-000000000001","from":"00000000-0000-0005-0000-000000000001","word":"la conosco"}}"#,
        Command::TakeOverCall {
            patient: patient_id(1),
            from: member_id(1),
            word: "la conosco".to_owned(),
        },
    );
    is(
        r#"{"name":"record_attempt","args":{"attempt":"00000000-0000-0000-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","channel":"phone","outcomes":[],"question":"si muove"}}"#,
        Command::RecordAttempt {
            attempt: CALL,
            patient: patient_id(1),
            channel: Channel::Phone,
            outcomes: Vec::new(),
            booking: None,
            asks: None,
            latest: None,
            question: "si muove".to_owned(),
        },
    );
    is(
        r#"{"name":"decide_delay","args":{"attempt":"00000000-0000-0000-0000-000000000001","granted":false,"words":"due rate"}}"#,
        Command::DecideDelay {
            attempt: CALL,
            granted: false,
            words: "due rate".to_owned(),
        },
    );
    is(
        r#"{"name":"settle_call","args":{"attempt":"00000000-0000-0000-0000-000000000001","settlement":{"is":"closed","reason":"hygiene_recall"},"words":"curato altrove"}}"#,
        Command::SettleCall {
            attempt: CALL,
            was: None,
            settlement: Settlement::Closed {
                reason: ReasonKind::HygieneRecall,
            },
            words: "curato altrove".to_owned(),
        },
    );
    is(
        r#"{"name":"settle_call","args":{"attempt":"00000000-0000-0000-0000-000000000001","was":{"is":"confirmed","standing":"active"},"settlement":{"is":"not_true"}}}"#,
        Command::SettleCall {
            attempt: CALL,
            was: Some(Settlement::Confirmed {
                standing: Standing::Active,
            }),
            settlement: Settlement::NotTrue,
            words: String::new(),
        },
    );
    is(r#"{"is":"resolved"}"#, Settlement::Resolved);
    is(r#"{"is":"number_corrected"}"#, Settlement::NumberCorrected);
    is(r#"{"is":"seen"}"#, Settlement::Seen);
    is(
        r#"{"is":"asks_for_place","appointment":"00000000-0000-0004-0000-000000000009"}"#,
        Outcome::AsksForPlace {
            appointment: visit_id(9),
        },
    );
    is(
        r#"{"is":"answers_plan","steps":[{"step":"00000000-0000-0009-0000-000000000001","answer":"accepted"}]}"#,
        Outcome::AnswersPlan {
            steps: vec![StepAnswer {
                step: ActId(id(9, 1)),
                answer: PlanAnswer::Accepted,
            }],
        },
    );
    is(
        r#"{"is":"asks_to_spread","until":"2026-11-23"}"#,
        Outcome::AsksToSpread { until: Some(MONDAY) },
    );
    is(
        r#"{"is":"asks_to_spread"}"#,
        Outcome::AsksToSpread { until: None },
    );
    is(r#"{"why":"day_is_over"}"#, Refusal::DayIsOver);
}

#[test]
fn a_call_with_all_that_was_added_stays_as_it_was() {
    let asks = Outcome::Problem {
        clinician: Some(clinician_id(1)),
        until: Some(MONDAY.at(12, 0, 0, 0)),
    };
    is(
        r#"{"table":"attempt","row":{"id":"00000000-0000-0000-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","at":5,"channel":"phone","by":"00000000-0000-0005-0000-000000000001","outcomes":[{"topic":{"reason":"hygiene_recall"},"outcome":{"is":"problem","clinician":"00000000-0000-0002-0000-000000000001","until":"2026-11-23T12:00:00"}}],"question":"si muove","answer":{"by":"00000000-0000-0005-0000-000000000003","at":6,"advice":"reassure"},"hand_offs":[{"from":"00000000-0000-0005-0000-000000000001","to":"00000000-0000-0005-0000-000000000002","at":7}],"delay":{"by":"00000000-0000-0005-0000-000000000004","at":9,"granted":true},"corrected":[{"by":"00000000-0000-0005-0000-000000000001","at":8,"outcomes":[{"topic":{"reason":"hygiene_recall"},"outcome":{"is":"no_answer"}}]}],"settled":[{"by":"00000000-0000-0005-0000-000000000001","at":10,"settlement":{"is":"retry","reason":"hygiene_recall"}}]}}"#,
        Row::Attempt(Attempt {
            id: CALL,
            patient: patient_id(1),
            at: Instant(5),
            channel: Channel::Phone,
            by: Some(member_id(1)),
            by_name: None,
            imported: false,
            double: false,
            outcomes: said(asks),
            question: "si muove".to_owned(),
            answer: Some(Answer {
                by: member_id(3),
                at: Instant(6),
                advice: Advice::Reassure,
                words: String::new(),
            }),
            hand_offs: vec![HandOff {
                from: Some(member_id(1)),
                to: member_id(2),
                at: Instant(7),
                word: String::new(),
            }],
            delay: Some(DelayDecision {
                by: member_id(4),
                at: Instant(9),
                granted: true,
                words: String::new(),
            }),
            corrected: vec![OutcomesWere {
                by: member_id(1),
                at: Instant(8),
                outcomes: said(Outcome::NoAnswer),
            }],
            settled: vec![Settling {
                by: member_id(1),
                at: Instant(10),
                settlement: Settlement::Retry {
                    reason: ReasonKind::HygieneRecall,
                },
                words: String::new(),
            }],
            opposed: Vec::new(),
        }),
    );
    is(
        r#"{"table":"claim","row":{"patient":"00000000-0000-0003-0000-000000000001","by":"00000000-0000-0005-0000-000000000002","since":5,"until":6,"taken":{"from":"00000000-0000-0005-0000-000000000001"}}}"#,
        Row::Claim(Claim {
            patient: patient_id(1),
            by: member_id(2),
            since: Instant(5),
            until: Instant(6),
            taken: Some(TakenOver {
                from: member_id(1),
                word: String::new(),
            }),
        }),
    );
}
