//! What patients ask for.

use std::collections::BTreeSet;

use app_domain::id::{PatientId, PracticeId};
use app_domain::requests::Request;
use app_domain::time::Instant;
use sqlx::FromRow;

use super::column::{from_word, from_word_or_none, json_or_none, parsed, some_json, to_json, to_word};
use super::{StoreError, Tx, sql};

#[derive(FromRow)]
struct RequestColumns {
    id: String,
    patient_id: String,
    member_id: String,
    at: i64,
    channel: Option<String>,
    answer_by: String,
    words: String,
    due: String,
    put_off: Option<String>,
    hand_offs: Option<String>,
    solved: Option<String>,
    reopened: Option<String>,
}

impl RequestColumns {
    fn read(self) -> Result<Request, StoreError> {
        Ok(Request {
            id: parsed("request.id", &self.id)?,
            patient: parsed("request.patient_id", &self.patient_id)?,
            by: parsed("request.member_id", &self.member_id)?,
            at: Instant(self.at),
            channel: from_word_or_none("request.channel", self.channel.as_deref())?,
            answer_by: from_word("request.answer_by", &self.answer_by)?,
            words: self.words,
            due: parsed("request.due", &self.due)?,
            put_off: json_or_none("request.put_off", self.put_off.as_deref())?.unwrap_or_default(),
            hand_offs: json_or_none("request.hand_offs", self.hand_offs.as_deref())?.unwrap_or_default(),
            solved: json_or_none("request.solved", self.solved.as_deref())?,
            reopened: json_or_none("request.reopened", self.reopened.as_deref())?.unwrap_or_default(),
        })
    }
}

/// Requests of the patients whom the devices know: the open ones, and those solved since an instant.
pub async fn requests_in_scope(
    tx: &mut Tx,
    practice: PracticeId,
    solved_since: Instant,
) -> Result<Vec<Request>, StoreError> {
    let rows = sql!(
        tx,
        all::<RequestColumns>,
        "SELECT * FROM request
         WHERE practice_id = $1 AND (solved_at IS NULL OR solved_at >= $2)
         AND patient_id IN (SELECT patient_id FROM care WHERE practice_id = $1)",
        practice.to_string(),
        solved_since.0,
    )?;
    rows.into_iter().map(RequestColumns::read).collect()
}

/// Every request.
pub async fn requests(tx: &mut Tx, practice: PracticeId) -> Result<Vec<Request>, StoreError> {
    let rows = sql!(
        tx,
        all::<RequestColumns>,
        "SELECT * FROM request WHERE practice_id = $1 ORDER BY id",
        practice.to_string(),
    )?;
    rows.into_iter().map(RequestColumns::read).collect()
}

/// Patients who wait for an answer: the devices know them, whatever else holds.
pub async fn patients_who_wait(tx: &mut Tx, practice: PracticeId) -> Result<BTreeSet<PatientId>, StoreError> {
    let rows = sql!(
        tx,
        all::<(String,)>,
        "SELECT DISTINCT patient_id FROM request WHERE practice_id = $1 AND solved_at IS NULL",
        practice.to_string(),
    )?;
    rows.into_iter()
        .map(|(id,)| parsed("request.patient_id", &id))
        .collect()
}

/// A new request, or what became of one.
pub async fn put_request(tx: &mut Tx, practice: PracticeId, request: &Request) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO request (practice_id, id, patient_id, member_id, at, channel, answer_by, words, due, put_off, hand_offs,
             solved, solved_at, reopened)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         ON CONFLICT (practice_id, id) DO UPDATE
         SET due = excluded.due, put_off = excluded.put_off, hand_offs = excluded.hand_offs, solved = excluded.solved,
             solved_at = excluded.solved_at, reopened = excluded.reopened",
        practice.to_string(),
        request.id.to_string(),
        request.patient.to_string(),
        request.by.to_string(),
        request.at.0,
        request.channel.map(to_word),
        to_word(request.answer_by),
        request.words.as_str(),
        request.due.to_string(),
        some_json(&request.put_off),
        some_json(&request.hand_offs),
        request.solved.as_ref().map(to_json),
        request.solved.as_ref().map(|solved| solved.at.0),
        some_json(&request.reopened),
    )?;
    Ok(())
}
