//! The long poll: the same messages as over a socket, and the same checks.

use app_domain::agenda::Mark;
use app_domain::command::Command;
use app_domain::role::Role;
use app_sync::wire::{
    ClientId, ClientMessage, Cursor, Mid, Mutation, MutationResult, SCHEMA, ServerMessage, Snapshot,
};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::live::{Live, mark};
use crate::app::{Answer, Browser, HOST};
use crate::store::database::Database;
use crate::store::small_practice::{VISIT, at};

/// What a request says.
#[derive(Default, Serialize)]
struct Says<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<&'a str>,
    messages: &'a [ClientMessage],
}

#[derive(Deserialize)]
struct Heard {
    line: String,
    messages: Vec<ServerMessage>,
}

async fn post(browser: &mut Browser, body: &Says<'_>) -> Answer {
    let request = Request::post("/sync/poll")
        .header(header::ORIGIN, format!("http://{HOST}"))
        .header(header::CONTENT_TYPE, "application/json");
    let body = Body::from(serde_json::to_vec(body).expect("a body"));
    browser.send(request.body(body).expect("a request")).await
}

/// A device behind a network that lets no WebSocket pass.
struct Poller {
    browser: Browser,
    client: ClientId,
    line: String,
}

impl Poller {
    /// With an open line, on which nothing was said.
    async fn open(mut browser: Browser, client: u128) -> Self {
        let answer = post(&mut browser, &Says::default()).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        assert_eq!(answer.header("cache-control"), "no-store");
        let heard: Heard = serde_json::from_str(&answer.body).expect("an answer");
        assert_eq!(heard.messages, []);
        Self {
            browser,
            client: ClientId(Uuid::from_u128(client)),
            line: heard.line,
        }
    }

    /// That has read everything.
    async fn live(live: &Live, login: &str, client: u128) -> Self {
        let mut poller = Self::open(live.app.signed_in(login).await, client).await;
        let snapshot = poller.browser.get("/sync/snapshot").await;
        let snapshot: Snapshot = serde_json::from_str(&snapshot.body).expect("a snapshot");
        poller.hello(Some(snapshot.cursor)).await;
        let mut heard = poller.listen().await;
        while heard.len() < 2 {
            heard.extend(poller.listen().await);
        }
        assert!(
            matches!(
                &heard[..],
                [
                    ServerMessage::Welcome { snapshot: false, .. },
                    ServerMessage::Delta(_)
                ]
            ),
            "{heard:?}"
        );
        poller
    }

    async fn hello(&mut self, cursor: Option<Cursor>) {
        let client = self.client;
        let schema = SCHEMA;
        let hello = ClientMessage::Hello {
            client,
            schema,
            cursor,
        };
        self.say(&[hello]).await;
    }

    async fn say(&mut self, messages: &[ClientMessage]) {
        let answer = self.ask(messages).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    }

    async fn ask(&mut self, messages: &[ClientMessage]) -> Answer {
        let line = Some(self.line.as_str());
        post(&mut self.browser, &Says { line, messages }).await
    }

    /// What comes next; heartbeats are passed over.
    async fn listen(&mut self) -> Vec<ServerMessage> {
        loop {
            let answer = self.ask(&[]).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
            let heard: Heard = serde_json::from_str(&answer.body).expect("an answer");
            let told = |message: &ServerMessage| !matches!(message, ServerMessage::Heartbeat { .. });
            let messages: Vec<_> = heard.messages.into_iter().filter(told).collect();
            if !messages.is_empty() {
                return messages;
            }
        }
    }

    async fn push(&mut self, mid: u64, command: Command) -> Answer {
        let mutation = Mutation {
            mid: Mid(mid),
            command,
            at: at(9, 30),
            base: None,
        };
        let push = ClientMessage::Push {
            client: self.client,
            after: Mid(0),
            mutations: vec![mutation],
        };
        self.ask(&[push]).await
    }
}

#[tokio::test]
async fn a_change_is_carried_out_and_told_result_first_then_the_delta() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let mut marta = live.device("marta", 2).await;
    let mut sara = Poller::live(&live, "sara", 1).await;
    sara.push(1, mark(VISIT, Mark::Arrived)).await;
    let mut heard = sara.listen().await;
    while heard.len() < 2 {
        heard.extend(sara.listen().await);
    }
    let [
        ServerMessage::Result {
            mid: Mid(1),
            result: MutationResult::Ok,
        },
        ServerMessage::Delta(delta),
    ] = &heard[..]
    else {
        panic!("{heard:?}");
    };
    assert_eq!(delta.changes.len(), 1);
    assert_eq!(delta.last_mids.get(&sara.client.0), Some(&Mid(1)));
    assert_eq!(marta.changes().await, delta.changes);
}

