//! Views of the call list that are shared.

use app_domain::agenda::Struck;
use app_domain::calls::SharedView;
use app_domain::id::PracticeId;
use app_domain::time::Instant;

use super::column::{from_json, parsed, parsed_or_none, to_json};
use super::{StoreError, Tx, sql};

type ViewColumns = (String, String, String, String, i64, Option<String>, Option<i64>);

fn read((id, name, shows, by, at, struck_by, struck_at): ViewColumns) -> Result<SharedView, StoreError> {
    let struck_by = parsed_or_none("shared_view.struck_by", struck_by.as_deref())?;
    Ok(SharedView {
        id: parsed("shared_view.id", &id)?,
        name,
        shows: from_json("shared_view.shows", &shows)?,
        by: parsed("shared_view.member_id", &by)?,
        at: Instant(at),
        struck: struck_by
            .zip(struck_at)
            .map(|(by, at)| Struck { by, at: Instant(at) }),
    })
}

/// Every view, the struck ones too.
pub async fn shared_views(tx: &mut Tx, practice: PracticeId) -> Result<Vec<SharedView>, StoreError> {
    let rows = sql!(
        tx,
        all::<ViewColumns>,
        "SELECT id, name, shows, member_id, at, struck_by, struck_at FROM shared_view WHERE practice_id = $1",
        practice.to_string(),
    )?;
    rows.into_iter().map(read).collect()
}

/// A view, new or struck out.
pub async fn put_shared_view(tx: &mut Tx, practice: PracticeId, view: &SharedView) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO shared_view (practice_id, id, name, shows, member_id, at, struck_by, struck_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (practice_id, id) DO UPDATE SET struck_by = excluded.struck_by, struck_at = excluded.struck_at",
        practice.to_string(),
        view.id.to_string(),
        view.name.as_str(),
        to_json(&view.shows),
        view.by.to_string(),
        view.at.0,
        view.struck.map(|struck| struck.by.to_string()),
        view.struck.map(|struck| struck.at.0),
    )?;
    Ok(())
}
