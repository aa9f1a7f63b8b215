//! Attempts, append-only: one row for the call, one for each thing that was talked about.

mod outcome;

use std::collections::BTreeMap;

use app_domain::calls::{Attempt, OutcomeOf};
use app_domain::id::PracticeId;
use app_domain::time::Instant;
use sqlx::FromRow;

use super::column::{from_word, parsed, parsed_or_none, to_word};
use super::{StoreError, Tx, sql};
use outcome::OutcomeColumns;

#[derive(FromRow)]
struct AttemptColumns {
    id: String,
    patient_id: String,
    at: i64,
    channel: String,
    member_id: Option<String>,
    by_name: Option<String>,
    imported: bool,
}

impl AttemptColumns {
    fn read(self, outcomes: Vec<OutcomeOf>) -> Result<Attempt, StoreError> {
        Ok(Attempt {
            id: parsed("attempt.id", &self.id)?,
            patient: parsed("attempt.patient_id", &self.patient_id)?,
            at: Instant(self.at),
            channel: from_word("attempt.channel", &self.channel)?,
            by: parsed_or_none("attempt.member_id", self.member_id.as_deref())?,
            by_name: self.by_name,
            imported: self.imported,
            outcomes,
        })
    }
}

/// Which patients' attempts.
#[derive(Clone, Copy)]
pub enum Whose {
    /// Of the patients that the devices know.
    InScope,
    /// Of every patient.
    Everybody,
}

/// Attempts since an instant.
pub async fn attempts_since(
    tx: &mut Tx,
    practice: PracticeId,
    since: Instant,
    whose: Whose,
) -> Result<Vec<Attempt>, StoreError> {
    let everybody = matches!(whose, Whose::Everybody);
    let outcomes = sql!(
        tx,
        all::<OutcomeColumns>,
        "SELECT attempt_outcome.* FROM attempt
         JOIN attempt_outcome ON attempt_outcome.practice_id = attempt.practice_id
             AND attempt_outcome.attempt_id = attempt.id
         WHERE attempt.practice_id = $1 AND attempt.at >= $2
             AND ($3 OR attempt.patient_id IN (SELECT patient_id FROM care WHERE practice_id = $1))
         ORDER BY attempt_outcome.attempt_id, attempt_outcome.position",
        practice.to_string(),
        since.0,
        everybody,
    )?;
    let mut of: BTreeMap<String, Vec<OutcomeOf>> = BTreeMap::new();
    for row in outcomes {
        let (attempt, outcome) = row.read()?;
        of.entry(attempt).or_default().push(outcome);
    }
    let rows = sql!(
        tx,
        all::<AttemptColumns>,
        "SELECT * FROM attempt
         WHERE practice_id = $1 AND at >= $2
             AND ($3 OR patient_id IN (SELECT patient_id FROM care WHERE practice_id = $1))",
        practice.to_string(),
        since.0,
        everybody,
    )?;
    let read = |row: AttemptColumns| {
        let outcomes = of.remove(&row.id).unwrap_or_default();
        row.read(outcomes)
    };
    rows.into_iter().map(read).collect()
}

/// A new attempt. There is no changing it afterwards.
pub async fn insert_attempt(tx: &mut Tx, practice: PracticeId, attempt: &Attempt) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO attempt (practice_id, id, patient_id, at, channel, member_id, by_name, imported)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        practice.to_string(),
        attempt.id.to_string(),
        attempt.patient.to_string(),
        attempt.at.0,
        to_word(attempt.channel),
        attempt.by.map(|id| id.to_string()),
        attempt.by_name.as_deref(),
        attempt.imported,
    )?;
    for (position, outcome) in (0_i64..).zip(&attempt.outcomes) {
        outcome::insert(tx, practice, attempt.id, position, outcome).await?;
    }
    Ok(())
}
