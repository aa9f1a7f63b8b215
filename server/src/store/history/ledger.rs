//! Plans, acts, payments and instalments of some families.

use std::collections::BTreeMap;

use app_domain::care::{Act, History, Instalment, Payment, Plan, PlanAnswer, PlanState};
use app_domain::id::{PatientId, PracticeId};
use app_domain::money::Cents;
use sqlx::FromRow;

use super::Families;
use crate::store::column::{narrow, parsed, parsed_or_none, unreadable};
use crate::store::{StoreError, Tx, sql};

type Histories = BTreeMap<PatientId, History>;

/// Adds plans, acts, payments and instalments to the histories of their patients.
pub(super) async fn gather(
    tx: &mut Tx,
    practice: PracticeId,
    families: &Families,
    of: &mut Histories,
) -> Result<(), StoreError> {
    for plan in plans(tx, practice, families).await? {
        of.entry(plan.patient)
            .and_modify(|history| history.plans.push(plan));
    }
    for act in acts(tx, practice, families).await? {
        of.entry(act.patient).and_modify(|history| history.acts.push(act));
    }
    for payment in payments(tx, practice, families).await? {
        of.entry(payment.patient)
            .and_modify(|history| history.payments.push(payment));
    }
    for (patient, instalment) in instalments(tx, practice, families).await? {
        of.entry(patient)
            .and_modify(|history| history.instalments.push(instalment));
    }
    Ok(())
}

#[derive(FromRow)]
struct PlanColumns {
    id: String,
    code: Option<String>,
    patient_id: String,
    title: String,
    presented: Option<String>,
    state: String,
}

impl PlanColumns {
    fn read(self) -> Result<Plan, StoreError> {
        let state = match self.state.as_str() {
            "active" => PlanState::Active,
            "finished" => PlanState::Finished,
            "stopped" => PlanState::Stopped,
            other => return Err(unreadable("plan.state", other)),
        };
        Ok(Plan {
            id: parsed("plan.id", &self.id)?,
            code: self.code.unwrap_or_default(),
            patient: parsed("plan.patient_id", &self.patient_id)?,
            title: self.title,
            presented: parsed_or_none("plan.presented", self.presented.as_deref())?,
            state,
        })
    }
}

async fn plans(tx: &mut Tx, practice: PracticeId, families: &Families) -> Result<Vec<Plan>, StoreError> {
    let rows = sql!(
        tx,
        all::<PlanColumns>,
        "SELECT plan.* FROM patient
         JOIN plan ON plan.practice_id = patient.practice_id AND plan.patient_id = patient.id
         WHERE patient.practice_id = $1 AND coalesce(patient.payer_id, patient.id) BETWEEN $2 AND $3
         ORDER BY plan.id",
        practice.to_string(),
        families.first.to_string(),
        families.last.to_string(),
    )?;
    rows.into_iter().map(PlanColumns::read).collect()
}

#[derive(FromRow)]
struct ActColumns {
    id: String,
    code: Option<String>,
    patient_id: String,
    plan_id: Option<String>,
    position: Option<i64>,
    act_code: String,
    description: String,
    tooth: String,
    clinician_id: Option<String>,
    done: Option<String>,
    price_cents: i64,
    discount_cents: i64,
    answer: Option<String>,
    gap_days: Option<i64>,
}

impl ActColumns {
    fn read(self) -> Result<Act, StoreError> {
        Ok(Act {
            // Acts of one day go by this; one that was made here goes by its id, which grows with time.
            code: self.code.unwrap_or_else(|| self.id.clone()),
            id: parsed("act.id", &self.id)?,
            patient: parsed("act.patient_id", &self.patient_id)?,
            plan: parsed_or_none("act.plan_id", self.plan_id.as_deref())?,
            position: self
                .position
                .map(|position| narrow("act.position", position))
                .transpose()?,
            act_code: self.act_code,
            description: self.description,
            tooth: self.tooth,
            clinician: parsed_or_none("act.clinician_id", self.clinician_id.as_deref())?,
            done: parsed_or_none("act.done", self.done.as_deref())?,
            price: Cents(self.price_cents),
            discount: Cents(self.discount_cents),
            answer: self.answer.as_deref().map(answer).transpose()?,
            gap_days: self
                .gap_days
                .map(|days| narrow("act.gap_days", days))
                .transpose()?,
        })
    }
}

