//! A program that is too old hands over what it could not send.

use app_sync::wire::{ClientMessage, Mid, SCHEMA, ServerMessage};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};
use uuid::Uuid;

use super::live::{Live, mark};
use crate::app::{Answer, Browser, HOST};
use crate::store::database::Database;
use crate::store::small_practice::VISIT;

async fn post(browser: &mut Browser, body: String) -> Answer {
    let request = Request::post("/sync/rescue").header(header::ORIGIN, format!("http://{HOST}"));
    browser
        .send(request.body(Body::from(body)).expect("a request"))
        .await
}

/// What the program of yesterday posts.
fn records(client: u128, records: &[(u64, &str)]) -> String {
    let record = |(mid, text): &(u64, &str)| json!({ "mid": mid, "text": text });
    let records: Vec<Value> = records.iter().map(record).collect();
    json!({ "client": Uuid::from_u128(client), "schema": SCHEMA - 1, "records": records }).to_string()
}

#[tokio::test]
async fn a_program_of_yesterday_is_told_so_and_its_work_is_stored_once_and_not_carried_out() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let (store, practice) = (&live.app.state.store, live.app.state.practice);
    let before = store.head(practice).await.expect("a head");
    let mut sara = live.mute("sara", 1).await;
    let hello = ClientMessage::Hello {
        client: sara.client,
        schema: SCHEMA - 1,
        cursor: None,
    };
    sara.say(&hello).await;
    assert_eq!(sara.next().await, ServerMessage::Upgrade);
    assert_eq!(sara.next_or_end().await, None);
    let text = r#"{"mutation":{"mid":3,"command":{"name":"of_yesterday"}},"state":{"is":"kept"}}"#;
    for _ in 0..2 {
        let answer = post(&mut sara.browser, records(1, &[(3, text), (4, "{}")])).await;
        assert_eq!(
            (answer.status, answer.body.as_str()),
            (StatusCode::OK, r#"{"stored":[3,4]}"#)
        );
    }
    assert_eq!(database.number("SELECT count(*) FROM rescued_mutation").await, 2);
    assert_eq!(database.number("SELECT count(*) FROM client_mutation").await, 0);
    assert_eq!(store.head(practice).await.expect("a head"), before);
}

#[tokio::test]
async fn what_was_decided_before_need_not_be_kept_and_is_not_stored() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let mut sara = live.device("sara", 1).await;
    sara.push([(1, mark(VISIT, app_domain::agenda::Mark::Arrived))])
        .await;
    sara.results(1).await;
    let answer = post(&mut sara.browser, records(1, &[(1, "{}")])).await;
    assert_eq!(answer.body, r#"{"stored":[1]}"#);
    assert_eq!(database.number("SELECT count(*) FROM rescued_mutation").await, 0);
    // The outbox of somebody else who happens to have that number is another one.
    let mut marta = live.app.signed_in("marta").await;
    post(&mut marta, records(1, &[(1, "{}")])).await;
    assert_eq!(database.number("SELECT count(*) FROM rescued_mutation").await, 1);
}

#[tokio::test]
async fn only_a_signed_in_page_of_ours_hands_over_and_not_without_end() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let body = || records(1, &[(1, "{}")]);
    let mut nobody = live.app.browser();
    assert_eq!(post(&mut nobody, body()).await.status, StatusCode::UNAUTHORIZED);
    let mut sara = live.app.signed_in("sara").await;
    let foreign = Request::post("/sync/rescue").header(header::ORIGIN, "https://evil.example");
    let answer = sara
        .send(foreign.body(Body::from(body())).expect("a request"))
        .await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    for (wrong, status) in [
        ("{}".to_owned(), StatusCode::BAD_REQUEST),
        (records(1, &[(0, "{}")]), StatusCode::BAD_REQUEST),
        (records(1, &[(u64::MAX, "{}")]), StatusCode::BAD_REQUEST),
        (
            records(1, &[(1, &"x".repeat(256 * 1024))]),
            StatusCode::PAYLOAD_TOO_LARGE,
        ),
    ] {
        assert_eq!(post(&mut sara, wrong).await.status, status);
    }
    for from in [1, 3_001] {
        let many: Vec<(u64, &str)> = (from..from + 3_000).map(|mid| (mid, "{}")).collect();
        let status = if from == 1 {
            StatusCode::OK
        } else {
            StatusCode::PAYLOAD_TOO_LARGE
        };
        assert_eq!(post(&mut sara, records(1, &many)).await.status, status);
    }
    assert_eq!(
        database.number("SELECT count(*) FROM rescued_mutation").await,
        3_000
    );
}

#[tokio::test]
async fn a_number_that_no_database_counts_closes_the_socket_and_harms_nobody() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let mut sara = live.device("sara", 1).await;
    let mut marta = live.device("marta", 2).await;
    sara.push([(u64::MAX, mark(VISIT, app_domain::agenda::Mark::Arrived))])
        .await;
    assert_eq!(sara.next_or_end().await, None);
    marta
        .push([(1, mark(VISIT, app_domain::agenda::Mark::Arrived))])
        .await;
    assert_eq!(marta.result().await.0, Mid(1).0, "the writer writes on");
}
