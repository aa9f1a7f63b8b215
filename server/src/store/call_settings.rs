//! What the practice sets for its calls.

use app_domain::calls::{CallSettings, CheckRule, VideoTemplate};
use app_domain::id::PracticeId;

use super::column::{from_json, from_word, to_json, to_word};
use super::{StoreError, Tx, sql};

/// What the practice has set for its calls, if it has.
pub async fn call_settings(tx: &mut Tx, practice: PracticeId) -> Result<Option<CallSettings>, StoreError> {
    let rows = sql!(
        tx,
        all::<(String, Option<String>, String, String)>,
        "SELECT hours, video, follow_up, checks FROM call_settings WHERE practice_id = $1",
        practice.to_string(),
    )?;
    let set = |(hours, video, follow_up, checks): (String, Option<String>, String, String)| {
        Ok(CallSettings {
            hours: from_json("call_settings.hours", &hours)?,
            video: video.as_deref().map(VideoTemplate::typed),
            follow_up: from_word("call_settings.follow_up", &follow_up)?,
            checks: from_json("call_settings.checks", &checks)?,
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
        "INSERT INTO call_settings (practice_id, hours, video, follow_up, checks, checks_are_new)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (practice_id) DO UPDATE SET hours = excluded.hours, video = excluded.video,
             follow_up = excluded.follow_up, checks = excluded.checks,
             checks_are_new = CASE WHEN call_settings.checks = excluded.checks THEN call_settings.checks_are_new
                 ELSE $7 END",
        practice.to_string(),
        to_json(&set.hours),
        set.video.as_ref().map(VideoTemplate::as_str),
        to_word(set.follow_up),
        to_json(&set.checks),
        !set.checks.is_empty(),
        true,
    )?;
    Ok(())
}

/// The recalls beside hygiene that are on.
pub async fn check_rules(tx: &mut Tx, practice: PracticeId) -> Result<Vec<CheckRule>, StoreError> {
    let set = call_settings(tx, practice).await?;
    Ok(set.map(|set| set.checks).unwrap_or_default())
}

/// Whether other acts count for recalls than when the digests were made.
pub async fn are_checks_new(tx: &mut Tx, practice: PracticeId) -> Result<bool, StoreError> {
    let (new,) = sql!(
        tx,
        one::<(i64,)>,
        "SELECT count(*) FROM call_settings WHERE practice_id = $1 AND checks_are_new = $2",
        practice.to_string(),
        true,
    )?;
    Ok(new > 0)
}

/// The digests are made of the acts that count now.
pub async fn checks_are_known(tx: &mut Tx, practice: PracticeId) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "UPDATE call_settings SET checks_are_new = $2 WHERE practice_id = $1",
        practice.to_string(),
        false,
    )?;
    Ok(())
}
