//! Carrying out what a person settles of what calls have left to decide.

use super::Context;
use super::calls::check_length;
use crate::calls::{Attempt, Matter, Settlement, Settling};
use crate::id::{AttemptId, PatientId};
use crate::patient::{Patient, Standing};
use crate::refusal::Refusal;
use crate::rows::{Change, Row, Rows};

/// Added to the call. What was settled otherwise meanwhile is not settled blindly.
pub(super) fn settle_call(
    rows: &impl Rows,
    context: &Context,
    id: AttemptId,
    was: Option<Settlement>,
    settlement: Settlement,
    words: &str,
) -> Result<Vec<Change>, Refusal> {
    let attempt = rows.attempt(id).ok_or(Refusal::NotFound)?;
    if !settlement.fits(attempt) {
        return Err(Refusal::UnfitOutcome);
    }
    check_length(words)?;
    if matches!(settlement, Settlement::Closed { .. }) && words.trim().is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    let settling = Settling {
        by: context.actor.member,
        at: context.at,
        settlement,
        words: words.trim().to_owned(),
    };
    if let Some(last) = attempt.settled_about(settlement.matter()) {
        if last.by == settling.by && last.settlement == settlement && last.words == settling.words {
            return Ok(Vec::new());
        }
        if was != Some(last.settlement) {
            return Err(Refusal::Settled {
                by: last.by,
                at: last.at,
            });
        }
    }
    let patient = rows.patient(attempt.patient).ok_or(Refusal::NotFound)?;
    let standing = standing_after(attempt, patient, settlement)?;
    let mut changes = vec![with(attempt, settling)];
    if standing != patient.standing {
        changes.push(Change::Put {
            row: Row::Patient(Patient {
                standing,
                ..patient.clone()
            }),
        });
    }
    Ok(changes)
}

/// How the patient stands from now on. A confirmation that was wrong gives back what it took, unless the standing was
/// changed otherwise since.
fn standing_after(attempt: &Attempt, patient: &Patient, settlement: Settlement) -> Result<Standing, Refusal> {
    let before = attempt.settled_about(Matter::Report).map(|last| last.settlement);
    match (settlement, attempt.reports(), before) {
        (Settlement::Confirmed { standing }, Some(reported), _) => {
            if patient.standing == standing {
                Ok(reported)
            } else {
                Err(Refusal::SetMeanwhile)
            }
        }
        (Settlement::NotTrue, Some(reported), Some(Settlement::Confirmed { standing }))
            if patient.standing == reported =>
        {
            Ok(standing)
        }
        _ => Ok(patient.standing),
    }
}

fn with(attempt: &Attempt, settling: Settling) -> Change {
    let mut attempt = attempt.clone();
    attempt.settled.push(settling);
    Change::Put {
        row: Row::Attempt(attempt),
    }
}

/// A number of the patient was corrected: written beside the last call, so that what was tried before does not count against
/// the new number. Calls made later stand for themselves, in whatever order they arrive.
pub(super) fn number_corrected(rows: &impl Rows, context: &Context, patient: PatientId) -> Option<Change> {
    let last = rows
        .attempts_of(patient)
        .max_by_key(|attempt| (attempt.at, attempt.id))?;
    if last.settled_about(Matter::Number).is_some() {
        return None;
    }
    let settling = Settling {
        by: context.actor.member,
        at: context.at,
        settlement: Settlement::NumberCorrected,
        words: String::new(),
    };
    Some(with(last, settling))
}
