//! What is done with requests of patients, in words; and with payments that they ask to put off.

use app_domain::command::Command;
use app_domain::id::{PatientId, RequestId};
use app_domain::rows::Rows;

use super::Lookup;
use super::describe::Description;

/// What is done with a request; `None` for other commands.
pub(super) fn describe_request(command: &Command, lookup: &Lookup<'_, impl Rows>) -> Option<Description> {
    let text = &lookup.text().request;
    let name = |patient: Option<PatientId>| {
        patient.map_or_else(
            || lookup.text().describe.unknown_patient.to_owned(),
            |patient| lookup.patient_or_unknown(patient),
        )
    };
    let whose = |id: &RequestId| name(lookup.rows.request(*id).map(|request| request.patient));
    let said = |label: &str, words: &str| (!words.is_empty()).then(|| (label.to_owned(), words.to_owned()));
    let (headline, fields) = match command {
        Command::OpenRequest(wanted) => (
            (text.asks)(&name(Some(wanted.patient))),
            vec![
                said(text.words, &wanted.words),
                said(text.due, &lookup.moment(wanted.due)),
                wanted
                    .owner
                    .and_then(|owner| said(text.to, &lookup.member(owner))),
            ],
        ),
        Command::HandOverRequest {
            request, to, word, ..
        } => (
            (text.hands_over)(&whose(request)),
            vec![said(text.to, &lookup.member(*to)), said(text.words, word)],
        ),
        Command::PutOffRequest { request, becomes, .. } => (
            (text.puts_off)(&whose(request)),
            vec![said(text.due, &lookup.moment(*becomes))],
        ),
        Command::SolveRequest { request, words } => {
            ((text.solves)(&whose(request)), vec![said(text.words, words)])
        }
        Command::ReopenRequest { request, reason } => {
            ((text.reopens)(&whose(request)), vec![said(text.why, reason)])
        }
        Command::DecideDelay {
            attempt,
            granted,
            words,
        } => {
            let patient = lookup.rows.attempt(*attempt).map(|attempt| attempt.patient);
            let decision = text.granted[usize::from(!granted)];
            (
                (text.decides)(&name(patient)),
                vec![said(text.decision, decision), said(text.words, words)],
            )
        }
        _ => return None,
    };
    Some(Description {
        headline,
        fields: fields.into_iter().flatten().collect(),
    })
}
