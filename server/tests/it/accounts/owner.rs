//! The link that makes the first owner.

use axum::http::StatusCode;

use crate::app::{Answer, Browser, PASSWORD, TestApp};

async fn link(app: &TestApp) -> String {
    app.state
        .accounts
        .owner_link(app.state.practice)
        .await
        .expect("a database")
        .expect("nobody can sign in")
        .token
}

async fn fill_in(browser: &mut Browser, token: &str, changed: &[(&str, &str)]) -> Answer {
    let usual = [
        ("token", token),
        ("practice", "Studio Aurora"),
        ("name", "Luca Neri"),
        ("login", "luca"),
        ("password", PASSWORD),
        ("again", PASSWORD),
    ];
    let change = |field: (&'static str, _)| {
        changed
            .iter()
            .find(|(name, _)| *name == field.0)
            .map_or(field, |(_, value)| (field.0, *value))
    };
    let fields: Vec<(&str, &str)> = [usual[0]]
        .into_iter()
        .chain(usual[1..].iter().map(|field| change(*field)))
        .collect();
    browser.submit("/api/welcome", &fields).await
}

#[tokio::test]
async fn the_link_makes_the_owner_once_and_signs_them_in() {
    let app = TestApp::new().await;
    let token = link(&app).await;
    let mut browser = app.browser();
    let page = browser.get(&format!("/benvenuto/{token}")).await;
    assert_eq!(page.status, StatusCode::OK);
    let answer = fill_in(&mut browser, &token, &[]).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::FOUND, "/"),
        "{}",
        answer.body
    );
    assert!(browser.is_signed_in().await);
    app.signed_in("luca").await;

    assert_eq!(
        app.browser().get(&format!("/benvenuto/{token}")).await.status,
        StatusCode::NOT_FOUND
    );
    let again = fill_in(&mut app.browser(), &token, &[("login", "another")]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    let members = app.state.accounts.members(app.state.practice).await.unwrap();
    assert_eq!(members.len(), 1);
    assert_eq!(members[0].member.name, "Luca Neri");
}

#[tokio::test]
async fn there_is_no_link_once_somebody_can_sign_in() {
    let app = TestApp::new().await;
    let token = link(&app).await;
    app.add("anna", &[app_domain::role::Role::FrontDesk]).await;
    assert!(
        app.state
            .accounts
            .owner_link(app.state.practice)
            .await
            .unwrap()
            .is_none()
    );
    let answer = fill_in(&mut app.browser(), &token, &[]).await;
    assert_eq!(
        answer.status,
        StatusCode::NOT_FOUND,
        "a link printed before makes nobody owner"
    );
}

#[tokio::test]
async fn a_new_link_takes_the_place_of_an_unused_one() {
    let app = TestApp::new().await;
    let first = link(&app).await;
    let second = link(&app).await;
    assert_eq!(
        app.browser().get(&format!("/benvenuto/{first}")).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        app.browser().get(&format!("/benvenuto/{second}")).await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn a_link_is_good_for_a_day() {
    let app = TestApp::new().await;
    let token = link(&app).await;
    app.hand.advance_minutes(24 * 60 - 1);
    assert_eq!(
        app.browser().get(&format!("/benvenuto/{token}")).await.status,
        StatusCode::OK
    );
    app.hand.advance_minutes(1);
    assert_eq!(
        app.browser().get(&format!("/benvenuto/{token}")).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        fill_in(&mut app.browser(), &token, &[]).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_form_that_is_not_in_order_says_what_and_keeps_the_rest() {
    let app = TestApp::new().await;
    let token = link(&app).await;
    let mut browser = app.browser();
    for (field, value, sentence) in [
        ("practice", " ", "Scrivi il nome dello studio."),
        ("name", "", "Scrivi il tuo nome."),
        ("login", "luca neri", "lettere, cifre"),
        ("password", "undici cara", "almeno 12 caratteri"),
        ("password", "123456789012", "fra le prime"),
        ("again", "cavallo batteria graffetto", "sono diverse"),
    ] {
        let answer = fill_in(&mut browser, &token, &[(field, value)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(answer.body.contains(sentence), "{field}: {}", answer.body);
        let place = if field == "again" { "password" } else { field };
        assert!(
            answer
                .body
                .contains(&format!("aria-describedby=\"{place}-error\"")),
            "{field}"
        );
        assert!(
            field == "practice" || answer.body.contains("value=\"Studio Aurora\""),
            "{field}"
        );
        assert!(!answer.body.contains(PASSWORD), "{field}");
        assert!(!browser.is_signed_in().await);
    }
    assert_eq!(
        fill_in(&mut browser, &token, &[]).await.status,
        StatusCode::FOUND,
        "the link was not used up"
    );
}

#[tokio::test]
async fn a_guessed_link_opens_nothing() {
    let app = TestApp::new().await;
    link(&app).await;
    for guess in ["", "0", &"0".repeat(64)] {
        assert_eq!(
            fill_in(&mut app.browser(), guess, &[]).await.status,
            StatusCode::NOT_FOUND
        );
    }
}
