//! The addresses of sync. What they answer depends on who asks, and no cache may keep it.

use app_domain::review::Device;
use app_sync::wire::SUBPROTOCOL;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::{FromRef, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};

use super::SyncServer;
use super::poll::poll;
use super::rescue::rescue;
use super::room::LARGEST_FRAME;
use super::search::search;
use super::socket;
use super::statement::statement;
use crate::error::HttpError;
use crate::session::{Sessions, SignedIn};

/// Bytes that a socket reads at once, and holds room for as long as it is open: devices say little, and there are many of them.
const READ_AT_ONCE: usize = 4 * 1024;

/// `GET /sync/snapshot`, the whole view, and `GET /sync/socket`, what changes from then on; `POST /sync/poll` where
/// WebSockets are blocked; `POST /sync/rescue` for the unsent work of a program that is too old; `POST /sync/search` for
/// patients whom the device does not hold, and `POST /sync/statement` for the rows behind a patient's figures of money.
///
/// The origin of the upgrade and of every post is checked by the layer that checks it for every route.
pub fn routes<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    SyncServer: FromRef<S>,
    Sessions: FromRef<S>,
{
    Router::new()
        .route("/sync/snapshot", get(snapshot))
        .route("/sync/socket", get(open))
        .route("/sync/poll", post(poll))
        .route("/sync/rescue", post(rescue))
        .route("/sync/search", post(search))
        .route("/sync/statement", post(statement))
}

async fn snapshot(State(server): State<SyncServer>, signed_in: SignedIn) -> Result<Response, HttpError> {
    let viewer = server.viewer(&signed_in)?;
    Ok((
        [(header::CACHE_CONTROL, "no-store")],
        Json(server.snapshot(&viewer)),
    )
        .into_response())
}

async fn open(
    State(server): State<SyncServer>,
    State(sessions): State<Sessions>,
    signed_in: SignedIn,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response, HttpError> {
    let viewer = server.viewer(&signed_in)?;
    let upgrade = upgrade.map_err(|_| HttpError::bad_request("this address is for a WebSocket"))?;
    let upgrade = upgrade
        .protocols([SUBPROTOCOL])
        .max_message_size(LARGEST_FRAME)
        .max_frame_size(LARGEST_FRAME)
        .read_buffer_size(READ_AT_ONCE)
        .max_write_buffer_size(2 * LARGEST_FRAME);
    if upgrade.selected_protocol().is_none() {
        return Err(HttpError::bad_request(
            "this server speaks `richiamo.1`: load the page again",
        ));
    }
    let device = device(&headers);
    Ok(upgrade.on_upgrade(move |socket| socket::serve(server, sessions, signed_in, viewer, device, socket)))
}

/// What the browser calls itself. Only for people to read: nothing is decided by it.
pub(super) fn device(headers: &HeaderMap) -> Device {
    let agent = headers
        .get(header::USER_AGENT)
        .and_then(|agent| agent.to_str().ok());
    let says = |word: &str| agent.is_some_and(|agent| agent.contains(word));
    if says("iPad") || says("Tablet") || (says("Android") && !says("Mobile")) {
        Device::Tablet
    } else if says("Mobile") || says("iPhone") {
        Device::Phone
    } else {
        Device::Computer
    }
}
