//! `POST /sync/rescue`: a program that is too old hands over what it could not send. It is stored as it is, for a person to
//! look at, and never carried out by itself.

use app_sync::wire::{ClientId, Mid};
use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use serde::{Deserialize, Serialize};

use super::SyncServer;
use crate::error::HttpError;
use crate::session::SignedIn;
use crate::store::StoreError;
use crate::store::rescued::{RescuedMutation, count_rescued, insert_rescued};

/// Records of one person that are kept, at most: outboxes hold a day's work, not more.
const RECORDS_OF_A_MEMBER: usize = 5_000;

/// What is handed over. Fields that a later program adds here are passed over: of all messages this one must be understood.
#[derive(Deserialize)]
pub(super) struct Rescue {
    client: ClientId,
    schema: u32,
    records: Vec<Record>,
}

#[derive(Deserialize)]
struct Record {
    mid: Mid,
    text: String,
}

/// The numbers that need not be kept by the device any more.
#[derive(Serialize)]
pub(super) struct Stored {
    stored: Vec<Mid>,
}

pub(super) async fn rescue(
    State(server): State<SyncServer>,
    signed_in: SignedIn,
    body: Result<Bytes, BytesRejection>,
) -> Result<Json<Stored>, HttpError> {
    let viewer = server.viewer(&signed_in)?;
    let body = body.map_err(|_| HttpError::TooLarge)?;
    let unreadable = || HttpError::bad_request("a client and its records are expected");
    let Rescue {
        client,
        schema,
        records,
    } = serde_json::from_slice(&body).map_err(|_| unreadable())?;
    if records.iter().any(|record| !record.mid.is_a_number()) {
        return Err(unreadable());
    }
    let stored = records.iter().map(|record| record.mid).collect();
    let inner = &server.0;
    let at = inner.clock.now();
    let rescued = |Record { mid, text }: Record| RescuedMutation {
        member: viewer.member.id,
        role: viewer.role,
        client,
        mid,
        schema,
        record: text,
        at,
    };
    let rescued: Vec<RescuedMutation> = records.into_iter().map(rescued).collect();
    store(&server, &rescued).await?;
    tracing::warn!(member = %viewer.member.id, client = %client.0, records = rescued.len(), "unsent work rescued");
    Ok(Json(Stored { stored }))
}

async fn store(server: &SyncServer, rescued: &[RescuedMutation]) -> Result<(), HttpError> {
    let Some(first) = rescued.first() else {
        return Ok(());
    };
    let (store, practice) = (&server.0.store, server.0.practice);
    let written = async {
        let mut tx = store.begin().await?;
        let before = count_rescued(&mut tx, practice, first.member).await?;
        if before + rescued.len() > RECORDS_OF_A_MEMBER {
            return Ok(false);
        }
        for one in rescued {
            insert_rescued(&mut tx, practice, one).await?;
        }
        tx.commit().await?;
        Ok::<_, StoreError>(true)
    };
    match written.await {
        Ok(true) => Ok(()),
        Ok(false) => Err(HttpError::TooLarge),
        Err(error) => Err(HttpError::internal(error)),
    }
}
