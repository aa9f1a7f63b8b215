//! What every answer carries, and what is written down of every request: ids and no names.

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument as _;

/// Nothing but the site's own files: no inline script, no inline style, no other origin, no frame around it.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; \
    frame-ancestors 'none'; base-uri 'none'";

/// Headers that every answer carries.
const SAFE: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=()",
    ),
];

/// Puts the headers on that keep a page to itself.
pub(super) async fn answer_safely(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in SAFE {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Keeps answers that depend on who asks out of every cache.
pub(super) async fn no_store(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Gives every request an id, and writes down how it ended. The route is written as it stands in the table, because an
/// address may hold a secret.
pub(super) async fn trace(request: Request, next: Next) -> Response {
    let id = request_id();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("site", MatchedPath::as_str)
        .to_owned();
    let span = tracing::info_span!("request", id, method = %request.method(), route);
    async move {
        let mut response = next.run(request).await;
        tracing::debug!(status = response.status().as_u16(), "answered");
        if let Ok(id) = HeaderValue::from_str(&id) {
            response.headers_mut().insert("x-request-id", id);
        }
        response
    }
    .instrument(span)
    .await
}

/// Random, so that it tells nothing of how many others there are; never the one that the client sends.
fn request_id() -> String {
    getrandom::u64().map_or_else(|_| String::from("none"), |id| format!("{id:016x}"))
}
