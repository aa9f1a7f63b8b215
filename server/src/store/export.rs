//! What is recorded, in the words of the columns, for an export: other rows are named by the code that the former software
//! gave them, or by their id where they were made here.

use app_domain::id::PracticeId;
use app_domain::time::Instant;
use sqlx::FromRow;

use super::{StoreError, Tx, sql};

/// Before everything.
pub const BEGINNING: Instant = Instant(i64::MIN);

/// What the shared row of a patient does not hold.
#[derive(FromRow, Clone, Debug)]
#[expect(missing_docs, reason = "the fields are the columns of the table")]
pub struct PatientRecord {
    pub id: String,
    pub sex: Option<String>,
    pub birth_place: Option<String>,
    pub tax_code: Option<String>,
    pub address: Option<String>,
    pub postal_code: Option<String>,
    pub town: Option<String>,
    pub province: Option<String>,
    pub hygiene_interval_months: i64,
    pub hygiene_fixed: Option<String>,
}

/// Every patient.
pub async fn patient_records(tx: &mut Tx, practice: PracticeId) -> Result<Vec<PatientRecord>, StoreError> {
    Ok(sql!(
        tx,
        all::<PatientRecord>,
        "SELECT id, sex, birth_place, tax_code, address, postal_code, town, province, hygiene_interval_months,
             hygiene_fixed
         FROM patient WHERE practice_id = $1",
        practice.to_string(),
    )?)
}

/// Id and code of rows.
pub type Codes = Vec<(String, String)>;

/// Visits that the former software knew.
pub async fn visit_codes(tx: &mut Tx, practice: PracticeId) -> Result<Codes, StoreError> {
    Ok(sql!(
        tx,
        all::<(String, String)>,
        "SELECT id, code FROM appointment WHERE practice_id = $1 AND code IS NOT NULL",
        practice.to_string(),
    )?)
}

/// Contacts that the former software knew.
pub async fn attempt_codes(tx: &mut Tx, practice: PracticeId) -> Result<Codes, StoreError> {
    Ok(sql!(
        tx,
        all::<(String, String)>,
        "SELECT id, code FROM attempt WHERE practice_id = $1 AND code IS NOT NULL",
        practice.to_string(),
    )?)
}

/// Colours of clinicians, by id.
pub async fn colours(tx: &mut Tx, practice: PracticeId) -> Result<Codes, StoreError> {
    Ok(sql!(
        tx,
        all::<(String, String)>,
        "SELECT id, colour FROM clinician WHERE practice_id = $1 AND colour IS NOT NULL",
        practice.to_string(),
    )?)
}

/// A plan.
#[derive(FromRow, Clone, Debug)]
#[expect(missing_docs, reason = "the fields are the columns of the table")]
pub struct PlanRecord {
    pub id: String,
    pub code: String,
    pub patient: String,
    pub clinician: Option<String>,
    pub title: String,
    pub signed: Option<String>,
    pub presented: Option<String>,
    pub state: String,
}

/// Every plan.
pub async fn plan_records(tx: &mut Tx, practice: PracticeId) -> Result<Vec<PlanRecord>, StoreError> {
    Ok(sql!(
        tx,
        all::<PlanRecord>,
        "SELECT plan.id, coalesce(plan.code, plan.id) AS code, patient.code AS patient, clinician.code AS clinician,
             plan.title, plan.signed, plan.presented, plan.state
         FROM plan
         JOIN patient ON patient.practice_id = plan.practice_id AND patient.id = plan.patient_id
         LEFT JOIN clinician ON clinician.practice_id = plan.practice_id AND clinician.id = plan.clinician_id
         WHERE plan.practice_id = $1 ORDER BY plan.id",
        practice.to_string(),
    )?)
}

/// A step of a plan or a single act.
#[derive(FromRow, Clone, Debug)]
#[expect(missing_docs, reason = "the fields are the columns of the table")]
pub struct ActRecord {
    pub id: String,
    pub code: String,
    pub patient: String,
    pub plan: Option<String>,
    pub position: Option<i64>,
    pub act_code: String,
    pub description: String,
    pub tooth: String,
    pub clinician: Option<String>,
    pub done: Option<String>,
    pub price_cents: i64,
    pub discount_cents: i64,
    pub answer: Option<String>,
    pub gap_days: Option<i64>,
}

/// Every act.
pub async fn act_records(tx: &mut Tx, practice: PracticeId) -> Result<Vec<ActRecord>, StoreError> {
    Ok(sql!(
        tx,
        all::<ActRecord>,
        "SELECT act.id, coalesce(act.code, act.id) AS code, patient.code AS patient,
             coalesce(plan.code, plan.id) AS plan, act.position, act.act_code, act.description, act.tooth,
             clinician.code AS clinician, act.done, act.price_cents, act.discount_cents, act.answer, act.gap_days
         FROM act
         JOIN patient ON patient.practice_id = act.practice_id AND patient.id = act.patient_id
         LEFT JOIN plan ON plan.practice_id = act.practice_id AND plan.id = act.plan_id
         LEFT JOIN clinician ON clinician.practice_id = act.practice_id AND clinician.id = act.clinician_id
         WHERE act.practice_id = $1 ORDER BY act.id",
        practice.to_string(),
    )?)
}

/// A payment, or a refund where it is below zero.
#[derive(FromRow, Clone, Debug)]
#[expect(missing_docs, reason = "the fields are the columns of the table")]
pub struct PaymentRecord {
    pub id: String,
    pub code: String,
    pub patient: String,
    pub plan: Option<String>,
    pub day: String,
    pub amount_cents: i64,
    pub method: String,
}

/// Every payment.
pub async fn payment_records(tx: &mut Tx, practice: PracticeId) -> Result<Vec<PaymentRecord>, StoreError> {
    Ok(sql!(
        tx,
        all::<PaymentRecord>,
        "SELECT payment.id, coalesce(payment.code, payment.id) AS code, patient.code AS patient,
             coalesce(plan.code, plan.id) AS plan, payment.day, payment.amount_cents, payment.method
         FROM payment
         JOIN patient ON patient.practice_id = payment.practice_id AND patient.id = payment.patient_id
         LEFT JOIN plan ON plan.practice_id = payment.practice_id AND plan.id = payment.plan_id
         WHERE payment.practice_id = $1 ORDER BY payment.id",
        practice.to_string(),
    )?)
}

/// Code of the plan, number, due day, cents.
pub type InstalmentRecord = (String, i64, String, i64);

/// Every instalment.
pub async fn instalment_records(
    tx: &mut Tx,
    practice: PracticeId,
) -> Result<Vec<InstalmentRecord>, StoreError> {
    Ok(sql!(
        tx,
        all::<InstalmentRecord>,
        "SELECT coalesce(plan.code, plan.id) AS plan, instalment.number, instalment.due, instalment.amount_cents
         FROM instalment
         JOIN plan ON plan.practice_id = instalment.practice_id AND plan.id = instalment.plan_id
         WHERE instalment.practice_id = $1 ORDER BY plan.id, instalment.number",
        practice.to_string(),
    )?)
}
