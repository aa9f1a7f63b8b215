//! Every route, as nobody and as a stranger; and what every answer carries.

use std::collections::BTreeSet;

use app_domain::role::Role;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};

use crate::app::{HOST, TestApp};

const METHODS: [Method; 5] = [
    Method::GET,
    Method::POST,
    Method::PUT,
    Method::PATCH,
    Method::DELETE,
];

/// What every route answers to a request that says nothing but its method: to somebody who is not signed in, to a person
/// of the practice in the role that may least, and to an owner of another practice. Whatever is not here must be refused as
/// a method (405) to all of them.
const EXPECTED: &[(&str, &str, [u16; 3])] = &[
    ("GET", "/accedi", [200, 303, 303]),
    ("GET", "/benvenuto/{token}", [404, 404, 404]),
    ("POST", "/api/sign-in", [400, 400, 400]),
    ("POST", "/api/sign-out", [200, 200, 200]),
    ("POST", "/api/role", [400, 400, 400]),
    ("POST", "/api/password-check", [400, 400, 400]),
    ("POST", "/api/welcome", [400, 400, 400]),
    ("GET", "/api/health", [200, 200, 200]),
    ("GET", "/api/{*rest}", [404, 404, 404]),
    ("POST", "/api/{*rest}", [404, 404, 404]),
    ("PUT", "/api/{*rest}", [404, 404, 404]),
    ("PATCH", "/api/{*rest}", [404, 404, 404]),
    ("DELETE", "/api/{*rest}", [404, 404, 404]),
    ("GET", "/sync/keys", [401, 400, 404]),
    ("DELETE", "/sync/keys", [401, 400, 404]),
    ("GET", "/sync/snapshot", [401, 200, 404]),
    ("GET", "/sync/socket", [401, 400, 404]),
    ("POST", "/sync/poll", [401, 400, 404]),
    ("POST", "/sync/rescue", [401, 400, 404]),
    ("POST", "/sync/search", [401, 400, 404]),
    ("POST", "/sync/statement", [401, 404, 404]),
    ("GET", "/sync/{*rest}", [404, 404, 404]),
    ("POST", "/sync/{*rest}", [404, 404, 404]),
    ("PUT", "/sync/{*rest}", [404, 404, 404]),
    ("PATCH", "/sync/{*rest}", [404, 404, 404]),
    ("DELETE", "/sync/{*rest}", [404, 404, 404]),
];

/// The paths of the router, read from what it says of itself, so that none can be left out.
fn paths(app: &TestApp) -> BTreeSet<String> {
    let table = app.table();
    let quoted = table.split('"').skip(1).step_by(2);
    // The fallback, which serves the site, stands in the router under names of axum's own.
    quoted
        .filter(|text| text.starts_with('/') && !text.contains("__private__axum"))
        .filter(|text| *text != "/")
        .map(str::to_owned)
        .collect()
}

fn concrete(path: &str) -> String {
    path.replace("{token}", "0123").replace("{*rest}", "nothing/here")
}

#[tokio::test]
async fn every_route_has_an_expectation_for_nobody_for_a_member_and_for_a_stranger() {
    let app = TestApp::new().await;
    app.add("sara", &[Role::RemoteSecretary]).await;
    let elsewhere = app.another_practice().await;
    app.add_to(elsewhere, "ugo", &[Role::Owner]).await;
    let paths = paths(&app);
    let named: BTreeSet<String> = EXPECTED.iter().map(|(_, path, _)| (*path).to_owned()).collect();
    assert_eq!(
        paths, named,
        "every path of the router needs its lines in EXPECTED"
    );
    for (path, method) in paths.iter().flat_map(|path| METHODS.map(|method| (path, method))) {
        let line = EXPECTED
            .iter()
            .find(|(of, at, _)| at == path && *of == method.as_str());
        let expected = line.map_or([405; 3], |(.., statuses)| *statuses);
        // Each in a browser of their own every time: one of the routes signs out.
        let walkers = [
            app.browser(),
            app.signed_in("sara").await,
            app.signed_in("ugo").await,
        ];
        for ((mut walker, expected), who) in
            walkers
                .into_iter()
                .zip(expected)
                .zip(["nobody", "a member", "a stranger"])
        {
            let answer = walker.ask(method.clone(), &concrete(path)).await;
            assert_eq!(
                answer.status.as_u16(),
                expected,
                "{method} {path} as {who}: {}",
                answer.body
            );
        }
    }
}

