//! What opens the encrypted things on a device: who is given it, and how long.

use app_domain::role::Role;
use app_domain::time::Instant;
use axum::http::{Method, StatusCode};
use server::accounts::{Login, fresh_share};
use server::session::{IDLE_MINUTES, LONGEST_MINUTES};
use server::store::accounts::{DEVICES, DeviceOf};
use uuid::Uuid;

use crate::app::{Answer, Browser, PASSWORD, TestApp};
use crate::store::database::Database;

const TABLET: &str = "7d0f9e1c-55b6-4f1a-9a53-0c1d2e3f4a5b";
const PHONE: &str = "0b9a4c77-1f2e-4d3c-8b6a-5e4f3d2c1b0a";

async fn ask(browser: &mut Browser, method: Method, device: &str) -> Answer {
    browser.ask(method, &format!("/sync/keys?device={device}")).await
}

/// The cache share and the outbox share.
async fn keys(browser: &mut Browser, device: &str) -> (String, String) {
    let answer = ask(browser, Method::GET, device).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert_eq!(answer.header("cache-control"), "no-store");
    let body: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
    let share = |name: &str| {
        let share = body[name].as_str().expect("a share").to_owned();
        assert_eq!(share.len(), 44, "32 bytes in base64");
        share
    };
    (share("cache"), share("outbox"))
}

#[tokio::test]
async fn the_cache_share_belongs_to_the_session_and_the_outbox_share_to_the_person_on_the_device() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    app.add("bice", &[Role::FrontDesk]).await;
    let mut anna = app.signed_in("anna").await;
    let (cache, outbox) = keys(&mut anna, TABLET).await;
    assert_ne!(cache, outbox);
    assert_eq!(
        keys(&mut anna, TABLET).await,
        (cache.clone(), outbox.clone()),
        "asked again"
    );

    let (same_cache, other_outbox) = keys(&mut anna, PHONE).await;
    assert_eq!(same_cache, cache);
    assert_ne!(other_outbox, outbox, "another device");

    let (new_cache, same_outbox) = keys(&mut app.signed_in("anna").await, TABLET).await;
    assert_ne!(new_cache, cache, "another session");
    assert_eq!(same_outbox, outbox, "unsent work outlives the session");

    let (bices_cache, bices_outbox) = keys(&mut app.signed_in("bice").await, TABLET).await;
    assert_ne!(bices_cache, cache);
    assert_ne!(bices_outbox, outbox, "another person on the same device");
}

#[tokio::test]
async fn shares_are_given_to_a_live_session_only() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    let nobody = ask(&mut app.browser(), Method::GET, TABLET).await;
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
    assert!(!nobody.body.contains("cache\""), "{}", nobody.body);

    let mut left = app.signed_in("anna").await;
    let mut copy = left.clone();
    keys(&mut left, TABLET).await;
    left.submit("/api/sign-out", &[]).await;
    assert_eq!(
        ask(&mut copy, Method::GET, TABLET).await.status,
        StatusCode::UNAUTHORIZED
    );

    let mut idle = app.signed_in("anna").await;
    app.hand.advance_minutes(IDLE_MINUTES);
    assert_eq!(
        ask(&mut idle, Method::GET, TABLET).await.status,
        StatusCode::UNAUTHORIZED
    );

    let mut long = app.signed_in("anna").await;
    for _ in 0..LONGEST_MINUTES / 10 - 1 {
        app.hand.advance_minutes(10);
        keys(&mut long, TABLET).await;
    }
    app.hand.advance_minutes(10);
    assert_eq!(
        ask(&mut long, Method::GET, TABLET).await.status,
        StatusCode::UNAUTHORIZED
    );

    let mut disabled = app.signed_in("anna").await;
    let login: Login = "anna".parse().unwrap();
    app.state
        .accounts
        .disable_member(app.state.practice, &login, &app.state.sessions)
        .await
        .unwrap();
    assert_eq!(
        ask(&mut disabled, Method::GET, TABLET).await.status,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn a_device_that_holds_nothing_unsent_is_forgotten() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    app.add("bice", &[Role::FrontDesk]).await;
    let (mut anna, mut bice) = (app.signed_in("anna").await, app.signed_in("bice").await);
    let (_, before) = keys(&mut anna, TABLET).await;
    let (_, bices) = keys(&mut bice, TABLET).await;
    assert_eq!(
        ask(&mut anna, Method::DELETE, TABLET).await.status,
        StatusCode::NO_CONTENT
    );
    assert_ne!(keys(&mut anna, TABLET).await.1, before);
    assert_eq!(keys(&mut bice, TABLET).await.1, bices, "another person's stays");
    let nobody = ask(&mut app.browser(), Method::DELETE, TABLET).await;
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_device_says_which_it_is() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    let mut anna = app.signed_in("anna").await;
    for path in [
        "/sync/keys",
        "/sync/keys?device=",
        "/sync/keys?device=tablet",
        &format!("/sync/keys?device={TABLET}&person=bice"),
    ] {
        let answer = anna.ask(Method::GET, path).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path}");
    }
}

