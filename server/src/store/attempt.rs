//! Attempts, append-only: one row for the call, one for each thing that was talked about.

mod outcome;

use std::collections::BTreeMap;

use app_domain::calls::{Attempt, OutcomeOf};
use app_domain::id::PracticeId;
use app_domain::time::Instant;
use sqlx::FromRow;

use super::column::{from_word, json_or_none, parsed, parsed_or_none, some_json, to_json, to_word};
use super::{Families, StoreError, Tx, sql};
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
    double: bool,
    question: String,
    answer: Option<String>,
    hand_offs: Option<String>,
    delay: Option<String>,
    corrected: Option<String>,
    settled: Option<String>,
    opposed: Option<String>,
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
            double: self.double,
            outcomes,
            question: self.question,
            answer: json_or_none("attempt.answer", self.answer.as_deref())?,
            hand_offs: json_or_none("attempt.hand_offs", self.hand_offs.as_deref())?.unwrap_or_default(),
            delay: json_or_none("attempt.delay", self.delay.as_deref())?,
            corrected: json_or_none("attempt.corrected", self.corrected.as_deref())?.unwrap_or_default(),
            settled: json_or_none("attempt.settled", self.settled.as_deref())?.unwrap_or_default(),
            opposed: json_or_none("attempt.opposed", self.opposed.as_deref())?.unwrap_or_default(),
        })
    }
}

/// Two statements about the attempts of some patients, and what they give.
macro_rules! attempts {
    ($tx:expr, $where:literal, $($arg:expr),+) => {{
        let outcomes = sql!(
            $tx,
            all::<OutcomeColumns>,
            {
                sqlite: concat!(outcomes!(), $where, in_order!()),
                postgres: concat!(outcomes!(), $where, in_order!()),
            },
            $($arg),+
        )?;
        let rows = sql!(
            $tx,
            all::<AttemptColumns>,
            {
                sqlite: concat!("SELECT * FROM attempt WHERE ", $where),
                postgres: concat!("SELECT * FROM attempt WHERE ", $where),
            },
            $($arg),+
        )?;
        join(rows, outcomes)
    }};
}

macro_rules! outcomes {
    () => {
        "SELECT attempt_outcome.* FROM attempt
         JOIN attempt_outcome ON attempt_outcome.practice_id = attempt.practice_id
             AND attempt_outcome.attempt_id = attempt.id
         WHERE "
    };
}

macro_rules! in_order {
    () => {
        " ORDER BY attempt_outcome.attempt_id, attempt_outcome.position"
    };
}

/// Attempts since an instant to reach the patients that the devices know.
pub async fn attempts_in_scope(
    tx: &mut Tx,
    practice: PracticeId,
    since: Instant,
) -> Result<Vec<Attempt>, StoreError> {
    attempts!(
        tx,
        "attempt.practice_id = $1 AND attempt.at >= $2
         AND attempt.patient_id IN (SELECT patient_id FROM care WHERE practice_id = $1)",
        practice.to_string(),
        since.0
    )
}

/// Attempts since an instant to reach the patients of some families.
pub async fn attempts_of(
    tx: &mut Tx,
    practice: PracticeId,
    families: &Families,
    since: Instant,
) -> Result<Vec<Attempt>, StoreError> {
    attempts!(
        tx,
        "attempt.practice_id = $1 AND attempt.at >= $2
         AND attempt.patient_id IN (SELECT id FROM patient
             WHERE practice_id = $1 AND coalesce(payer_id, id) BETWEEN $3 AND $4)",
        practice.to_string(),
        since.0,
        families.first.to_string(),
        families.last.to_string()
    )
}

/// Attempts of any time that may change what is recorded of the plans and instalments of some families.
pub async fn attempts_about_plans(
    tx: &mut Tx,
    practice: PracticeId,
    families: &Families,
) -> Result<Vec<Attempt>, StoreError> {
    attempts!(
        tx,
        "attempt.practice_id = $1
         AND attempt.id IN (SELECT attempt_id FROM attempt_outcome
             WHERE practice_id = $1 AND outcome IN ('answers_plan', 'asks_to_spread'))
         AND attempt.patient_id IN (SELECT id FROM patient
             WHERE practice_id = $1 AND coalesce(payer_id, id) BETWEEN $2 AND $3)",
        practice.to_string(),
        families.first.to_string(),
        families.last.to_string()
    )
}

fn join(rows: Vec<AttemptColumns>, outcomes: Vec<OutcomeColumns>) -> Result<Vec<Attempt>, StoreError> {
    let mut of: BTreeMap<String, Vec<OutcomeOf>> = BTreeMap::new();
    for row in outcomes {
        let (attempt, outcome) = row.read()?;
        of.entry(attempt).or_default().push(outcome);
    }
    let read = |row: AttemptColumns| {
        let outcomes = of.remove(&row.id).unwrap_or_default();
        row.read(outcomes)
    };
    rows.into_iter().map(read).collect()
}

/// A new attempt, or what was added to one. What came of it is written anew only where it was corrected.
pub async fn put_attempt(tx: &mut Tx, practice: PracticeId, attempt: &Attempt) -> Result<(), StoreError> {
    let is_new = insert_attempt(tx, practice, attempt).await? > 0;
    // One that comes from an export has everything that was added to it since.
    let has_more = attempt.answer.is_some()
        || !attempt.hand_offs.is_empty()
        || !attempt.corrected.is_empty()
        || !attempt.settled.is_empty();
    if !is_new || has_more {
        add_to_attempt(tx, practice, attempt).await?;
    }
    if !is_new {
        if attempt.corrected.is_empty() {
            return Ok(());
        }
        outcome::delete_all(tx, practice, attempt.id).await?;
    }
    for (position, outcome) in (0_i64..).zip(&attempt.outcomes) {
        outcome::insert(tx, practice, attempt.id, position, outcome).await?;
    }
    Ok(())
}

async fn insert_attempt(tx: &mut Tx, practice: PracticeId, attempt: &Attempt) -> Result<u64, StoreError> {
    Ok(sql!(
        tx,
        execute,
        "INSERT INTO attempt (practice_id, id, patient_id, at, channel, member_id, by_name, imported, double, question,
             delay, opposed)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (practice_id, id) DO NOTHING",
        practice.to_string(),
        attempt.id.to_string(),
        attempt.patient.to_string(),
        attempt.at.0,
        to_word(attempt.channel),
        attempt.by.map(|id| id.to_string()),
        attempt.by_name.as_deref(),
        attempt.imported,
        attempt.double,
        attempt.question.as_str(),
        attempt.delay.as_ref().map(to_json),
        some_json(&attempt.opposed),
    )?)
}

async fn add_to_attempt(tx: &mut Tx, practice: PracticeId, attempt: &Attempt) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "UPDATE attempt SET double = $3, answer = $4, hand_offs = $5, corrected = $6, delay = $7, settled = $8, opposed = $9
         WHERE practice_id = $1 AND id = $2",
        practice.to_string(),
        attempt.id.to_string(),
        attempt.double,
        attempt.answer.as_ref().map(to_json),
        some_json(&attempt.hand_offs),
        some_json(&attempt.corrected),
        attempt.delay.as_ref().map(to_json),
        some_json(&attempt.settled),
        some_json(&attempt.opposed),
    )?;
    Ok(())
}
