//! What is done with consents to treatment, in words.

use app_domain::command::Command;
use app_domain::rows::Rows;
use app_domain::treatment_consent::WithdrawalWish;

use super::Lookup;
use super::describe::{Description, patient_of};

/// What is done with a consent; `None` for other commands.
pub(super) fn describe_consent(command: &Command, lookup: &Lookup<'_, impl Rows>) -> Option<Description> {
    let text = &lookup.text().consent;
    let whose = || {
        patient_of(command, lookup.rows).map_or_else(
            || lookup.text().describe.unknown_patient.to_owned(),
            |patient| lookup.patient_or_unknown(patient),
        )
    };
    match command {
        Command::AttestConsent { signed, .. } => Some(Description {
            headline: (text.attests)(&whose()),
            fields: vec![(text.signed.to_owned(), lookup.common().date(*signed))],
        }),
        Command::WithdrawConsent { wish, reason, .. } => {
            let word = match wish {
                WithdrawalWish::Patient => text.wishes[0],
                WithdrawalWish::Clinician => text.wishes[1],
            };
            let why = (!reason.is_empty()).then(|| (text.why.to_owned(), reason.clone()));
            Some(Description {
                headline: (text.withdraws)(&whose()),
                fields: [(text.wish.to_owned(), word.to_owned())]
                    .into_iter()
                    .chain(why)
                    .collect(),
            })
        }
        _ => None,
    }
}