#[tokio::test]
async fn who_listens_hears_at_once_what_another_does() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let mut marta = live.device("marta", 2).await;
    let mut sara = Poller::live(&live, "sara", 1).await;
    let (heard, ()) = tokio::join!(sara.listen(), marta.push([(1, mark(VISIT, Mark::Arrived))]));
    assert!(
        matches!(&heard[..], [ServerMessage::Delta(delta)] if delta.changes == marta.changes().await),
        "{heard:?}"
    );
}

#[tokio::test]
async fn nobody_and_no_other_session_has_a_line() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let mut nobody = live.app.browser();
    assert_eq!(
        post(&mut nobody, &Says::default()).await.status,
        StatusCode::UNAUTHORIZED
    );
    let sara = Poller::live(&live, "sara", 1).await;
    for login in ["marta", "sara"] {
        let mut other = live.app.signed_in(login).await;
        let line = Some(sara.line.as_str());
        let answer = post(&mut other, &Says { line, messages: &[] }).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{login} in another session");
    }
    let mut sara = sara;
    sara.line = "0".repeat(64);
    assert_eq!(sara.ask(&[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_page_of_another_site_opens_no_line() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let mut sara = live.app.signed_in("sara").await;
    for origin in ["https://evil.example", "null"] {
        let request = Request::post("/sync/poll").header(header::ORIGIN, origin);
        let answer = sara
            .send(request.body(Body::from("{}")).expect("a request"))
            .await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{origin}");
    }
}

#[tokio::test]
async fn what_cannot_be_read_or_is_too_large_is_refused() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let mut sara = Poller::live(&live, "sara", 1).await;
    for (body, status) in [
        (
            r#"{"messages":[{"type":"shout"}]}"#.to_owned(),
            StatusCode::BAD_REQUEST,
        ),
        (r#"{"admin":true}"#.to_owned(), StatusCode::BAD_REQUEST),
        ("x".repeat(256 * 1024 + 1), StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        let request = Request::post("/sync/poll").header(header::ORIGIN, format!("http://{HOST}"));
        let answer = sara
            .browser
            .send(request.body(Body::from(body)).expect("a request"))
            .await;
        assert_eq!(answer.status, status);
    }
    let ping = sara.ask(&[ClientMessage::Ping]).await;
    assert_eq!(ping.status, StatusCode::OK, "the line itself is not harmed");
    assert!(matches!(sara.listen().await[..], [ServerMessage::Pong { .. }]));
}

#[tokio::test]
async fn signing_out_wipes_who_listens() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    loop {
        let mut sara = Poller::live(&live, "sara", 1).await;
        let mut elsewhere = sara.browser.clone();
        let (heard, answer) = tokio::join!(sara.ask(&[]), elsewhere.call("/api/sign-out", &[]));
        assert_eq!(answer.status, StatusCode::OK);
        if heard.status == StatusCode::UNAUTHORIZED {
            // Signed out before the question came: nobody was listening yet.
            continue;
        }
        let heard: Heard = serde_json::from_str(&heard.body).expect("an answer");
        assert!(
            heard.messages.contains(&ServerMessage::Wipe),
            "{:?}",
            heard.messages
        );
        assert_eq!(sara.ask(&[]).await.status, StatusCode::UNAUTHORIZED);
        return;
    }
}

#[tokio::test]
async fn a_session_that_has_run_out_says_nothing() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let mut sara = Poller::live(&live, "sara", 1).await;
    live.app.hand.advance_minutes(13 * 60);
    let answer = sara.push(1, mark(VISIT, Mark::Arrived)).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_eq!(database.number("SELECT count(*) FROM client_mutation").await, 0);
}

#[tokio::test]
async fn another_role_is_told_while_one_listens() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let mut sara = Poller::live(&live, "sara", 1).await;
    let mut elsewhere = sara.browser.clone();
    let role = [("role", Role::Owner.code())];
    let (heard, answer) = tokio::join!(sara.listen(), elsewhere.call("/api/role", &role));
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert_eq!(heard, [ServerMessage::Rescope]);
}

#[tokio::test]
async fn who_says_goodbye_has_no_line_any_more() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let mut sara = Poller::live(&live, "sara", 1).await;
    sara.say(&[ClientMessage::Bye]).await;
    assert_eq!(sara.ask(&[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_older_program_is_told_so_before_its_line_ends() {
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let mut sara = Poller::open(live.app.signed_in("sara").await, 1).await;
    let hello = ClientMessage::Hello {
        client: sara.client,
        schema: SCHEMA - 1,
        cursor: None,
    };
    sara.say(&[hello]).await;
    assert_eq!(sara.listen().await, [ServerMessage::Upgrade]);
    assert_eq!(sara.ask(&[]).await.status, StatusCode::NOT_FOUND);
}
