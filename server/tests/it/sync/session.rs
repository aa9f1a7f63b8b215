//! A socket belongs to a live session, of our own pages.

use app_domain::role::Role;
use app_domain::rows::Row;
use app_sync::wire::{ClientMessage, ServerMessage};
use axum::http::StatusCode;
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Error;
use tokio_tungstenite::tungstenite::handshake::client::Request;

use super::live::Live;
use crate::store::database::Database;

/// The status with which an upgrade is refused.
async fn refused(request: Request) -> u16 {
    match connect_async(request).await {
        Err(Error::Http(answer)) => answer.status().as_u16(),
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn nobody_sees_anything() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let mut nobody = live.app.browser();
    assert_eq!(
        nobody.get("/sync/snapshot").await.status,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(refused(live.upgrade(&nobody)).await, 401);
}

#[tokio::test]
async fn no_cache_keeps_a_snapshot() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let mut sara = live.app.signed_in("sara").await;
    let answer = sara.get("/sync/snapshot").await;
    assert_eq!(
        (answer.status, answer.header("cache-control")),
        (StatusCode::OK, "no-store")
    );
}

#[tokio::test]
async fn a_page_of_another_site_opens_no_socket() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let sara = live.app.signed_in("sara").await;
    for origin in [
        Some("https://evil.example"),
        Some("http://127.0.0.1:1"),
        Some("null"),
        None,
    ] {
        let mut request = live.upgrade(&sara);
        match origin {
            Some(origin) => request
                .headers_mut()
                .insert("origin", origin.parse().expect("an origin")),
            None => request.headers_mut().remove("origin"),
        };
        assert_eq!(refused(request).await, 403, "{origin:?}");
    }
}

#[tokio::test]
async fn another_version_of_the_wire_opens_no_socket() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let sara = live.app.signed_in("sara").await;
    let mut request = live.upgrade(&sara);
    request.headers_mut().insert(
        "sec-websocket-protocol",
        "richiamo.0".parse().expect("a protocol"),
    );
    assert_eq!(refused(request).await, 400);
}

#[tokio::test]
async fn signing_out_wipes_the_device_and_closes_its_socket() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let mut sara = live.device("sara", 1).await;
    let mut marta = live.device("marta", 2).await;
    sara.browser.call("/api/sign-out", &[]).await;
    assert_eq!(sara.next().await, ServerMessage::Wipe);
    assert_eq!(sara.next_or_end().await, None);
    marta.say(&ClientMessage::Ping).await;
    assert!(
        matches!(marta.next().await, ServerMessage::Pong { .. }),
        "nobody else is concerned"
    );
}

#[tokio::test]
async fn a_session_that_has_run_out_pushes_nothing() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let mut sara = live.device("sara", 1).await;
    live.app.hand.advance_minutes(13 * 60);
    sara.push([(
        1,
        super::live::mark(
            crate::store::small_practice::VISIT,
            app_domain::agenda::Mark::Arrived,
        ),
    )])
    .await;
    assert_eq!(sara.next().await, ServerMessage::Wipe);
    assert_eq!(sara.next_or_end().await, None);
    assert_eq!(database.number("SELECT count(*) FROM client_mutation").await, 0);
}

#[tokio::test]
async fn another_role_sees_other_things() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let mut sara = live.device("sara", 1).await;
    let emails = |rows: &app_sync::replica::Replica| {
        let has_email = |row: &&Row| match row {
            Row::Patient(patient) => patient
                .contacts
                .as_ref()
                .is_some_and(|contacts| contacts.email.is_some()),
            _ => false,
        };
        rows.rows().filter(has_email).count()
    };
    assert_eq!(emails(&sara.rows), 2);
    let before = sara.cursor.clone();
    let taken = sara
        .browser
        .call("/api/role", &[("role", Role::Owner.code())])
        .await;
    assert_eq!(taken.status, StatusCode::OK, "{}", taken.body);
    assert_eq!(sara.next().await, ServerMessage::Rescope);
    assert!(sara.hello().await, "the cursor is of another view");
    sara.take_snapshot().await;
    assert_ne!(before, sara.cursor);
    assert_eq!(emails(&sara.rows), 0);
    sara.read_on().await;
}
