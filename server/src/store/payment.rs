//! Payments that were recorded here. The entry is among the payments, like those of an import; who made it and why is beside.

use app_domain::id::{PatientId, PracticeId};
use app_domain::money::Cents;
use app_domain::payments::{PaymentEntry, RecordedPayment};
use app_domain::time::Instant;
use sqlx::FromRow;

use super::column::{parsed, parsed_or_none, unreadable};
use super::{StoreError, Tx, sql};

#[derive(FromRow)]
struct Columns {
    id: String,
    patient_id: String,
    plan_id: Option<String>,
    day: String,
    amount_cents: i64,
    member_id: String,
    at: i64,
    reason: Option<String>,
    corrects_id: Option<String>,
    is_waiver: bool,
}

impl Columns {
    fn read(self) -> Result<RecordedPayment, StoreError> {
        let of = parsed_or_none("recorded_payment.corrects_id", self.corrects_id.as_deref())?;
        let entry = match (of, self.reason) {
            (Some(of), Some(reason)) => PaymentEntry::Correction { of, reason },
            (None, Some(reason)) if self.is_waiver => PaymentEntry::Waiver { reason },
            (None, Some(reason)) => PaymentEntry::Refund { reason },
            (None, None) => PaymentEntry::Payment,
            (Some(of), None) => return Err(unreadable("recorded_payment.reason", of)),
        };
        Ok(RecordedPayment {
            id: parsed("payment.id", &self.id)?,
            patient: parsed("payment.patient_id", &self.patient_id)?,
            plan: parsed_or_none("payment.plan_id", self.plan_id.as_deref())?,
            day: parsed("payment.day", &self.day)?,
            amount: Cents(self.amount_cents),
            entry,
            by: parsed("recorded_payment.member_id", &self.member_id)?,
            at: Instant(self.at),
        })
    }
}

/// Entries of the patients whom the devices know, made since an instant.
pub async fn payments_in_scope(
    tx: &mut Tx,
    practice: PracticeId,
    since: Instant,
) -> Result<Vec<RecordedPayment>, StoreError> {
    let rows = sql!(
        tx,
        all::<Columns>,
        "SELECT payment.id, payment.patient_id, payment.plan_id, payment.day, payment.amount_cents,
             made.member_id, made.at, made.reason, made.corrects_id, made.is_waiver
         FROM recorded_payment AS made
         JOIN payment ON payment.practice_id = made.practice_id AND payment.id = made.payment_id
         WHERE made.practice_id = $1 AND made.at >= $2
             AND payment.patient_id IN (SELECT patient_id FROM care WHERE practice_id = $1)",
        practice.to_string(),
        since.0,
    )?;
    rows.into_iter().map(Columns::read).collect()
}

/// Entries of one patient, made since an instant.
pub async fn recorded_payments_of(
    tx: &mut Tx,
    practice: PracticeId,
    patient: PatientId,
    since: Instant,
) -> Result<Vec<RecordedPayment>, StoreError> {
    let rows = sql!(
        tx,
        all::<Columns>,
        "SELECT payment.id, payment.patient_id, payment.plan_id, payment.day, payment.amount_cents,
             made.member_id, made.at, made.reason, made.corrects_id, made.is_waiver
         FROM payment
         JOIN recorded_payment AS made ON made.practice_id = payment.practice_id AND made.payment_id = payment.id
         WHERE payment.practice_id = $1 AND payment.patient_id = $2 AND made.at >= $3
         ORDER BY payment.id",
        practice.to_string(),
        patient.to_string(),
        since.0,
    )?;
    rows.into_iter().map(Columns::read).collect()
}

/// Every entry that was made here.
pub async fn recorded_payments(
    tx: &mut Tx,
    practice: PracticeId,
) -> Result<Vec<RecordedPayment>, StoreError> {
    let rows = sql!(
        tx,
        all::<Columns>,
        "SELECT payment.id, payment.patient_id, payment.plan_id, payment.day, payment.amount_cents,
             made.member_id, made.at, made.reason, made.corrects_id, made.is_waiver
         FROM recorded_payment AS made
         JOIN payment ON payment.practice_id = made.practice_id AND payment.id = made.payment_id
         WHERE made.practice_id = $1
         ORDER BY made.at, made.payment_id",
        practice.to_string(),
    )?;
    rows.into_iter().map(Columns::read).collect()
}

/// Adds an entry; the same one again is there already.
///
/// # Errors
/// Nothing of the books is edited: another entry with its id is a violation, as is a second one that takes the same entry
/// back, and a plan that is not the patient's.
pub async fn add_payment(
    tx: &mut Tx,
    practice: PracticeId,
    payment: &RecordedPayment,
) -> Result<(), StoreError> {
    let since = payment.at;
    let known = recorded_payments_of(tx, practice, payment.patient, since).await?;
    if known.contains(payment) {
        return Ok(());
    }
    // A plan that is not the patient's becomes one that is not there. What takes a waiver back is one too.
    sql!(
        tx,
        execute,
        "INSERT INTO payment (practice_id, id, patient_id, plan_id, day, amount_cents)
         VALUES ($1, $2, $3,
             CASE WHEN $4 = '' THEN NULL ELSE coalesce(
                 (SELECT plan.id FROM plan WHERE plan.practice_id = $1 AND plan.id = $4 AND plan.patient_id = $3), '')
             END, $5, $6)",
        practice.to_string(),
        payment.id.to_string(),
        payment.patient.to_string(),
        payment.plan.map(|plan| plan.to_string()).unwrap_or_default(),
        payment.day.to_string(),
        payment.amount.0,
    )?;
    sql!(
        tx,
        execute,
        "INSERT INTO recorded_payment (practice_id, payment_id, member_id, at, reason, corrects_id, is_waiver)
         VALUES ($1, $2, $3, $4, $5, $6, coalesce(
             (SELECT made.is_waiver FROM recorded_payment AS made WHERE made.practice_id = $1 AND made.payment_id = $6),
             $7))",
        practice.to_string(),
        payment.id.to_string(),
        payment.by.to_string(),
        payment.at.0,
        payment.entry.reason(),
        payment.entry.corrects().map(|of| of.to_string()),
        matches!(payment.entry, PaymentEntry::Waiver { .. }),
    )?;
    Ok(())
}