#[tokio::test]
async fn a_password_is_checked_at_the_pace_of_a_sign_in() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    let mut anna = app.signed_in("anna").await;
    let path = "/api/password-check";
    let nobody = app.browser().call(path, &[("password", PASSWORD)]).await;
    assert_eq!(
        (nobody.status, nobody.body.as_str()),
        (StatusCode::UNAUTHORIZED, r#"{"why":"signed_out"}"#)
    );
    assert_eq!(
        anna.call(path, &[("password", PASSWORD)]).await.status,
        StatusCode::OK
    );
    for _ in 0..3 {
        let wrong = anna.call(path, &[("password", "wrong")]).await;
        assert_eq!(
            (wrong.status, wrong.body.as_str()),
            (StatusCode::UNAUTHORIZED, r#"{"why":"wrong"}"#)
        );
    }
    let waits = anna.call(path, &[("password", PASSWORD)]).await;
    assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(
        app.browser().sign_in("anna", PASSWORD).await.status,
        StatusCode::TOO_MANY_REQUESTS,
        "one count for both"
    );
    app.hand.advance_seconds(1);
    assert_eq!(
        anna.call(path, &[("password", PASSWORD)]).await.status,
        StatusCode::OK
    );
    assert!(anna.is_signed_in().await, "the session is the one of before");
}

async fn shares_are_kept_and_bounded(database: Database) {
    let app = TestApp::over(database.store.clone()).await;
    let anna = app.add("anna", &[Role::FrontDesk]).await;
    let mut browser = app.signed_in("anna").await;
    let (cache, outbox) = keys(&mut browser, TABLET).await;
    assert_eq!(keys(&mut browser, TABLET).await, (cache, outbox.clone()));
    let of = |device: u128| DeviceOf {
        practice: app.state.practice,
        member: anna.id,
        device: Uuid::from_u128(device),
    };
    let store = &database.store;
    let now = app.state.clock.now();
    let fresh = || fresh_share().expect("randomness");
    let first = store.outbox_share(of(1), &fresh(), now).await.expect("a share");
    for device in 2..=u128::try_from(DEVICES).expect("few") {
        let at = Instant(now.0 + i64::try_from(device).expect("few"));
        store
            .outbox_share(of(device), &fresh(), at)
            .await
            .expect("a share");
        let used = store.outbox_share(of(1), &fresh(), at).await.expect("a share");
        assert_eq!(used, first, "what is used stays");
    }
    assert_eq!(database.number("SELECT count(*) FROM device_key").await, DEVICES);
    assert_ne!(
        keys(&mut browser, TABLET).await.1,
        outbox,
        "the device that was not used for longest has given its place"
    );
    store.delete_outbox_share(of(1)).await.expect("a commit");
    let again = store.outbox_share(of(1), &fresh(), now).await.expect("a share");
    assert_ne!(again, first);
    browser.submit("/api/sign-out", &[]).await;
    assert_eq!(
        database
            .number("SELECT count(*) FROM session WHERE cache_share <> ''")
            .await,
        0,
        "the share of the session goes with it"
    );
}

crate::store::on_both_engines!(shares_are_kept_and_bounded);
