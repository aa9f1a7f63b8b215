//! What clinicians say of episodes of clinical risk, in words.

use app_domain::command::Command;
use app_domain::rows::Rows;

use super::Lookup;
use super::describe::Description;

/// What is said of an episode; `None` for other commands.
pub(super) fn describe_risk(command: &Command, lookup: &Lookup<'_, impl Rows>) -> Option<Description> {
    let text = &lookup.text().risk;
    let why = |reason: &str| (text.why.to_owned(), reason.to_owned());
    match command {
        Command::OpenRisk(wanted) => {
            let common = lookup.common();
            let tooth = (!wanted.tooth.is_empty()).then(|| (text.tooth.to_owned(), wanted.tooth.clone()));
            let fields = [
                Some((text.which.to_owned(), (common.risk)(wanted.category).to_owned())),
                Some((text.since.to_owned(), common.date(wanted.opened))),
                tooth,
                Some(why(&wanted.reason)),
            ];
            Some(Description {
                headline: (text.opens)(&lookup.patient_or_unknown(wanted.patient)),
                fields: fields.into_iter().flatten().collect(),
            })
        }
        Command::CloseRisk { patient, reason, .. } => Some(Description {
            headline: (text.closes)(&lookup.patient_or_unknown(*patient)),
            fields: vec![why(reason)],
        }),
        _ => None,
    }
}
