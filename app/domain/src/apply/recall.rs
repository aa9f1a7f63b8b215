//! Carrying out what is set by hand of recalls.

use super::Context;
use crate::calls::{NewRecall, Recall};
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
    let present = rows.recall(patient.id);
    let rule = present.map(|present| present.rule);
    if rule == Some(wanted.becomes) {
        return Ok(Vec::new());
    }
    if rule != wanted.was {
        return Err(Refusal::SetMeanwhile);
    }
    if !wanted
        .becomes
        .is_fit(rows.care(patient.id), present, Now::at(context.at).today())
    {
        return Err(Refusal::UnfitValue);
    }
    Ok(vec![Change::Put {
        row: Row::Recall(Recall {
            patient: patient.id,
            rule: wanted.becomes,
            by: context.actor.member,
            at: context.at,
        }),
    }])
}
