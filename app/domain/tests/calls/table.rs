//! Every outcome with every reason (`domain.md`, "Outcome of a call"): what closes, what stays, what appears, and when the
//! patient is back on the list. The other reason of the patient is there to show that it is left alone.

use app_domain::agenda::{CancelledBy, Confirmation};
use app_domain::calls::{
    Advice, Answer, Excluded, Outcome, OutcomeKind, ReasonKind, RecallType, RiskCategory, StepAnswer, Topic,
    outcomes_for,
};
use app_domain::care::PlanAnswer;
use app_domain::id::{ClinicianId, MemberId};
use app_domain::money::Cents;
use app_domain::time::Instant;
use uuid::Uuid;

use super::case::{Case, NOW, Steps, day, moment, step_id, visit_id};

const OPEN: Steps = Steps {
    open: 2,
    accepted: 1,
    unanswered: 0,
};

/// A patient with one reason, and with another one that the call is not about. A call about something else is about none.
fn case(topic: Topic) -> Case {
    let Topic::Reason(kind) = topic else {
        return Case::quiet().hygiene_done("2026-03-01");
    };
    let case = match kind {
        ReasonKind::MissedVisit => Case::quiet().hygiene_done("2026-03-01"),
        _ => Case::quiet().missed_before_window("2026-11-09T09:00", None, "2026-11-09T09:00"),
    };
    match kind {
        ReasonKind::ClinicalRisk => case.episode(RiskCategory::ExtendedProvisional, "2026-09-01"),
        ReasonKind::Balance => case.balance(20_000, "2026-10-01"),
        ReasonKind::Instalment => case.instalment(20_000, "2026-10-01"),
        ReasonKind::SuspendedCycle => case.plan("Protesi", Some("2026-06-01"), Some("2026-07-01"), OPEN),
        ReasonKind::HygieneRecall => case.hygiene_done("2026-03-01"),
        ReasonKind::Promise => {
            let until = moment("2026-11-23T09:15");
            case.hygiene_done("2026-03-01").call(
                "2026-11-20T09:00",
                ReasonKind::HygieneRecall,
                Outcome::CallBack {
                    until,
                    what: String::new(),
                },
            )
        }
        ReasonKind::Confirm => Case::quiet()
            .hygiene_done("2026-03-01")
            .booked("2026-11-24T09:00"),
        ReasonKind::PlanAwaiting => {
            let steps = Steps {
                open: 1,
                accepted: 0,
                unanswered: 1,
            };
            case.plan("Protesi", Some("2026-11-01"), None, steps)
        }
        ReasonKind::MissedVisit => case.missed_before_window("2026-11-09T09:00", None, "2026-11-09T09:00"),
        ReasonKind::Displaced => Case::quiet().hygiene_done("2026-03-01").missed_before_window(
            "2026-11-09T09:00",
            Some(CancelledBy::Practice),
            "2026-11-05T09:00",
        ),
        ReasonKind::Answered => answered(),
        ReasonKind::Satisfaction => case.finished("Protesi", "2026-11-09"),
        ReasonKind::CheckRecall => case.check(RecallType::ImplantCheck, 12, "2025-10-01"),
    }
}

/// A risk about which a clinician was asked on Friday, and has answered this morning.
fn answered() -> Case {
    let asks = Outcome::Problem {
        clinician: Some(ClinicianId(Uuid::from_u128(1))),
        until: Some(moment("2026-11-20T12:00")),
    };
    let mut case = Case::quiet()
        .episode(RiskCategory::ExtendedProvisional, "2026-09-01")
        .call("2026-11-20T09:00", ReasonKind::ClinicalRisk, asks);
    case.attempts[0].answer = Some(Answer {
        by: MemberId(Uuid::from_u128(7)),
        at: Instant::from_civil(moment("2026-11-23T08:00")),
        advice: Advice::ComeToday,
        words: String::new(),
    });
    case
}

