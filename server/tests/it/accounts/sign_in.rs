//! Signing in and out.

use std::net::IpAddr;

use app_domain::role::Role;
use axum::http::StatusCode;
use server::accounts::{AddMemberError, Login, NewMember, NewPassword};

use crate::app::{PASSWORD, TestApp};

#[tokio::test]
async fn a_person_signs_in_and_out_by_plain_forms() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    let mut browser = app.browser();
    assert!(!browser.is_signed_in().await);
    let answer = browser.sign_in("Anna ", PASSWORD).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::FOUND, "/")
    );
    assert!(browser.is_signed_in().await);
    let answer = browser.submit("/api/sign-out", &[]).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::FOUND, "/accedi")
    );
    assert!(!browser.is_signed_in().await);
    assert!(browser.cookies.is_empty(), "the browser drops the cookie");
}

#[tokio::test]
async fn a_program_is_answered_in_json() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    let mut browser = app.browser();
    let wrong = browser
        .call("/api/sign-in", &[("login", "anna"), ("password", "wrong")])
        .await;
    assert_eq!(
        (wrong.status, wrong.body.as_str()),
        (StatusCode::UNAUTHORIZED, r#"{"why":"wrong"}"#)
    );
    let right = browser
        .call("/api/sign-in", &[("login", "anna"), ("password", PASSWORD)])
        .await;
    assert_eq!(right.status, StatusCode::OK);
    assert!(browser.is_signed_in().await);
}

#[tokio::test]
async fn nothing_tells_a_wrong_password_from_an_unknown_or_disabled_login() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    app.add("bice", &[Role::FrontDesk]).await;
    let bice: Login = "bice".parse().unwrap();
    app.state
        .accounts
        .disable_member(app.state.practice, &bice, &app.state.sessions)
        .await
        .unwrap();
    let mut answers = Vec::new();
    for (login, password) in [
        ("anna", "wrong"),
        ("carla", PASSWORD),
        ("bice", PASSWORD),
        ("not a login", PASSWORD),
        ("anna", &"x".repeat(300)),
    ] {
        let answer = app.browser().sign_in(login, password).await;
        let names: Vec<String> = answer.headers.keys().map(ToString::to_string).collect();
        answers.push((
            answer.status,
            names,
            answer.body.replace(&format!("value=\"{login}\""), ""),
        ));
    }
    assert_eq!(answers[0].0, StatusCode::UNAUTHORIZED);
    for other in &answers[1..] {
        assert_eq!(other, &answers[0]);
    }
}

#[tokio::test]
async fn what_was_typed_stays_but_never_the_password() {
    let app = TestApp::new().await;
    let answer = app.browser().sign_in("anna<\"&", "una parola segreta").await;
    assert!(
        answer.body.contains("value=\"anna&lt;&quot;&amp;\""),
        "{}",
        answer.body
    );
    assert!(!answer.body.contains("una parola segreta"));
    assert!(answer.body.contains("role=\"alert\""));
}

#[tokio::test]
async fn the_page_speaks_the_language_that_was_asked_for_after_a_mistake_too() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    assert!(browser.get("/accedi").await.body.contains("<html lang=\"it\""));
    assert!(
        browser
            .get("/accedi?lang=en")
            .await
            .body
            .contains("<html lang=\"en\"")
    );
    let fields = [("login", "anna"), ("password", "wrong")];
    let answer = browser.submit("/api/sign-in?lang=en", &fields).await;
    assert!(
        answer.body.contains("Wrong user name or password"),
        "{}",
        answer.body
    );
}

#[tokio::test]
async fn after_three_mistakes_even_the_right_password_waits_its_turn() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    let mut browser = app.browser();
    for _ in 0..3 {
        assert_eq!(
            browser.sign_in("anna", "wrong").await.status,
            StatusCode::UNAUTHORIZED
        );
    }
    let answer = browser.sign_in("anna", PASSWORD).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.header("retry-after"), "1");
    app.hand.advance_seconds(1);
    assert_eq!(browser.sign_in("anna", PASSWORD).await.status, StatusCode::FOUND);
    assert_eq!(
        browser.sign_in("anna", "wrong").await.status,
        StatusCode::UNAUTHORIZED,
        "the count begins anew"
    );
}

#[tokio::test]
async fn an_address_that_guesses_is_slowed_down_and_others_are_not() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    let mut guesser = app.browser();
    guesser.peer = IpAddr::from([192, 0, 2, 7]);
    for n in 0..10 {
        guesser.sign_in(&format!("guess{n}"), "wrong").await;
    }
    assert_eq!(
        guesser.sign_in("anna", PASSWORD).await.status,
        StatusCode::TOO_MANY_REQUESTS
    );
    app.signed_in("anna").await;
}

#[tokio::test]
async fn a_login_name_is_given_once() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    let login: Login = "ANNA".parse().unwrap();
    let password = NewPassword::parse(PASSWORD, &login).unwrap();
    let new = NewMember {
        name: "Altra Anna".into(),
        roles: vec![Role::Owner],
        clinician: None,
        login,
        password,
    };
    let refused = app.state.accounts.add_member(app.state.practice, new).await;
    assert!(matches!(refused, Err(AddMemberError::LoginTaken(_))));
    assert_eq!(
        app.state
            .accounts
            .members(app.state.practice)
            .await
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn a_new_person_is_told_to_the_devices() {
    let app = TestApp::new().await;
    let before = app.state.store.head(app.state.practice).await.unwrap();
    app.add("anna", &[Role::FrontDesk]).await;
    let after = app.state.store.head(app.state.practice).await.unwrap();
    assert_eq!(after.seq, before.seq + 1);
}

#[tokio::test]
async fn a_new_password_shuts_the_old_one_out() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    let mut before = app.signed_in("anna").await;
    let login: Login = "anna".parse().unwrap();
    let new = "un'altra frase lunga";
    let password = NewPassword::parse(new, &login).unwrap();
    let (accounts, practice) = (&app.state.accounts, app.state.practice);
    accounts
        .reset_password(practice, &login, password, &app.state.sessions)
        .await
        .unwrap();
    assert!(!before.is_signed_in().await);
    assert_eq!(
        app.browser().sign_in("anna", PASSWORD).await.status,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(app.browser().sign_in("anna", new).await.status, StatusCode::FOUND);
}