fn answer(word: &str) -> Result<PlanAnswer, StoreError> {
    match word {
        "accepted" => Ok(PlanAnswer::Accepted),
        "thinking" => Ok(PlanAnswer::Thinking),
        "postponed" => Ok(PlanAnswer::Postponed),
        "declined" => Ok(PlanAnswer::Declined),
        other => Err(unreadable("act.answer", other)),
    }
}

async fn acts(tx: &mut Tx, practice: PracticeId, families: &Families) -> Result<Vec<Act>, StoreError> {
    let rows = sql!(
        tx,
        all::<ActColumns>,
        "SELECT act.* FROM patient
         JOIN act ON act.practice_id = patient.practice_id AND act.patient_id = patient.id
         WHERE patient.practice_id = $1 AND coalesce(patient.payer_id, patient.id) BETWEEN $2 AND $3
         ORDER BY act.done, act.id",
        practice.to_string(),
        families.first.to_string(),
        families.last.to_string(),
    )?;
    rows.into_iter().map(ActColumns::read).collect()
}

/// Id, patient, plan, value date, amount, and whether it is a waiver, where it was recorded here.
type PaymentColumns = (String, String, Option<String>, String, i64, Option<bool>);

async fn payments(
    tx: &mut Tx,
    practice: PracticeId,
    families: &Families,
) -> Result<Vec<Payment>, StoreError> {
    let rows = sql!(
        tx,
        all::<PaymentColumns>,
        "SELECT payment.id, payment.patient_id, payment.plan_id, payment.day, payment.amount_cents, made.is_waiver
         FROM patient
         JOIN payment ON payment.practice_id = patient.practice_id AND payment.patient_id = patient.id
         LEFT JOIN recorded_payment AS made
             ON made.practice_id = payment.practice_id AND made.payment_id = payment.id
         WHERE patient.practice_id = $1 AND coalesce(patient.payer_id, patient.id) BETWEEN $2 AND $3
         ORDER BY payment.day, payment.id",
        practice.to_string(),
        families.first.to_string(),
        families.last.to_string(),
    )?;
    let read = |(id, patient, plan, day, amount, is_waiver): PaymentColumns| {
        Ok(Payment {
            id: parsed("payment.id", &id)?,
            patient: parsed("payment.patient_id", &patient)?,
            plan: parsed_or_none("payment.plan_id", plan.as_deref())?,
            day: parsed("payment.day", &day)?,
            amount: Cents(amount),
            is_waiver: is_waiver.unwrap_or_default(),
        })
    };
    rows.into_iter().map(read).collect()
}

type InstalmentColumns = (String, String, String, i64, String, i64);

async fn instalments(
    tx: &mut Tx,
    practice: PracticeId,
    families: &Families,
) -> Result<Vec<(PatientId, Instalment)>, StoreError> {
    let rows = sql!(
        tx,
        all::<InstalmentColumns>,
        "SELECT plan.patient_id, instalment.id, instalment.plan_id, instalment.number, instalment.due,
             instalment.amount_cents
         FROM patient
         JOIN plan ON plan.practice_id = patient.practice_id AND plan.patient_id = patient.id
         JOIN instalment ON instalment.practice_id = plan.practice_id AND instalment.plan_id = plan.id
         WHERE patient.practice_id = $1 AND coalesce(patient.payer_id, patient.id) BETWEEN $2 AND $3
         ORDER BY instalment.plan_id, instalment.number",
        practice.to_string(),
        families.first.to_string(),
        families.last.to_string(),
    )?;
    let read = |(patient, id, plan, number, due, amount): InstalmentColumns| {
        let instalment = Instalment {
            id: parsed("instalment.id", &id)?,
            plan: parsed("instalment.plan_id", &plan)?,
            number: narrow("instalment.number", number)?,
            due: parsed("instalment.due", &due)?,
            amount: Cents(amount),
            put_off_from: None,
        };
        Ok((parsed("plan.patient_id", &patient)?, instalment))
    };
    rows.into_iter().map(read).collect()
}
