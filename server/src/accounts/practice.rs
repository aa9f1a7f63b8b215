//! A practice that begins: at the first start of a server, or with an import.

use app_domain::id::PracticeId;
use app_domain::time::Now;

use super::fresh_id;
use crate::store::practice::NewPractice;
use crate::sync::day::window_from;

/// What a practice is called until its owner has said otherwise.
pub const UNNAMED: &str = "Studio";

/// A practice that begins now.
///
/// # Errors
/// When the machine gives no randomness.
pub fn new_practice(name: &str, now: Now) -> anyhow::Result<NewPractice<'_>> {
    Ok(NewPractice {
        id: PracticeId(fresh_id(now.instant)?),
        name,
        window_from: window_from(now.today()),
        log_epoch: fresh_id(now.instant)?,
    })
}
