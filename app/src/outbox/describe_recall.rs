//! What is set by hand of recalls, in words.

use app_domain::command::Command;
use app_domain::rows::Rows;

use super::Lookup;
use super::describe::Description;

/// What is set of a recall; `None` for other commands.
pub(super) fn describe_recall(command: &Command, lookup: &Lookup<'_, impl Rows>) -> Option<Description> {
    let Command::SetRecall(wanted) = command else {
        return None;
    };
    let text = &lookup.text().recall;
    let (rule, whose) = (wanted.becomes, lookup.patient_or_unknown(wanted.patient));
    let date = |label: &str, day| (label.to_owned(), lookup.common().date(day));
    let every = (text.every.to_owned(), (text.months)(rule.interval_months));
    let fixed = rule.fixed.map(|day| date(text.fixed, day));
    let until = rule.disabled_until.map(|day| date(text.until, day));
    Some(Description {
        headline: match wanted.check {
            None => (text.sets)(&whose),
            Some(check) => format!("{}: {whose}", (lookup.common().check)(check)),
        },
        fields: [Some(every), fixed, until].into_iter().flatten().collect(),
    })
}
