//! Notes about days.

use app_domain::agenda::{DayNote, Struck};
use app_domain::id::PracticeId;
use app_domain::time::Instant;
use jiff::civil::Date;

use super::column::{parsed, parsed_or_none};
use super::{StoreError, Tx, sql};

type NoteColumns = (String, String, String, i64, String, Option<String>, Option<i64>);

fn read((id, day, by, at, text, struck_by, struck_at): NoteColumns) -> Result<DayNote, StoreError> {
    let struck_by = parsed_or_none("day_note.struck_by", struck_by.as_deref())?;
    Ok(DayNote {
        id: parsed("day_note.id", &id)?,
        day: parsed("day_note.day", &day)?,
        by: parsed("day_note.member_id", &by)?,
        at: Instant(at),
        text,
        struck: struck_by
            .zip(struck_at)
            .map(|(by, at)| Struck { by, at: Instant(at) }),
    })
}

/// The notes about a day and later ones.
pub async fn day_notes(tx: &mut Tx, practice: PracticeId, from: Date) -> Result<Vec<DayNote>, StoreError> {
    let rows = sql!(
        tx,
        all::<NoteColumns>,
        "SELECT id, day, member_id, at, text, struck_by, struck_at FROM day_note WHERE practice_id = $1 AND day >= $2",
        practice.to_string(),
        from.to_string(),
    )?;
    rows.into_iter().map(read).collect()
}

/// A note, new or struck out.
pub async fn put_day_note(tx: &mut Tx, practice: PracticeId, note: &DayNote) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO day_note (practice_id, id, day, member_id, at, text, struck_by, struck_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (practice_id, id) DO UPDATE SET struck_by = excluded.struck_by, struck_at = excluded.struck_at",
        practice.to_string(),
        note.id.to_string(),
        note.day.to_string(),
        note.by.to_string(),
        note.at.0,
        note.text.as_str(),
        note.struck.map(|struck| struck.by.to_string()),
        note.struck.map(|struck| struck.at.0),
    )?;
    Ok(())
}
