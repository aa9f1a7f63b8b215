//! Days on which the practice is closed.

use app_domain::id::{ClosureId, PracticeId};
use app_domain::practice::Closure;

use super::column::parsed;
use super::{StoreError, Tx, sql};

/// Every closure.
pub async fn closures(tx: &mut Tx, practice: PracticeId) -> Result<Vec<Closure>, StoreError> {
    let rows = sql!(
        tx,
        all::<(String, String, String, String)>,
        "SELECT id, from_day, to_day, reason FROM closure WHERE practice_id = $1",
        practice.to_string(),
    )?;
    let closure = |(id, from, to, reason): (String, String, String, String)| {
        Ok(Closure {
            id: parsed("closure.id", &id)?,
            from: parsed("closure.from_day", &from)?,
            to: parsed("closure.to_day", &to)?,
            reason,
        })
    };
    rows.into_iter().map(closure).collect()
}

/// A closure, new or changed.
pub async fn put_closure(tx: &mut Tx, practice: PracticeId, closure: &Closure) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO closure (practice_id, id, from_day, to_day, reason) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (practice_id, id) DO UPDATE
         SET from_day = excluded.from_day, to_day = excluded.to_day, reason = excluded.reason",
        practice.to_string(),
        closure.id.to_string(),
        closure.from.to_string(),
        closure.to.to_string(),
        closure.reason.as_str(),
    )?;
    Ok(())
}

/// Takes a closure back: the practice is open after all.
pub async fn delete_closure(tx: &mut Tx, practice: PracticeId, id: ClosureId) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "DELETE FROM closure WHERE practice_id = $1 AND id = $2",
        practice.to_string(),
        id.to_string()
    )?;
    Ok(())
}
