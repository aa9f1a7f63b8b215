//! Carrying out what is asked of a patient's record.

use super::Context;
use super::settling::number_corrected;
use crate::id::PatientId;
use crate::patient::PatientField;
use crate::refusal::Refusal;
use crate::rows::{Change, Row, Rows};
use crate::time::Now;

/// Per field, compare and set: who saw another value than the present one does not overwrite it.
pub(super) fn edit_patient(
    rows: &impl Rows,
    context: &Context,
    patient: PatientId,
    was: &PatientField,
    becomes: &PatientField,
) -> Result<Vec<Change>, Refusal> {
    let patient = rows.patient(patient).ok_or(Refusal::NotFound)?;
    if !was.is_same_field(becomes) || !becomes.is_fit(Now::at(context.at).today()) {
        return Err(Refusal::UnfitValue);
    }
    let now = becomes.of(patient).ok_or(Refusal::NotFound)?;
    if now == *becomes {
        return Ok(Vec::new());
    }
    if now != *was && !becomes.always_wins() {
        return Err(Refusal::FieldChanged { now });
    }
    let mut changes = vec![Change::Put {
        row: Row::Patient(becomes.put_into(patient)),
    }];
    if matches!(becomes, PatientField::Mobile(_) | PatientField::Landline(_)) {
        changes.extend(number_corrected(rows, context, patient.id));
    }
    Ok(changes)
}
