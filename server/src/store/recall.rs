//! What is set by hand of recalls.

use app_domain::calls::{Recall, RecallRule};
use app_domain::id::PracticeId;
use app_domain::time::Instant;

use super::column::{from_word, narrow, parsed, parsed_or_none, to_word};
use super::{Families, StoreError, Tx, sql};

/// The name of the hygiene recall; the others are named after their type.
const HYGIENE: &str = "hygiene";

/// Patient, which recall, months, date set by hand, first day again, who and when.
type Columns = (String, String, i64, Option<String>, Option<String>, String, i64);

fn read((patient, recall, months, fixed, until, by, at): Columns) -> Result<Recall, StoreError> {
    Ok(Recall {
        patient: parsed("recall.patient_id", &patient)?,
        check: match recall.as_str() {
            HYGIENE => None,
            check => Some(from_word("recall.recall", check)?),
        },
        rule: RecallRule {
            interval_months: narrow("recall.interval_months", months)?,
            fixed: parsed_or_none("recall.fixed", fixed.as_deref())?,
            disabled_until: parsed_or_none("recall.disabled_until", until.as_deref())?,
        },
        by: parsed("recall.member_id", &by)?,
        at: Instant(at),
    })
}

/// Recalls of the patients whom the devices know.
pub async fn recalls_in_scope(tx: &mut Tx, practice: PracticeId) -> Result<Vec<Recall>, StoreError> {
    let rows = sql!(
        tx,
        all::<Columns>,
        "SELECT patient_id, recall, interval_months, fixed, disabled_until, member_id, at FROM recall
         WHERE practice_id = $1 AND patient_id IN (SELECT patient_id FROM care WHERE practice_id = $1)",
        practice.to_string(),
    )?;
    rows.into_iter().map(read).collect()
}

/// Recalls of everybody in some families.
pub async fn recalls_of(
    tx: &mut Tx,
    practice: PracticeId,
    families: &Families,
) -> Result<Vec<Recall>, StoreError> {
    let rows = sql!(
        tx,
        all::<Columns>,
        "SELECT recall.patient_id, recall.recall, recall.interval_months, recall.fixed, recall.disabled_until, recall.member_id,
             recall.at
         FROM recall
         JOIN patient ON patient.practice_id = recall.practice_id AND patient.id = recall.patient_id
         WHERE recall.practice_id = $1 AND coalesce(patient.payer_id, patient.id) BETWEEN $2 AND $3",
        practice.to_string(),
        families.first.to_string(),
        families.last.to_string(),
    )?;
    rows.into_iter().map(read).collect()
}

/// A recall that is set, for the first time or otherwise.
pub async fn put_recall(tx: &mut Tx, practice: PracticeId, set: &Recall) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO recall (practice_id, patient_id, recall, interval_months, fixed, disabled_until, member_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (practice_id, patient_id, recall) DO UPDATE SET interval_months = excluded.interval_months,
             fixed = excluded.fixed, disabled_until = excluded.disabled_until, member_id = excluded.member_id,
             at = excluded.at",
        practice.to_string(),
        set.patient.to_string(),
        set.check.map_or_else(|| HYGIENE.to_owned(), to_word),
        i64::from(set.rule.interval_months),
        set.rule.fixed.map(|day| day.to_string()),
        set.rule.disabled_until.map(|day| day.to_string()),
        set.by.to_string(),
        set.at.0,
    )?;
    Ok(())
}
