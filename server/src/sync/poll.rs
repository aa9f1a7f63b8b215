//! The long poll, where WebSockets are blocked: the same messages, each way in requests of their own. A request with messages
//! says them; one without listens, for as long as nothing comes.

use std::sync::Arc;
use std::time::Duration;

use app_domain::review::Device;
use app_sync::server::{Event, Frame};
use app_sync::wire::{ClientMessage, ServerMessage, Viewer};
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use tokio::time::{Instant, sleep};

use super::http::device;
use super::lines::{Line, Listening};
use super::{Inner, SyncServer};
use crate::accounts::fresh_token;
use crate::error::HttpError;
use crate::session::{Sessions, SignedIn};

/// How long a request listens where nothing comes: less than proxies wait for an answer.
const LISTEN: Duration = Duration::from_secs(20);

/// What a request says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    /// Which line; none opens one.
    #[serde(default)]
    line: Option<String>,
    /// In the order in which they are meant. None: listen.
    #[serde(default)]
    messages: Vec<ClientMessage>,
}

/// `POST /sync/poll`. The session was looked at by taking it as an argument, so once a request.
pub(super) async fn poll(
    State(server): State<SyncServer>,
    State(sessions): State<Sessions>,
    signed_in: SignedIn,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, HttpError> {
    let viewer = server.viewer(&signed_in)?;
    let body = body.map_err(|_| HttpError::TooLarge)?;
    let request: Request = serde_json::from_slice(&body)
        .map_err(|_| HttpError::bad_request("a line and messages of `richiamo.1` are expected"))?;
    let inner = &server.0;
    let Some(name) = request.line else {
        let name = open(inner, &signed_in, viewer, device(&headers))?;
        return Ok(answer(&name, &[]));
    };
    let line = inner.lines.find(&name, &signed_in.session);
    let line = line.ok_or(HttpError::NotFound)?;
    see(inner, &line, viewer);
    let frames = if request.messages.is_empty() {
        listen(inner, &sessions, &signed_in, (&name, &line)).await?
    } else {
        for message in request.messages {
            let socket = line.socket;
            inner.handle(Event::Message { socket, message });
        }
        Vec::new()
    };
    Ok(answer(&name, &frames))
}

fn open(
    inner: &Arc<Inner>,
    signed_in: &SignedIn,
    viewer: Viewer,
    device: Device,
) -> Result<String, HttpError> {
    let name = fresh_token()?;
    let now = inner.clock.now();
    let entered = inner.room().enter(viewer, device, now);
    tracing::debug!(socket = entered.0.0, member = %signed_in.member.id, "line open");
    let dropped = inner
        .lines
        .add(name.clone(), signed_in.session.clone(), entered, Instant::now());
    if let Some(socket) = dropped {
        inner.room().leave(socket, now);
    }
    Ok(name)
}

/// The session may say something else of its user than before.
fn see(inner: &Arc<Inner>, line: &Line, viewer: Viewer) {
    let errands = inner.room().look_at(line.socket, viewer, inner.clock.now());
    inner.see_to(errands);
}

/// Waits for what the hub has to say. The session is looked at when something happens to it; what was sent before its end
/// is still told, and that it has ended.
async fn listen(
    inner: &Arc<Inner>,
    sessions: &Sessions,
    signed_in: &SignedIn,
    (name, line): (&str, &Line),
) -> Result<Vec<Frame>, HttpError> {
    let one_at_a_time = || HttpError::bad_request("another request listens on this line");
    let mut listening = line.listen().ok_or_else(one_at_a_time)?;
    let mut events = sessions.events();
    let mut concerns = true;
    let enough = sleep(LISTEN);
    tokio::pin!(enough);
    loop {
        if concerns {
            // Also before the first wait: something may have happened before it was listened to.
            match sessions.still_valid(&signed_in.session).await? {
                Some(signed_in) => see(inner, line, signed_in.viewer()),
                None => return Ok(wiped(inner, name, line, &mut listening)),
            }
        }
        tokio::select! {
            frames = listening.frames() => {
                return frames.ok_or_else(|| {
                    inner.lines.remove(name);
                    HttpError::NotFound
                });
            }
            event = events.recv() => concerns = event.as_ref().map_or(true, |event| {
                // Whatever was missed may have been about this one.
                event.is_about(&signed_in.session, signed_in.member.id)
            }),
            () = &mut enough => return Ok(Vec::new()),
            () = inner.stopped() => return Err(HttpError::Unavailable),
        }
    }
}

fn wiped(inner: &Inner, name: &str, line: &Line, listening: &mut Listening<'_>) -> Vec<Frame> {
    let mut frames = listening.waiting();
    let wipe = serde_json::to_string(&ServerMessage::Wipe).expect("messages always have a JSON form");
    frames.push(wipe.into());
    inner.room().leave(line.socket, inner.clock.now());
    inner.lines.remove(name);
    frames
}

fn answer(name: &str, frames: &[Frame]) -> Response {
    let body = format!(r#"{{"line":"{name}","messages":[{}]}}"#, frames.join(","));
    ([(header::CONTENT_TYPE, "application/json")], body).into_response()
}
