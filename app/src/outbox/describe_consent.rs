//! What is done with consents to treatment, in words.

use app_domain::command::Command;
use app_domain::rows::Rows;
use app_domain::treatment_consent::WithdrawalWish;

use super::Lookup;
use super::describe::Description;

/// What is done with a consent; `None` for other commands.
pub(super) fn describe_consent(command: &Command, lookup: &Lookup<'_, impl Rows>) -> Option<Description> {
    let text = &lookup.text().consent;
    match command {
        Command::AttestConsent { patient, signed, .. } => Some(Description {
            headline: (text.attests)(&lookup.patient_or_unknown(*patient)),
            fields: vec![(text.signed.to_owned(), lookup.common().date(*signed))],
        }),
        Command::WithdrawConsent {
            patient,
            wish,
            reason,
            ..
        } => {
            let word = match wish {
                WithdrawalWish::Patient => text.wishes[0],
                WithdrawalWish::Clinician => text.wishes[1],
            };
            let why = (!reason.is_empty()).then(|| (text.why.to_owned(), reason.clone()));
            Some(Description {
                headline: (text.withdraws)(&lookup.patient_or_unknown(*patient)),
                fields: [(text.wish.to_owned(), word.to_owned())]
                    .into_iter()
                    .chain(why)
                    .collect(),
            })
        }
        _ => None,
    }
}
