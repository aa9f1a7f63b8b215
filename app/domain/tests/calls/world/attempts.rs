//! Calls that might have been made.

use app_domain::calls::{Advice, Answer, Attempt, Outcome, OutcomeOf, ReasonKind, Topic};
use app_domain::id::{AttemptId, ClinicianId, MemberId, PatientId};
use app_domain::money::Cents;
use app_domain::patient::Channel;
use app_domain::time::Instant;

use super::TODAY;
use super::dice::Dice;

pub fn an_attempt(dice: &mut Dice, patient: PatientId) -> Attempt {
    let back = dice.of(&[20, 60]);
    let about: Vec<OutcomeOf> = (0..1 + dice.below(2))
        .map(|_| OutcomeOf {
            topic: a_topic(dice),
            outcome: an_outcome(dice),
        })
        .collect();
    let at = Instant::from_civil(dice.moment(back, 0));
    let has_asked = |about: &OutcomeOf| matches!(about.outcome, Outcome::Problem { .. });
    let is_answered = about.iter().any(has_asked) && dice.below(2) == 0;
    let answer = is_answered.then(|| Answer {
        by: MemberId(dice.uuid()),
        at: at.plus_minutes(i64::from(dice.below(600))),
        advice: dice.of(&Advice::ALL),
        words: String::new(),
    });
    Attempt {
        id: AttemptId(dice.uuid()),
        patient,
        at,
        channel: Channel::Phone,
        by: None,
        by_name: None,
        imported: dice.below(2) == 0,
        double: false,
        outcomes: about,
        question: String::new(),
        answer,
        hand_offs: Vec::new(),
        delay: None,
        corrected: Vec::new(),
        settled: Vec::new(),
        opposed: Vec::new(),
    }
}

/// Now and then, several tries about one reason, and perhaps a word at last.
pub fn a_campaign(dice: &mut Dice, patient: PatientId) -> Vec<Attempt> {
    let (count, back) = dice.of(&[(0, 1), (0, 1), (0, 1), (3, 6), (6, 50)]);
    let kind = dice.of(&[
        ReasonKind::HygieneRecall,
        ReasonKind::SuspendedCycle,
        ReasonKind::Balance,
    ]);
    let mut outcomes = vec![Outcome::NoAnswer; count];
    if count > 0 && dice.below(3) == 0 {
        outcomes.push(Outcome::AllWell);
    }
    let calls = outcomes.into_iter().map(|outcome| {
        let day = if outcome == Outcome::AllWell {
            TODAY
        } else {
            dice.day(back, 0)
        };
        let outcomes = vec![OutcomeOf {
            topic: Topic::Reason(kind),
            outcome,
        }];
        Attempt {
            at: Instant::from_civil(day.at(9, 0, 0, 0)),
            outcomes,
            ..an_attempt(dice, patient)
        }
    });
    calls.collect()
}

fn a_topic(dice: &mut Dice) -> Topic {
    match dice.below(11) {
        10 => Topic::Other,
        index => Topic::Reason(ReasonKind::ALL[index as usize]),
    }
}

fn an_outcome(dice: &mut Dice) -> Outcome {
    let (moment, day) = (dice.moment(2, 2), dice.day(10, 20));
    let outcomes = [
        Outcome::AllWell,
        Outcome::Problem {
            clinician: Some(ClinicianId(dice.uuid())),
            until: Some(moment),
        },
        Outcome::Booked { appointment: None },
        Outcome::CallBack {
            until: moment,
            what: String::new(),
        },
        Outcome::CallBack {
            until: moment,
            what: String::new(),
        },
        Outcome::Later { until: day },
        Outcome::Thinking,
        Outcome::NoAnswer,
        Outcome::NoAnswer,
        Outcome::NoAnswer,
        Outcome::Busy,
        Outcome::Family,
        Outcome::Voicemail,
        Outcome::PromisesToPay {
            by: day,
            amount: Some(Cents(5_000)),
        },
    ];
    let rare = [
        Outcome::WrongNumber,
        Outcome::AsksToSpread { until: None },
        Outcome::Disputes,
        Outcome::DeclinesToGoOn,
        Outcome::DoNotContact {
            purpose: None,
            channel: None,
        },
        Outcome::Deceased,
    ];
    if dice.below(12) == 0 {
        dice.of(&rare)
    } else {
        dice.of(&outcomes)
    }
}
