//! The practice itself.

use app_domain::id::PracticeId;
use app_domain::practice::Practice;
use jiff::civil::Date;

use super::column::parsed;
use super::{StoreError, Tx, sql};

/// A practice that begins.
#[derive(Clone, Debug)]
pub struct NewPractice<'a> {
    /// Identity.
    pub id: PracticeId,
    /// Name, as on the door.
    pub name: &'a str,
    /// First day whose appointments are rows of their own on the devices.
    pub window_from: Date,
    /// Which log: random.
    pub log_epoch: uuid::Uuid,
}

/// Writes a practice that begins, with nothing in it.
pub async fn insert_practice(tx: &mut Tx, new: &NewPractice<'_>) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO practice (id, name, window_from, log_epoch) VALUES ($1, $2, $3, $4)",
        new.id.to_string(),
        new.name,
        new.window_from.to_string(),
        new.log_epoch.to_string(),
    )?;
    Ok(())
}

/// The practice itself.
pub async fn practice(tx: &mut Tx, id: PracticeId) -> Result<Practice, StoreError> {
    let (name, window_from) = sql!(
        tx,
        one::<(String, String)>,
        "SELECT name, window_from FROM practice WHERE id = $1",
        id.to_string()
    )?;
    Ok(Practice {
        id,
        name,
        window_from: parsed("practice.window_from", &window_from)?,
    })
}

/// Name and window of the practice.
pub async fn put_practice(tx: &mut Tx, practice: &Practice) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "UPDATE practice SET name = $2, window_from = $3 WHERE id = $1",
        practice.id.to_string(),
        practice.name.as_str(),
        practice.window_from.to_string(),
    )?;
    Ok(())
}