/// Answers of every kind: pages, refusals, files, addresses of the app, functions.
async fn all_kinds(app: &TestApp) -> Vec<(String, crate::app::Answer)> {
    let mut browser = app.browser();
    let mut answers = Vec::new();
    for path in [
        "/",
        "/accedi",
        "/accedi?lang=en",
        "/benvenuto/x",
        "/api/health",
        "/api/none",
        "/agenda/2026-11-23",
        "/pkg/gone.js",
    ] {
        answers.push((path.to_owned(), browser.get(path).await));
    }
    answers.push(("wrong".to_owned(), browser.sign_in("anna", "wrong").await));
    answers.push(("sign out".to_owned(), browser.submit("/api/sign-out", &[]).await));
    let foreign = Request::post("/api/sign-in").header(header::ORIGIN, "https://evil.example");
    answers.push((
        "foreign".to_owned(),
        browser
            .send(foreign.body(Body::empty()).expect("a request"))
            .await,
    ));
    let large = Request::post("/api/sign-in").header(header::ORIGIN, format!("http://{HOST}"));
    answers.push((
        "large".to_owned(),
        browser
            .send(large.body(Body::from(vec![b'x'; 300_000])).expect("a request"))
            .await,
    ));
    answers
}

#[tokio::test]
async fn every_answer_keeps_a_page_to_itself() {
    let app = TestApp::new().await;
    for (what, answer) in all_kinds(&app).await {
        let policy = answer.header("content-security-policy");
        for rule in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        ] {
            assert!(
                policy.split("; ").any(|part| part == rule),
                "{what}: {rule} is missing in {policy}"
            );
        }
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'") && !policy.contains('*'),
            "{what}"
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{what}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{what}");
        assert_eq!(
            answer.header("cross-origin-opener-policy"),
            "same-origin",
            "{what}"
        );
        assert_eq!(
            answer.header("cross-origin-resource-policy"),
            "same-origin",
            "{what}"
        );
        assert_eq!(answer.header("x-request-id").len(), 16, "{what}");
    }
}

#[tokio::test]
async fn what_depends_on_who_asks_is_kept_by_no_cache() {
    let app = TestApp::new().await;
    for (what, answer) in all_kinds(&app).await {
        let private =
            what.starts_with("/api") || what.starts_with("/accedi") || what.starts_with("/benvenuto");
        if private || matches!(what.as_str(), "wrong" | "sign out") {
            assert_eq!(answer.header("cache-control"), "no-store", "{what}");
        }
    }
}

#[tokio::test]
async fn public_pages_bring_no_script_and_no_style_of_their_own() {
    let app = TestApp::new().await;
    let token = app
        .state
        .accounts
        .owner_link(app.state.practice)
        .await
        .unwrap()
        .unwrap()
        .token;
    let mut browser = app.browser();
    for path in [
        "/accedi".to_owned(),
        format!("/benvenuto/{token}"),
        "/benvenuto/x".to_owned(),
    ] {
        let page = browser.get(&path).await.body;
        assert!(page.starts_with("<!DOCTYPE html>"), "{path}");
        for forbidden in ["<script", "<style", "style=", "onclick", "javascript:"] {
            assert!(!page.contains(forbidden), "{path} contains {forbidden}");
        }
    }
}

#[tokio::test]
async fn other_sites_change_nothing_here() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    let mut browser = app.signed_in("anna").await;
    let lies: [&[(&str, &str)]; 5] = [
        &[],
        &[("origin", "null")],
        &[("origin", "https://evil.example")],
        &[("origin", "http://127.0.0.1:4000")],
        &[
            ("origin", "http://127.0.0.1:3000"),
            ("sec-fetch-site", "cross-site"),
        ],
    ];
    for headers in lies {
        let request = headers
            .iter()
            .fold(Request::post("/api/sign-out"), |request, (name, value)| {
                request.header(*name, *value)
            });
        let answer = browser.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?}");
        assert!(browser.is_signed_in().await, "{headers:?}");
    }
}

#[tokio::test]
async fn a_name_that_only_pretends_to_lead_here_is_refused() {
    let app = TestApp::new().await;
    let request = Request::get("/accedi").header(header::HOST, "evil.example:3000");
    let answer = app.browser().send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_socket_is_not_opened_for_another_site() {
    let app = TestApp::new().await;
    let request = Request::get("/accedi")
        .header(header::UPGRADE, "websocket")
        .header(header::ORIGIN, "https://evil.example");
    let answer = app.browser().send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_body_too_large_is_not_read() {
    let app = TestApp::new().await;
    let answers = all_kinds(&app).await;
    let (_, large) = answers.iter().find(|(what, _)| what == "large").unwrap();
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn every_address_of_the_app_answers_with_the_same_bytes() {
    let app = TestApp::new().await;
    app.add("anna", &[Role::FrontDesk]).await;
    let nobody = app.browser().get("/").await;
    let somebody = app.signed_in("anna").await.get("/chiamate/0123").await;
    assert_eq!((nobody.status, nobody.body), (somebody.status, somebody.body));
}
