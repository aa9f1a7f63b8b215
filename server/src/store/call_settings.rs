//! What the practice sets for its calls.

use app_domain::calls::{CallSettings, VideoTemplate};
use app_domain::id::PracticeId;

use super::column::{from_json, from_word, to_json, to_word};
use super::{StoreError, Tx, sql};

/// What the practice has set for its calls, if it has.
pub async fn call_settings(tx: &mut Tx, practice: PracticeId) -> Result<Option<CallSettings>, StoreError> {
    let rows = sql!(
        tx,
        all::<(String, Option<String>, String)>,
        "SELECT hours, video, follow_up FROM call_settings WHERE practice_id = $1",
        practice.to_string(),
    )?;
    let set = |(hours, video, follow_up): (String, Option<String>, String)| {
        Ok(CallSettings {
            hours: from_json("call_settings.hours", &hours)?,
            video: video.as_deref().map(VideoTemplate::typed),
            follow_up: from_word("call_settings.follow_up", &follow_up)?,
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
        "INSERT INTO call_settings (practice_id, hours, video, follow_up) VALUES ($1, $2, $3, $4)
         ON CONFLICT (practice_id) DO UPDATE SET hours = excluded.hours, video = excluded.video,
             follow_up = excluded.follow_up",
        practice.to_string(),
        to_json(&set.hours),
        set.video.as_ref().map(VideoTemplate::as_str),
        to_word(set.follow_up),
    )?;
    Ok(())
}
