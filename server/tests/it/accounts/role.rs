//! The active role.

use app_domain::role::Role;
use axum::http::StatusCode;
use server::accounts::hash_of;
use server::session::SessionEvent;

use crate::app::{Browser, TestApp};

async fn active(app: &TestApp, browser: &Browser) -> Role {
    let row = app
        .state
        .store
        .session(&hash_of(&browser.cookies["richiamo"]))
        .await
        .expect("a database");
    row.expect("a session").role
}

#[tokio::test]
async fn a_person_begins_in_the_role_of_daily_work_and_switches_among_their_own() {
    let app = TestApp::new().await;
    app.add("luca", &[Role::Owner, Role::Dentist]).await;
    let mut browser = app.signed_in("luca").await;
    assert_eq!(active(&app, &browser).await, Role::Dentist);
    let mut events = app.state.sessions.events();
    let answer = browser.submit("/api/role", &[("role", "OW")]).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::FOUND, "/")
    );
    assert_eq!(active(&app, &browser).await, Role::Owner);
    assert!(
        matches!(events.try_recv(), Ok(SessionEvent::RoleTaken(_, Role::Owner))),
        "sockets are told"
    );
}

#[tokio::test]
async fn a_role_that_one_does_not_hold_is_not_found() {
    let app = TestApp::new().await;
    app.add("sara", &[Role::Hygienist]).await;
    let mut browser = app.signed_in("sara").await;
    let answer = browser.call("/api/role", &[("role", "OW")]).await;
    assert_eq!(
        (answer.status, answer.body.as_str()),
        (StatusCode::NOT_FOUND, r#"{"why":"not_found"}"#)
    );
    assert_eq!(active(&app, &browser).await, Role::Hygienist);
}

#[tokio::test]
async fn nobody_takes_a_role_without_being_signed_in() {
    let app = TestApp::new().await;
    let answer = app.browser().call("/api/role", &[("role", "OW")]).await;
    assert_eq!(
        (answer.status, answer.body.as_str()),
        (StatusCode::UNAUTHORIZED, r#"{"why":"signed_out"}"#)
    );
}

#[tokio::test]
async fn a_person_comes_back_in_the_role_of_last_time() {
    let app = TestApp::new().await;
    app.add("luca", &[Role::Owner, Role::Dentist]).await;
    let mut browser = app.signed_in("luca").await;
    browser.submit("/api/role", &[("role", "OW")]).await;
    browser.submit("/api/sign-out", &[]).await;
    let browser = app.signed_in("luca").await;
    assert_eq!(active(&app, &browser).await, Role::Owner);
}

#[tokio::test]
async fn one_browser_switches_and_the_others_stay() {
    let app = TestApp::new().await;
    app.add("luca", &[Role::Owner, Role::Dentist]).await;
    let mut here = app.signed_in("luca").await;
    let there = app.signed_in("luca").await;
    here.submit("/api/role", &[("role", "OW")]).await;
    assert_eq!(active(&app, &there).await, Role::Dentist);
}
