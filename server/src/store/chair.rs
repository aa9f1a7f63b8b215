//! Chairs and when they are open.

use std::collections::BTreeMap;

use app_domain::id::{ChairId, PracticeId};
use app_domain::practice::{Chair, Opening};
use sqlx::FromRow;

use super::column::{minute_of, narrow, parsed, time_of};
use super::{StoreError, Tx, sql};

#[derive(FromRow)]
struct OpeningColumns {
    chair_id: String,
    weekday: i64,
    from_minute: i64,
    to_minute: i64,
}

impl OpeningColumns {
    fn read(&self) -> Result<Opening, StoreError> {
        Ok(Opening {
            weekday: narrow("opening.weekday", self.weekday)?,
            from: time_of("opening.from_minute", self.from_minute)?,
            to: time_of("opening.to_minute", self.to_minute)?,
        })
    }
}

/// Every chair with its opening hours.
pub async fn chairs(tx: &mut Tx, practice: PracticeId) -> Result<Vec<Chair>, StoreError> {
    let practice = practice.to_string();
    let spans = sql!(
        tx,
        all::<OpeningColumns>,
        "SELECT * FROM opening WHERE practice_id = $1 ORDER BY weekday, from_minute",
        practice.as_str(),
    )?;
    let mut opening: BTreeMap<&str, Vec<Opening>> = BTreeMap::new();
    for span in &spans {
        opening.entry(&span.chair_id).or_default().push(span.read()?);
    }
    let rows = sql!(
        tx,
        all::<(String, String, String, i64, bool)>,
        "SELECT id, code, name, position, hidden FROM chair WHERE practice_id = $1 ORDER BY position, id",
        practice.as_str(),
    )?;
    let chair = |(id, code, name, position, hidden): (String, String, String, i64, bool)| {
        Ok(Chair {
            id: parsed("chair.id", &id)?,
            code,
            name,
            position: narrow("chair.position", position)?,
            hidden,
            opening: opening.remove(id.as_str()).unwrap_or_default(),
        })
    };
    rows.into_iter().map(chair).collect()
}

/// A chair, new or changed, with its opening hours.
pub async fn put_chair(tx: &mut Tx, practice: PracticeId, chair: &Chair) -> Result<(), StoreError> {
    let (practice, id) = (practice.to_string(), chair.id.to_string());
    sql!(
        tx,
        execute,
        "INSERT INTO chair (practice_id, id, code, name, position, hidden) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (practice_id, id) DO UPDATE
         SET code = excluded.code, name = excluded.name, position = excluded.position, hidden = excluded.hidden",
        practice.as_str(),
        id.as_str(),
        chair.code.as_str(),
        chair.name.as_str(),
        i64::from(chair.position),
        chair.hidden,
    )?;
    sql!(
        tx,
        execute,
        "DELETE FROM opening WHERE practice_id = $1 AND chair_id = $2",
        practice.as_str(),
        id.as_str(),
    )?;
    for span in &chair.opening {
        insert_opening(tx, &practice, chair.id, span).await?;
    }
    Ok(())
}

async fn insert_opening(
    tx: &mut Tx,
    practice: &str,
    chair: ChairId,
    span: &Opening,
) -> Result<(), StoreError> {
    let to = if span.to == jiff::civil::Time::MAX {
        1440
    } else {
        minute_of(span.to)
    };
    sql!(
        tx,
        execute,
        "INSERT INTO opening (practice_id, chair_id, weekday, from_minute, to_minute) VALUES ($1, $2, $3, $4, $5)",
        practice,
        chair.to_string(),
        i64::from(span.weekday),
        minute_of(span.from),
        to,
    )?;
    Ok(())
}
