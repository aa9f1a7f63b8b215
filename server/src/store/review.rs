//! What waits for a person to decide, and what was decided.

use app_domain::id::PracticeId;
use app_domain::review::Review;
use app_domain::time::Instant;
use sqlx::FromRow;

use super::column::{from_json, from_word, parsed, to_json, to_word};
use super::{StoreError, Tx, sql};

#[derive(FromRow)]
struct ReviewColumns {
    id: String,
    member_id: String,
    role: String,
    at: i64,
    received: i64,
    device: String,
    cause: String,
    about: String,
    settled: Option<String>,
}

impl ReviewColumns {
    fn read(self) -> Result<Review, StoreError> {
        let settled = self.settled.as_deref();
        Ok(Review {
            id: parsed("review.id", &self.id)?,
            by: parsed("review.member_id", &self.member_id)?,
            role: from_word("review.role", &self.role)?,
            at: Instant(self.at),
            received: Instant(self.received),
            device: from_word("review.device", &self.device)?,
            cause: from_word("review.cause", &self.cause)?,
            about: from_json("review.about", &self.about)?,
            settled: settled
                .map(|settled| from_json("review.settled", settled))
                .transpose()?,
        })
    }
}

/// What waits, and what was decided since an instant.
pub async fn reviews(tx: &mut Tx, practice: PracticeId, since: Instant) -> Result<Vec<Review>, StoreError> {
    let rows = sql!(
        tx,
        all::<ReviewColumns>,
        "SELECT id, member_id, role, at, received, device, cause, about, settled FROM review
         WHERE practice_id = $1 AND (settled_at IS NULL OR settled_at >= $2)",
        practice.to_string(),
        since.0,
    )?;
    rows.into_iter().map(ReviewColumns::read).collect()
}

/// A new review, or what became of one.
pub async fn put_review(tx: &mut Tx, practice: PracticeId, review: &Review) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO review (practice_id, id, member_id, role, at, received, device, cause, about, settled_at, settled)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (practice_id, id) DO UPDATE SET settled_at = excluded.settled_at, settled = excluded.settled",
        practice.to_string(),
        review.id.to_string(),
        review.by.to_string(),
        review.role.code(),
        review.at.0,
        review.received.0,
        to_word(review.device),
        to_word(review.cause),
        to_json(&review.about),
        review.settled.as_ref().map(|settled| settled.at.0),
        review.settled.as_ref().map(to_json),
    )?;
    Ok(())
}
