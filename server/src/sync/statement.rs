//! The rows behind the figures of money of one patient. Devices do not hold the books; who sees payments asks for them here.
//!
//! Whose books are asked for comes in the body of a request, and is written down nowhere.

use std::collections::BTreeSet;

use app_domain::care::History;
use app_domain::id::{PatientId, PaymentId};
use app_domain::money::ledger::Ledger;
use app_domain::money::statement::Statement;
use app_domain::policy::sees_payments;
use app_domain::rows::Row;
use app_domain::time::Instant;
use app_sync::project::{ViewClass, project};
use app_sync::statement::{StatementAnswer, StatementRequest};
use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::{Inner, SyncServer};
use crate::error::HttpError;
use crate::session::SignedIn;
use crate::store::StoreError;
use crate::store::care::care_as_of;
use crate::store::history::{family_of, histories};
use crate::store::payment::recorded_payments_of;

/// An entry of any age counts.
const EVER: Instant = Instant(i64::MIN);

/// `POST /sync/statement`. Who does not see payments does not learn whether there are any.
pub(super) async fn statement(
    State(server): State<SyncServer>,
    signed_in: SignedIn,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, HttpError> {
    let class = ViewClass::of(&server.viewer(&signed_in)?);
    if !sees_payments(class.role) {
        return Err(HttpError::NotFound);
    }
    let body = body.map_err(|_| HttpError::TooLarge)?;
    let StatementRequest { patient } =
        serde_json::from_slice(&body).map_err(|_| HttpError::bad_request("a patient is expected"))?;
    let answer = answer(&server.0, patient, class).await;
    let answer = answer.map_err(HttpError::internal)?.ok_or(HttpError::NotFound)?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(answer)).into_response())
}

/// As of the day of the digests, so that the figures are those of the list; from one state of the database.
async fn answer(
    inner: &Inner,
    patient: PatientId,
    class: ViewClass,
) -> Result<Option<StatementAnswer>, StoreError> {
    let practice = inner.practice;
    let mut tx = inner.store.db().begin_read().await?;
    let Some(family) = family_of(&mut tx, practice, patient).await? else {
        return Ok(None);
    };
    let as_of = care_as_of(&mut tx, practice).await?;
    let families = histories(&mut tx, practice, &family).await?;
    let books: Vec<History> = families.into_iter().flatten().collect();
    let recorded = recorded_payments_of(&mut tx, practice, patient, EVER).await?;
    tx.rollback().await?;
    let from_here: BTreeSet<PaymentId> = recorded.iter().map(|payment| payment.id).collect();
    let today = as_of.unwrap_or_else(|| inner.clock.present().today());
    let ledger = Ledger::of(&books, today);
    let people =
        books.iter().filter_map(
            |history| match project(class, &Row::Patient(history.patient.clone())) {
                Some(Row::Patient(seen)) => Some(seen),
                _ => None,
            },
        );
    Ok(Some(StatementAnswer {
        statement: Statement::of(&ledger, family.first, patient, |payment| {
            from_here.contains(&payment)
        }),
        people: people.collect(),
    }))
}
