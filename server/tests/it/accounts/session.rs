//! How long a session lasts, and how it ends.

use app_domain::role::Role;
use axum::http::StatusCode;
use server::accounts::{Login, hash_of};
use server::session::{IDLE_MINUTES, LONGEST_MINUTES, SessionEvent};

use crate::app::TestApp;

const COOKIE: &str = "richiamo";

#[tokio::test]
async fn a_session_ends_after_a_quarter_of_an_hour_without_a_sign_of_life() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    let mut browser = app.signed_in("anna").await;
    app.hand.advance_minutes(IDLE_MINUTES - 1);
    assert!(browser.is_signed_in().await);
    app.hand.advance_minutes(IDLE_MINUTES - 1);
    assert!(browser.is_signed_in().await, "the last look was a sign of life");
    app.hand.advance_minutes(IDLE_MINUTES);
    assert!(!browser.is_signed_in().await);
}

#[tokio::test]
async fn a_session_ends_after_twelve_hours_however_busy() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    let mut browser = app.signed_in("anna").await;
    for _ in 0..LONGEST_MINUTES / 10 - 1 {
        app.hand.advance_minutes(10);
        assert!(browser.is_signed_in().await);
    }
    app.hand.advance_minutes(10);
    assert!(!browser.is_signed_in().await);
}

#[tokio::test]
async fn the_database_holds_the_hash_of_the_cookie_only() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    let browser = app.signed_in("anna").await;
    let secret = &browser.cookies[COOKIE];
    assert!(app.state.store.session(secret).await.unwrap().is_none());
    assert!(app.state.store.session(&hash_of(secret)).await.unwrap().is_some());
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_of_scripts_and_other_sites_and_goes_with_the_browser() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    let answer = app.browser().sign_in("anna", crate::app::PASSWORD).await;
    let cookie = answer.header("set-cookie");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/"),
        "{cookie}"
    );
    assert!(
        !cookie.contains("Max-Age") && !cookie.contains("Expires") && !cookie.contains("Domain"),
        "{cookie}"
    );
}

#[tokio::test]
async fn signing_in_never_takes_over_a_cookie_that_was_there_before() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    let mut planted = app.browser();
    let secret = "AAAAAAAAAAAAAAAAAAAAAA".to_owned();
    planted.cookies.insert(COOKIE.to_owned(), secret.clone());
    let mut victim = planted.clone();
    assert_eq!(
        victim.sign_in("anna", crate::app::PASSWORD).await.status,
        StatusCode::FOUND
    );
    assert_ne!(victim.cookies[COOKIE], secret);
    assert!(victim.is_signed_in().await);
    assert!(!planted.is_signed_in().await);
}

#[tokio::test]
async fn signing_in_again_ends_the_session_that_the_browser_had() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    app.add("bice", &[Role::Hygienist]).await;
    let mut browser = app.signed_in("anna").await;
    let mut before = browser.clone();
    browser.sign_in("bice", crate::app::PASSWORD).await;
    assert!(browser.is_signed_in().await);
    assert!(!before.is_signed_in().await);
}

#[tokio::test]
async fn signing_out_ends_this_session_and_no_other() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    let mut here = app.signed_in("anna").await;
    let mut there = app.signed_in("anna").await;
    let mut copy = here.clone();
    let mut events = app.state.sessions.events();
    here.submit("/api/sign-out", &[]).await;
    assert!(!copy.is_signed_in().await, "the secret is worth nothing any more");
    assert!(there.is_signed_in().await);
    assert!(
        matches!(events.try_recv(), Ok(SessionEvent::Ended(_))),
        "sockets are told"
    );
}

#[tokio::test]
async fn disabling_a_person_ends_their_sessions_at_once() {
    let app = TestApp::new().await;
    let anna = app.add("anna", &[Role::FrontDesk]).await;
    app.add("bice", &[Role::FrontDesk]).await;
    let mut hers = app.signed_in("anna").await;
    let mut other = app.signed_in("bice").await;
    let mut events = app.state.sessions.events();
    let login: Login = "anna".parse().unwrap();
    app.state
        .accounts
        .disable_member(app.state.practice, &login, &app.state.sessions)
        .await
        .unwrap();
    assert!(!hers.is_signed_in().await);
    assert!(other.is_signed_in().await);
    assert_eq!(events.try_recv().unwrap(), SessionEvent::EndedAllOf(anna.id));
}

#[tokio::test]
async fn what_is_left_of_ended_sessions_is_swept_away() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    app.signed_in("anna").await;
    app.hand.advance_minutes(IDLE_MINUTES / 2);
    let mut alive = app.signed_in("anna").await;
    app.hand.advance_minutes(IDLE_MINUTES / 2 + 1);
    assert_eq!(app.state.sessions.sweep().await.unwrap(), 1);
    assert!(alive.is_signed_in().await);
}

#[tokio::test]
async fn a_cookie_that_is_no_secret_of_ours_is_nobody() {
    let app = TestApp::new().await;
    for junk in ["", "x", "AAAAAAAAAAAAAAAAAAAAAA", "' OR 1=1 --"] {
        let mut browser = app.browser();
        browser.cookies.insert(COOKIE.to_owned(), junk.to_owned());
        assert!(!browser.is_signed_in().await, "{junk}");
    }
}
