//! What is recorded about whole families: what the digest condenses.

mod ledger;

use std::collections::BTreeMap;

use app_domain::calls::Attempt;
use app_domain::care::History;
use app_domain::id::{PatientId, PracticeId};

use super::appointment::appointments_of;
use super::attempt::attempts_about_plans;
use super::column::parsed;
use super::patient::patients_of;
use super::recall::recalls_of;
use super::risk_marks::risk_marks_of;
use super::{StoreError, Tx, sql};

/// Families in a row, by the id of who pays: from the first to the last, both included.
///
/// A family is everybody whom one payer pays for; who pays for themselves and who has no payer is their own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Families {
    /// The first payer.
    pub first: PatientId,
    /// The last payer.
    pub last: PatientId,
}

/// The family of a patient.
pub async fn family_of(
    tx: &mut Tx,
    practice: PracticeId,
    patient: PatientId,
) -> Result<Option<Families>, StoreError> {
    let row = sql!(
        tx,
        optional::<(String,)>,
        "SELECT coalesce(payer_id, id) AS payer FROM patient WHERE practice_id = $1 AND id = $2",
        practice.to_string(),
        patient.to_string(),
    )?;
    let Some((payer,)) = row else { return Ok(None) };
    let payer = parsed("patient.payer_id", &payer)?;
    Ok(Some(Families {
        first: payer,
        last: payer,
    }))
}

/// How many families are gathered at a time: memory stays small whatever the practice.
const FAMILIES_AT_A_TIME: usize = 2_000;

/// Every family of the practice, in portions.
pub async fn all_families(tx: &mut Tx, practice: PracticeId) -> Result<Vec<Families>, StoreError> {
    let payers = sql!(
        tx,
        all::<(String,)>,
        "SELECT DISTINCT coalesce(payer_id, id) AS payer FROM patient WHERE practice_id = $1 ORDER BY payer",
        practice.to_string(),
    )?;
    let portion = |payers: &[(String,)]| {
        let ends = payers.first().zip(payers.last());
        let ((first,), (last,)) = ends.expect("portions are never empty");
        Ok(Families {
            first: parsed("patient.id", first)?,
            last: parsed("patient.id", last)?,
        })
    };
    payers.chunks(FAMILIES_AT_A_TIME).map(portion).collect()
}

/// Everything recorded about some families, family by family, as the digest takes it: with what patients have said of it in
/// calls.
pub async fn histories(
    tx: &mut Tx,
    practice: PracticeId,
    families: &Families,
) -> Result<Vec<Vec<History>>, StoreError> {
    let mut of = BTreeMap::new();
    for row in patients_of(tx, practice, families).await? {
        let history = History {
            hygiene_interval_months: row.hygiene_interval_months,
            hygiene_fixed: row.hygiene_fixed,
            recall: None,
            check_recalls: Vec::new(),
            risk_marks: None,
            patient: row.patient,
            appointments: Vec::new(),
            plans: Vec::new(),
            acts: Vec::new(),
            payments: Vec::new(),
            instalments: Vec::new(),
        };
        of.insert(history.patient.id, history);
    }
    for set in recalls_of(tx, practice, families).await? {
        if let Some(history) = of.get_mut(&set.patient) {
            match set.check {
                None => history.recall = Some(set),
                Some(_) => history.check_recalls.push(set),
            }
        }
    }
    for marks in risk_marks_of(tx, practice, families).await? {
        if let Some(history) = of.get_mut(&marks.patient) {
            history.risk_marks = Some(marks);
        }
    }
    for visit in appointments_of(tx, practice, families).await? {
        if let Some(history) = of.get_mut(&visit.patient) {
            history.appointments.push(visit);
        }
    }
    ledger::gather(tx, practice, families, &mut of).await?;
    let mut calls: BTreeMap<PatientId, Vec<Attempt>> = BTreeMap::new();
    for call in attempts_about_plans(tx, practice, families).await? {
        calls.entry(call.patient).or_default().push(call);
    }
    for (patient, calls) in &calls {
        if let Some(history) = of.get_mut(patient) {
            history.hear(calls);
        }
    }
    let mut grouped: BTreeMap<PatientId, Vec<History>> = BTreeMap::new();
    for history in of.into_values() {
        let payer = history.patient.payer.unwrap_or(history.patient.id);
        grouped.entry(payer).or_default().push(history);
    }
    Ok(grouped.into_values().collect())
}
