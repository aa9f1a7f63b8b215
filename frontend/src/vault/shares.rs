//! The server's half of what opens this device.

use app_domain::id::MemberId;
use serde::Deserialize;

use super::subtle::Text64;
use crate::{http, storage};

/// Path of the shares.
const KEYS: &str = "/sync/keys";

/// What the server gives to a live session.
#[derive(Deserialize)]
pub struct Shares {
    /// Whose session it is.
    pub person: MemberId,
    pub(super) cache: Text64,
    pub(super) outbox: Text64,
}

/// What the server says when it is asked for the shares.
pub enum Answer {
    /// The session is alive.
    Given(Shares),
    /// There is no session.
    SignedOut,
    /// The server does not answer, or nothing that can be read.
    Nothing,
}

/// Asks for the shares.
pub async fn ask() -> Answer {
    let Ok((status, text)) = http::ask("GET", &address(), None).await else {
        return Answer::Nothing;
    };
    match status {
        200 => serde_json::from_str(&text).map_or(Answer::Nothing, Answer::Given),
        401 => Answer::SignedOut,
        _ => Answer::Nothing,
    }
}

/// Tells the server that nothing unsent of the present session's person is left here.
pub async fn forget_device() {
    // Not heard, the share stays: it opens nothing, since nothing is left.
    let _ = http::ask("DELETE", &address(), None).await;
}

fn address() -> String {
    format!("{KEYS}?device={}", storage::device())
}
