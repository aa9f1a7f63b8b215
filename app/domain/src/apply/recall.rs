//! Carrying out what is set by hand of recalls.

use super::Context;
use crate::calls::{NewRecall, Recall, recorded};
use crate::refusal::Refusal;
use crate::rows::{Change, Row, Rows};
use crate::time::Now;

/// Compare and set: who saw something else set by hand than is set now does not overwrite it.
pub(super) fn set_recall(
    rows: &impl Rows,
    context: &Context,
    wanted: &NewRecall,
) -> Result<Vec<Change>, Refusal> {
    let patient = rows.patient(wanted.patient).ok_or(Refusal::NotFound)?;
    let present = rows.recall(patient.id, wanted.check);
    let rule = present.map(|present| present.rule);
    if rule == Some(wanted.becomes) {
        return Ok(Vec::new());
    }
    if rule != wanted.was {
        return Err(Refusal::SetMeanwhile);
    }
    let recorded = recorded(rows, patient.id, wanted.check);
    // For what nobody is recalled nothing is set.
    let is_off = wanted.check.is_some() && recorded.is_none();
    let before = recorded.map(|recorded| recorded.under(present));
    if is_off
        || !wanted
            .becomes
            .is_fit(before.as_ref(), Now::at(context.at).today())
    {
        return Err(Refusal::UnfitValue);
    }
    Ok(vec![Change::Put {
        row: Row::Recall(Recall {
            patient: patient.id,
            check: wanted.check,
            rule: wanted.becomes,
            by: context.actor.member,
            at: context.at,
        }),
    }])
}
