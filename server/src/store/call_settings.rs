//! What the practice sets for its calls.

use app_domain::calls::{CallSettings, VideoTemplate};
use app_domain::id::PracticeId;

use super::column::{from_json, to_json};
use super::{StoreError, Tx, sql};

/// What the practice has set for its calls, if it has.
pub async fn call_settings(tx: &mut Tx, practice: PracticeId) -> Result<Option<CallSettings>, StoreError> {
    let rows = sql!(
        tx,
        all::<(String, Option<String>)>,
        "SELECT hours, video FROM call_settings WHERE practice_id = $1",
        practice.to_string(),
    )?;
    let set = |(hours, video): (String, Option<String>)| {
        Ok(CallSettings {
            hours: from_json("call_settings.hours", &hours)?,
            video: video.as_deref().map(VideoTemplate::typed),
        })
    };
    rows.into_iter().map(set).next().transpose()
}

/// What is set for calls, for the first time or otherwise.
pub async fn put_call_settings(
    tx: &mut Tx,
    practice: PracticeId,
    set: &CallSettings,
) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO call_settings (practice_id, hours, video) VALUES ($1, $2, $3)
         ON CONFLICT (practice_id) DO UPDATE SET hours = excluded.hours, video = excluded.video",
        practice.to_string(),
        to_json(&set.hours),
        set.video.as_ref().map(VideoTemplate::as_str),
    )?;
    Ok(())
}
