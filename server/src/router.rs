//! The only route table.

mod functions;
mod keys;
mod layers;
mod origin;
mod pages;

use app::sign_in::{CheckPassword, SIGN_IN_PAGE, SignIn, SignOut, TakeRole, Welcome};
use app_domain::id::PracticeId;
use axum::extract::{FromRef, State};
use axum::http::{HeaderMap, Uri};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::{any, get, post};
use axum::{Json, Router};
use leptos::server_fn::ServerFn;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;

use crate::accounts::Accounts;
use crate::clock::Clock;
use crate::error::HttpError;
use crate::session::{Keep, Sessions, Transport, cookie_layer};
use crate::site::{self, Assets};
use crate::store::Store;
use crate::sync::{self, SyncServer};

/// Bytes of a body, and of a frame: 256 KB.
const BODY: usize = 256 * 1024;

/// What handlers share. Cheap to clone.
#[derive(Clone, Debug, FromRef)]
pub struct AppState {
    /// The time.
    pub clock: Clock,
    /// The database.
    pub store: Store,
    /// The practice that this server serves.
    pub practice: PracticeId,
    /// People who sign in.
    pub accounts: Accounts,
    /// The live sessions.
    pub sessions: Sessions,
    /// The live view of the practice.
    pub sync: SyncServer,
    /// How browsers reach the server.
    pub transport: Transport,
    /// Names of the built site's files.
    pub assets: Assets,
}

impl AppState {
    /// The state over an open store, which begins to be served.
    ///
    /// # Errors
    /// When the machine gives no randomness, or when the database does not answer.
    pub async fn start(
        store: Store,
        clock: Clock,
        practice: PracticeId,
        transport: Transport,
    ) -> anyhow::Result<Self> {
        Ok(Self {
            accounts: Accounts::new(store.clone(), clock.clone())?,
            sessions: Sessions::new(store.clone(), clock.clone()),
            sync: SyncServer::start(store.clone(), practice, clock.clone()).await?,
            assets: site::assets(),
            clock,
            store,
            practice,
            transport,
        })
    }
}

/// Every route, with the layers around them.
pub fn router(state: AppState) -> Router {
    let cookies = cookie_layer(
        Keep::new(state.store.clone(), state.clock.clone()),
        state.transport,
    );
    Router::new()
        .merge(private())
        .fallback(get(site_file))
        .layer(RequestBodyLimitLayer::new(BODY))
        .layer(cookies)
        .layer(from_fn_with_state(state.transport, origin::check))
        .layer(CompressionLayer::new())
        .layer(from_fn(layers::answer_safely))
        .layer(from_fn(layers::trace))
        .with_state(state)
}

/// Everything that depends on who asks: never kept by any cache.
fn private() -> Router<AppState> {
    Router::new()
        .route(SIGN_IN_PAGE, get(pages::sign_in))
        .route("/benvenuto/{token}", get(pages::welcome))
        .route(SignIn::PATH, post(functions::run))
        .route(SignOut::PATH, post(functions::run))
        .route(TakeRole::PATH, post(functions::run))
        .route(CheckPassword::PATH, post(functions::run))
        .route(Welcome::PATH, post(functions::run))
        .route("/api/health", get(health))
        .route("/api/{*rest}", any(nothing))
        .route("/sync/keys", get(keys::give).delete(keys::forget))
        .merge(sync::routes())
        .route("/sync/{*rest}", any(nothing))
        .layer(from_fn(layers::no_store))
}

async fn site_file(uri: Uri, headers: HeaderMap) -> Result<Response, HttpError> {
    site::answer(uri.path(), &headers)
}

/// Whether the server can answer. Says nothing else.
async fn health(State(store): State<Store>) -> Result<Json<serde_json::Value>, HttpError> {
    store.practices().await.map_err(|error| {
        tracing::error!(%error, "not healthy");
        HttpError::Unavailable
    })?;
    Ok(Json(serde_json::json!({ "status": "ok" })))
}

async fn nothing() -> HttpError {
    HttpError::NotFound
}