fn outcome(kind: OutcomeKind) -> Outcome {
    let visit = Some(visit_id(0));
    match kind {
        OutcomeKind::AllWell => Outcome::AllWell,
        OutcomeKind::Problem => Outcome::Problem {
            clinician: Some(ClinicianId(Uuid::from_u128(1))),
            until: Some(moment("2026-11-23T12:00")),
        },
        OutcomeKind::Confirms => Outcome::Confirms { appointment: visit },
        OutcomeKind::AsksToMove => Outcome::AsksToMove { appointment: visit },
        OutcomeKind::Booked => Outcome::Booked { appointment: visit },
        OutcomeKind::AsksForPlace => Outcome::AsksForPlace {
            appointment: visit_id(900),
        },
        OutcomeKind::CallBack => Outcome::CallBack {
            until: moment("2026-11-23T15:00"),
            what: String::new(),
        },
        OutcomeKind::Later => Outcome::Later {
            until: day("2027-01-11"),
        },
        OutcomeKind::AnswersPlan => Outcome::AnswersPlan {
            steps: vec![StepAnswer {
                step: step_id(0),
                answer: PlanAnswer::Accepted,
            }],
        },
        OutcomeKind::Thinking => Outcome::Thinking,
        OutcomeKind::NoAnswer => Outcome::NoAnswer,
        OutcomeKind::Busy => Outcome::Busy,
        OutcomeKind::Voicemail => Outcome::Voicemail,
        OutcomeKind::Family => Outcome::Family,
        OutcomeKind::WrongNumber => Outcome::WrongNumber,
        OutcomeKind::PromisesToPay => Outcome::PromisesToPay {
            by: day("2026-11-27"),
            amount: Some(Cents(5_000)),
        },
        OutcomeKind::AsksToSpread => Outcome::AsksToSpread {
            until: Some(day("2026-12-31")),
        },
        OutcomeKind::Disputes => Outcome::Disputes,
        OutcomeKind::DeclinesToGoOn => Outcome::DeclinesToGoOn,
        OutcomeKind::DoNotContact => Outcome::DoNotContact {
            purpose: None,
            channel: None,
        },
        OutcomeKind::Deceased => Outcome::Deceased,
        OutcomeKind::MovedAway => Outcome::MovedAway,
    }
}

/// After a call at nine: each reason listed, or held by what and until when. Where a promise was made, what is listed when
/// it is due too.
fn stands(topic: Topic, said: OutcomeKind) -> String {
    let mut case = case(topic);
    match said {
        OutcomeKind::Booked => case = case.booked("2026-12-01T09:00"),
        OutcomeKind::Confirms => case.appointments[0].confirmation = Confirmation::Confirmed,
        OutcomeKind::AsksToMove => case.appointments[0].confirmation = Confirmation::AskedToMove,
        _ => {}
    }
    let case = case.call_about("2026-11-23T09:00", topic, outcome(said));
    let then = match said {
        OutcomeKind::CallBack => format!(" | 14:30: {}", listed(&case, "2026-11-23T14:30")),
        _ => String::new(),
    };
    format!("{} | {}{then}", listed(&case, NOW), held(&case))
}

fn listed(case: &Case, at: &str) -> String {
    let status = case.status(at);
    let names = status.listed.iter().map(|reason| reason.kind().name());
    names.collect::<Vec<_>>().join(", ")
}

fn held(case: &Case) -> String {
    let status = case.status(NOW);
    let one = |held: &Excluded| {
        let until = held
            .until
            .map(|until| format!(" to {}", until.civil().strftime("%d/%m %H:%M")));
        format!(
            "{}: {}{}",
            held.reason.kind().name(),
            held.cause.name(),
            until.unwrap_or_default()
        )
    };
    status.excluded.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[test]
fn every_outcome_with_every_reason() {
    let topics = ReasonKind::ALL
        .map(Topic::Reason)
        .into_iter()
        .chain([Topic::Other]);
    let mut lines = Vec::new();
    for topic in topics {
        let name = match topic {
            Topic::Reason(kind) => kind.name(),
            Topic::Other => "other",
        };
        for said in outcomes_for(topic) {
            lines.push(format!("{name} × {said:?} => {}", stands(topic, said)));
        }
    }
    let known: Vec<&str> = include_str!("table.txt").lines().collect();
    assert!(lines == known, "the table is now:\n{}", lines.join("\n"));
}
