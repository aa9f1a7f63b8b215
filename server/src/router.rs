//! The only route table.

use app_domain::id::PracticeId;
use axum::extract::FromRef;

use crate::clock::Clock;
use crate::session::Sessions;

/// What handlers share.
#[derive(Clone, Debug, FromRef)]
pub struct AppState {
    /// The time.
    pub clock: Clock,
    /// The live sessions.
    pub sessions: Sessions,
    /// The practice that this server serves.
    pub practice: PracticeId,
}
