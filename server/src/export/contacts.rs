//! Calls.

use app_domain::calls::{Attempt, Outcome, OutcomeOf, Topic};
use app_domain::rows::Row;

use super::agenda::whole_minute;
use super::gather::Known;
use super::sheet::{ExportFile, Sheet, euro, hour, moment, some, survives, whole, word};

pub(super) fn contacts(known: &Known) -> ExportFile {
    let headers = [
        "Id Richiamo",
        "Id",
        "Paziente",
        "Data",
        "Ora",
        "Canale",
        "Motivo",
        "Esito",
        "Operatore di segreteria",
        "Promesso per",
        "Importo promesso",
        "Riga",
    ];
    let mut sheet = Sheet::new("contatti.csv", &headers);
    for attempt in &known.attempts {
        let at = attempt.at.civil();
        let riga = if columns_do(attempt) {
            String::new()
        } else {
            whole(&Row::Attempt(attempt.clone()))
        };
        let promised = attempt.outcomes.iter().find_map(|about| promised(&about.outcome));
        let (until, amount) = promised.unwrap_or_default();
        let member = attempt
            .by
            .and_then(|by| known.members.iter().find(|member| member.id == by));
        sheet.row([
            attempt.id.to_string(),
            known.code(attempt.id.0),
            known.code(attempt.patient.0),
            at.date().to_string(),
            hour(at.time()),
            word(attempt.channel),
            each(attempt, |about| topic(about.topic)),
            each(attempt, |about| word_of(&about.outcome)),
            some(attempt.by_name.as_ref().or(member.map(|member| &member.name))),
            until,
            amount,
            riga,
        ]);
    }
    sheet.file()
}

/// What the call was about or what came of it, for each reason: a person reads it where the row is read from `Riga`.
fn each(attempt: &Attempt, text: impl Fn(&OutcomeOf) -> String) -> String {
    attempt.outcomes.iter().map(text).collect::<Vec<_>>().join(" + ")
}

fn topic(topic: Topic) -> String {
    match topic {
        Topic::Reason(kind) => kind.name().to_owned(),
        Topic::Other => "other".to_owned(),
    }
}

fn word_of(outcome: &Outcome) -> String {
    word(outcome.kind())
}

/// Until when something was promised, and how much.
fn promised(outcome: &Outcome) -> Option<(String, String)> {
    match outcome {
        Outcome::CallBack { until, .. } => Some((moment(*until), String::new())),
        Outcome::Later { until } => Some((until.to_string(), String::new())),
        Outcome::PromisesToPay { by, amount } => Some((by.to_string(), some(amount.map(euro)))),
        _ => None,
    }
}

/// Whether the columns give the call back as it is.
fn columns_do(attempt: &Attempt) -> bool {
    let [about] = attempt.outcomes.as_slice() else {
        return false;
    };
    let outcome_does = match &about.outcome {
        Outcome::Problem { clinician, until } => clinician.is_none() && until.is_none(),
        Outcome::Confirms { appointment }
        | Outcome::AsksToMove { appointment }
        | Outcome::Booked { appointment } => appointment.is_none(),
        Outcome::DoNotContact { purpose, channel } => purpose.is_none() && channel.is_none(),
        Outcome::CallBack { until, what } => {
            (until.second(), until.subsec_nanosecond()) == (0, 0) && what.is_empty()
        }
        _ => true,
    };
    let nothing_added = attempt.question.is_empty()
        && attempt.answer.is_none()
        && attempt.hand_offs.is_empty()
        && attempt.corrected.is_empty()
        && attempt.settled.is_empty()
        && attempt.opposed.is_empty();
    attempt.imported
        && attempt.by.is_none()
        && !attempt.double
        && nothing_added
        && outcome_does
        && whole_minute(attempt.at)
        && attempt.by_name.as_deref().is_none_or(survives)
}
