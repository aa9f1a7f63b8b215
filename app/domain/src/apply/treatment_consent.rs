//! Carrying out what is asked about consents to treatment.

use jiff::civil::Date;

use super::Context;
use super::calls::check_length;
use crate::agenda::UNDO_MS;
use crate::id::{MemberId, PatientId, PlanId};
use crate::refusal::Refusal;
use crate::rows::{Change, Key, Row, Rows};
use crate::time::{Instant, Now};
use crate::treatment_consent::{GivenConsent, TreatmentConsent, WithdrawalWish, WithdrawnConsent};

/// What is given of a plan, as a change; where nothing is left of it, the row goes.
fn put(plan: PlanId, patient: PatientId, given: Vec<GivenConsent>) -> Vec<Change> {
    let change = match TreatmentConsent::of(plan, patient, given) {
        Some(consent) => Change::Put {
            row: Row::TreatmentConsent(consent),
        },
        None => Change::Remove {
            key: Key::TreatmentConsent(plan),
        },
    };
    vec![change]
}

/// Attests that the patient has signed. Of two attestations the first received counts; what was attested before somebody
/// withdrew does not undo that, however late it arrives.
pub(super) fn attest_consent(
    rows: &impl Rows,
    context: &Context,
    plan: PlanId,
    patient: PatientId,
    signed: Date,
) -> Result<Vec<Change>, Refusal> {
    let known = rows.treatment_consent(plan);
    check_plan(rows, plan, patient, known)?;
    if signed > Now::at(context.at).today() {
        return Err(Refusal::UnfitValue);
    }
    let mut given = known.map_or_else(Vec::new, |consent| consent.given.clone());
    match given.last_mut() {
        Some(last) if last.withdrawn.is_none() => {
            return if last.signed == signed {
                Ok(Vec::new())
            } else {
                Err(Refusal::Settled {
                    by: last.by,
                    at: last.at,
                })
            };
        }
        Some(last) => {
            let slip = last.signed == signed;
            let withdrawn = last.withdrawn.as_ref();
            if slip && withdrawn.is_some_and(|withdrawn| is_slip(context, withdrawn.by, withdrawn.at)) {
                last.withdrawn = None;
                return Ok(put(plan, patient, given));
            }
            withdrawn.map_or(Ok(()), |withdrawn| check_after(context, signed, withdrawn))?;
        }
        None => {}
    }
    given.push(GivenConsent {
        by: context.actor.member,
        at: context.at,
        signed,
        withdrawn: None,
    });
    Ok(put(plan, patient, given))
}

/// A plan that the patient has: an active one, or one of whose consent something is recorded.
fn check_plan(
    rows: &impl Rows,
    plan: PlanId,
    patient: PatientId,
    known: Option<&TreatmentConsent>,
) -> Result<(), Refusal> {
    let is_theirs = match known {
        Some(consent) => consent.patient == patient,
        None => rows
            .care(patient)
            .is_some_and(|care| care.plans.iter().any(|care| care.plan == plan)),
    };
    if is_theirs { Ok(()) } else { Err(Refusal::NotFound) }
}

/// Who no longer consents is asked anew: a paper signed before that day does not bring the consent back.
fn check_after(context: &Context, signed: Date, withdrawn: &WithdrawnConsent) -> Result<(), Refusal> {
    if context.at < withdrawn.at {
        return Err(Refusal::Settled {
            by: withdrawn.by,
            at: withdrawn.at,
        });
    }
    let is_older = signed < withdrawn.at.civil().date();
    match withdrawn.wish {
        WithdrawalWish::Patient if is_older => Err(Refusal::UnfitValue),
        WithdrawalWish::Patient | WithdrawalWish::Clinician => Ok(()),
    }
}

/// Withdraws the consent in force. It always wins: whatever was seen, and whoever attested.
pub(super) fn withdraw_consent(
    rows: &impl Rows,
    context: &Context,
    plan: PlanId,
    patient: PatientId,
    wish: WithdrawalWish,
    reason: &str,
) -> Result<Vec<Change>, Refusal> {
    check_length(reason)?;
    let Some(consent) = rows.treatment_consent(plan) else {
        return Ok(Vec::new());
    };
    if consent.patient != patient {
        return Err(Refusal::NotFound);
    }
    let mut given = consent.given.clone();
    let Some(last) = given.last_mut().filter(|last| last.withdrawn.is_none()) else {
        return Ok(Vec::new());
    };
    if !reason.trim().is_empty() {
        last.withdrawn = Some(WithdrawnConsent {
            by: context.actor.member,
            at: context.at,
            wish,
            reason: reason.trim().to_owned(),
        });
    } else if is_slip(context, last.by, last.at) {
        given.pop();
    } else {
        return Err(Refusal::ReasonMissing);
    }
    Ok(put(plan, patient, given))
}

/// Who did it takes that back at once: nothing has happened, and no trace is left.
fn is_slip(context: &Context, by: MemberId, Instant(done): Instant) -> bool {
    let Instant(at) = context.at;
    by == context.actor.member && at.saturating_sub(done).abs() <= UNDO_MS
}
