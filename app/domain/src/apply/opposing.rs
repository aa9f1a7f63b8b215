//! What a call opposes: added at once, and it wins every merge. Only who corrects the call on its day takes back what that very
//! call had added, where nobody else says the same.

use crate::calls::{Outcome, OutcomeOf};
use crate::id::{AttemptId, PatientId};
use crate::patient::Opposition;
use crate::refusal::Refusal;
use crate::rows::{Change, Row, Rows};

/// What these outcomes oppose.
pub(super) fn opposed_by<'a>(said: impl IntoIterator<Item = &'a OutcomeOf>) -> Vec<Opposition> {
    let opposes = said.into_iter().filter_map(|about| match about.outcome {
        Outcome::DoNotContact { purpose, channel } => Some(Opposition {
            purpose: Some(purpose.unwrap_or_else(|| about.topic.purpose())),
            channel,
        }),
        _ => None,
    });
    opposes.collect()
}

/// Those that the patient has not opposed yet: what a call is about to add.
pub(super) fn new_ones(rows: &impl Rows, patient: PatientId, opposed: Vec<Opposition>) -> Vec<Opposition> {
    let known = rows
        .patient(patient)
        .map_or(&[][..], |patient| &patient.oppositions);
    let mut new: Vec<Opposition> = Vec::new();
    for opposition in opposed {
        if !known.contains(&opposition) && !new.contains(&opposition) {
            new.push(opposition);
        }
    }
    new
}

/// Those that no other call of the patient says too.
pub(super) fn said_by_none_but(
    rows: &impl Rows,
    patient: PatientId,
    call: AttemptId,
    opposed: &[Opposition],
) -> Vec<Opposition> {
    let others = rows.attempts_of(patient).filter(|other| other.id != call);
    let said: Vec<Opposition> = others.flat_map(|other| opposed_by(&other.outcomes)).collect();
    opposed
        .iter()
        .copied()
        .filter(|opposition| !said.contains(opposition))
        .collect()
}

/// The patient with some oppositions more and others less, in one row; nothing where nothing changes.
pub(super) fn change_oppositions(
    rows: &impl Rows,
    patient: PatientId,
    add: &[Opposition],
    take: &[Opposition],
) -> Result<Option<Change>, Refusal> {
    if add.is_empty() && take.is_empty() {
        return Ok(None);
    }
    let before = rows.patient(patient).ok_or(Refusal::NotFound)?;
    let mut becoming = before.clone();
    becoming
        .oppositions
        .retain(|opposition| !take.contains(opposition));
    for opposition in add {
        if !becoming.oppositions.contains(opposition) {
            becoming.oppositions.push(*opposition);
        }
    }
    Ok((becoming != *before).then_some(Change::Put {
        row: Row::Patient(becoming),
    }))
}
