//! What is added to a call, in words: a correction, an answer, a hand-over, a call taken from somebody.

use app_domain::calls::{Attempt, Matter, OutcomeOf, Topic, why};
use app_domain::command::Command;
use app_domain::id::AttemptId;
use app_domain::rows::Rows;

use super::Lookup;
use super::describe::Description;
use super::outcome_words::outcome_words;

/// What is added to a call; `None` for other commands.
pub(super) fn describe_addendum(command: &Command, lookup: &Lookup<'_, impl Rows>) -> Option<Description> {
    let text = &lookup.text().addenda;
    let whose = |id: &AttemptId| {
        let patient = lookup.rows.attempt(*id).map(|attempt: &Attempt| attempt.patient);
        patient.map_or_else(
            || lookup.text().describe.unknown_patient.to_owned(),
            |patient| lookup.patient_or_unknown(patient),
        )
    };
    let outcomes = |outcomes: &[OutcomeOf]| {
        let one = |about: &OutcomeOf| {
            let topic = (lookup.text().topic)(about.topic);
            format!("{topic}: {}", outcome_words(&about.outcome, lookup.language))
        };
        outcomes.iter().map(one).collect::<Vec<_>>().join(" · ")
    };
    let optional =
        |label: &str, words: &str| (!words.is_empty()).then(|| (label.to_owned(), words.to_owned()));
    Some(match command {
        Command::CorrectAttempt {
            attempt,
            was,
            becomes,
            ..
        } => Description {
            headline: (text.corrects)(&whose(attempt)),
            fields: vec![
                (text.was.to_owned(), outcomes(was)),
                (text.becomes.to_owned(), outcomes(becomes)),
            ],
        },
        Command::AnswerEscalation {
            attempt,
            advice,
            words,
        } => {
            let advice = why::advice(*advice, lookup.language).to_owned();
            let fields = [
                Some((text.advice.to_owned(), advice)),
                optional(text.words, words),
            ];
            Description {
                headline: (text.answers)(&whose(attempt)),
                fields: fields.into_iter().flatten().collect(),
            }
        }
        Command::HandOverPromise {
            attempt, to, word, ..
        } => {
            let fields = [
                Some((text.to.to_owned(), lookup.member(*to))),
                optional(text.word, word),
            ];
            Description {
                headline: (text.hands_over)(&whose(attempt)),
                fields: fields.into_iter().flatten().collect(),
            }
        }
        Command::SettleCall {
            attempt,
            settlement,
            words,
            ..
        } => {
            let about = match settlement.matter() {
                Matter::Reason(reason) => Some((
                    text.about.to_owned(),
                    (lookup.text().topic)(Topic::Reason(reason)).to_owned(),
                )),
                _ => None,
            };
            let fields = [
                about,
                Some((text.settled.to_owned(), (text.settlement)(*settlement).to_owned())),
                optional(text.why, words),
            ];
            Description {
                headline: (text.settles)(&whose(attempt)),
                fields: fields.into_iter().flatten().collect(),
            }
        }
        Command::TakeOverCall { patient, from, word } => {
            let fields = [
                Some((text.from.to_owned(), lookup.member(*from))),
                optional(text.word, word),
            ];
            Description {
                headline: (text.takes_over)(&lookup.patient_or_unknown(*patient)),
                fields: fields.into_iter().flatten().collect(),
            }
        }
        _ => return None,
    })
}
