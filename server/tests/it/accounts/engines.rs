//! One story of a practice's accounts, told on both engines.

use app_domain::role::Role;
use axum::http::StatusCode;
use server::accounts::Login;

use crate::app::{PASSWORD, TestApp};
use crate::store::database::Database;

async fn accounts_live_and_end(database: Database) {
    let app = TestApp::over(database.store.clone()).await;
    let link = app
        .state
        .accounts
        .owner_link(app.state.practice)
        .await
        .expect("the database answers")
        .expect("nobody can sign in");
    let mut owner = app.browser();
    let form = [
        ("token", link.token.as_str()),
        ("practice", "Studio Aurora"),
        ("name", "Luca Neri"),
        ("login", "luca"),
        ("password", PASSWORD),
        ("again", PASSWORD),
    ];
    assert_eq!(
        owner.submit("/api/welcome", &form).await.status,
        StatusCode::FOUND
    );
    assert_eq!(
        app.browser().submit("/api/welcome", &form).await.status,
        StatusCode::NOT_FOUND
    );
    assert!(owner.is_signed_in().await);

    app.add("sara", &[Role::Hygienist, Role::FrontDesk]).await;
    let mut sara = app.signed_in("sara").await;
    assert_eq!(
        sara.submit("/api/role", &[("role", "HY")]).await.status,
        StatusCode::FOUND
    );
    app.hand.advance_minutes(10);
    assert!(sara.is_signed_in().await);
    app.hand.advance_minutes(10);
    assert!(sara.is_signed_in().await, "the sign of life is kept");
    assert!(!owner.is_signed_in().await, "without one the session is over");
    assert_eq!(app.state.sessions.sweep().await.expect("the database answers"), 1);

    let login: Login = "sara".parse().expect("a login name");
    let (accounts, sessions) = (&app.state.accounts, &app.state.sessions);
    accounts
        .disable_member(app.state.practice, &login, sessions)
        .await
        .expect("the database answers");
    assert!(!sara.is_signed_in().await);
    assert!(
        accounts
            .disable_member(app.state.practice, &login, sessions)
            .await
            .is_err(),
        "once is enough"
    );
    assert_eq!(
        app.browser().sign_in("sara", PASSWORD).await.status,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(database.number("SELECT count(*) FROM session").await, 0);
    assert_eq!(database.number("SELECT count(*) FROM owner_link").await, 0);
    assert_eq!(
        database.number("SELECT head FROM practice").await,
        2,
        "the devices were told of both people"
    );
}

crate::store::on_both_engines!(accounts_live_and_end);
