//! What the practice has set for its types of visit.

use app_domain::agenda::VisitType;
use app_domain::id::PracticeId;

use super::column::{from_word, narrow, to_word};
use super::{StoreError, Tx, sql};

/// Every type that the practice has set.
pub async fn visit_types(tx: &mut Tx, practice: PracticeId) -> Result<Vec<VisitType>, StoreError> {
    let rows = sql!(
        tx,
        all::<(String, i64, String, String)>,
        "SELECT kind, minutes, colour, offer FROM visit_type WHERE practice_id = $1",
        practice.to_string(),
    )?;
    let visit_type = |(kind, minutes, colour, offer): (String, i64, String, String)| {
        Ok(VisitType {
            kind: from_word("visit_type.kind", &kind)?,
            minutes: narrow("visit_type.minutes", minutes)?,
            colour: from_word("visit_type.colour", &colour)?,
            offer: from_word("visit_type.offer", &offer)?,
        })
    };
    rows.into_iter().map(visit_type).collect()
}

/// A type of visit, set or set otherwise.
pub async fn put_visit_type(
    tx: &mut Tx,
    practice: PracticeId,
    visit_type: &VisitType,
) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO visit_type (practice_id, kind, minutes, colour, offer) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (practice_id, kind) DO UPDATE
         SET minutes = excluded.minutes, colour = excluded.colour, offer = excluded.offer",
        practice.to_string(),
        to_word(visit_type.kind),
        i64::from(visit_type.minutes),
        to_word(visit_type.colour),
        to_word(visit_type.offer),
    )?;
    Ok(())
}
