//! `/sync/keys`: what opens the encrypted things that rest on a device.

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use uuid::Uuid;

use super::AppState;
use crate::error::HttpError;
use crate::session::{Shares, SignedIn};

/// Which device asks.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    device: Uuid,
}

type Device = Result<Query<Asked>, QueryRejection>;

/// `GET /sync/keys?device=<uuid>`: to a live session only.
pub(super) async fn give(
    State(state): State<AppState>,
    signed_in: SignedIn,
    asked: Device,
) -> Result<Json<Shares>, HttpError> {
    let device = device(&state, &signed_in, asked)?;
    state.sessions.shares(&signed_in, device).await.map(Json)
}

/// `DELETE /sync/keys?device=<uuid>`: the device signs out and holds nothing unsent of this person.
pub(super) async fn forget(
    State(state): State<AppState>,
    signed_in: SignedIn,
    asked: Device,
) -> Result<StatusCode, HttpError> {
    let device = device(&state, &signed_in, asked)?;
    state.sessions.forget_device(&signed_in, device).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn device(state: &AppState, signed_in: &SignedIn, asked: Device) -> Result<Uuid, HttpError> {
    if signed_in.practice != state.practice {
        return Err(HttpError::NotFound);
    }
    let Query(Asked { device }) =
        asked.map_err(|_| HttpError::bad_request("say which device asks: `?device=` and its UUID"))?;
    Ok(device)
}
