//! The way to the server: a WebSocket for what changes, or a long poll where those are blocked; HTTP for the snapshot.

mod poll;
mod socket;
mod ways;

use app::sign_in::{SIGN_IN_PAGE, SignOut};
use app_sync::client::Event;
use app_sync::wire::{ClientMessage, Snapshot};
use js_sys::Reflect;
use leptos::server_fn::ServerFn;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, Request, RequestCredentials, RequestInit, Response};

use poll::Poll;
use socket::{SOCKET, Socket};

pub use ways::Ways;

/// Where unsent work is handed over.
const RESCUE: &str = "/sync/rescue";
/// Path of the snapshot.
const SNAPSHOT: &str = "/sync/snapshot";

/// An open line, or one that is being opened. Ends when dropped, and tells nothing more.
pub enum Line {
    /// A WebSocket.
    Socket(Socket),
    /// Requests.
    Poll(Poll),
}

/// By which way a line is opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// A WebSocket.
    Socket,
    /// A long poll, where WebSockets are blocked.
    Poll,
}

impl Line {
    /// Begins to open a line; `tell` hears `Opened`, `Message` and, once, `Closed`.
    pub fn open(way: Way, tell: impl Fn(Event) + Clone + 'static) -> Result<Self, JsValue> {
        match way {
            Way::Socket => Socket::open(tell).map(Self::Socket),
            Way::Poll => Ok(Self::Poll(Poll::open(tell))),
        }
    }

    /// Sends a message. One that cannot be sent is no loss: the line is ending, and the core will hear so.
    pub fn send(&self, message: &ClientMessage) {
        match self {
            Self::Socket(socket) => socket.send(message),
            Self::Poll(poll) => poll.send(message),
        }
    }
}

/// Why there is no snapshot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoSnapshot {
    /// The server does not know the session.
    SignedOut,
    /// No answer, or none that can be read.
    Failed,
}

/// Fetches the whole view.
pub async fn snapshot() -> Result<Box<Snapshot>, NoSnapshot> {
    let response = fetch("GET", SNAPSHOT).await.map_err(|_| NoSnapshot::Failed)?;
    match response.status() {
        200 => {}
        401 => return Err(NoSnapshot::SignedOut),
        _ => return Err(NoSnapshot::Failed),
    }
    let text = async { JsFuture::from(response.text()?).await }
        .await
        .map_err(|_| NoSnapshot::Failed)?;
    let text = text.as_string().ok_or(NoSnapshot::Failed)?;
    serde_json::from_str(&text)
        .map(Box::new)
        .map_err(|_| NoSnapshot::Failed)
}

/// Why a line could not be opened, as far as a plain request can tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unopened {
    /// The server does not know the session.
    SignedOut,
    /// The server answers, and would have opened the line: what opens it does not come through.
    Blocked,
    /// Nobody answers, or somebody else.
    Silent,
}

/// A refused socket does not say why, so the page asks over HTTP.
pub async fn why_unopened() -> Unopened {
    let is_online = web_sys::window().is_some_and(|window| window.navigator().on_line());
    if !is_online {
        return Unopened::Silent;
    }
    // Fetched without an upgrade, the address answers 400 to whoever is signed in.
    match fetch("GET", SOCKET).await.map(|response| response.status()) {
        Ok(401) => Unopened::SignedOut,
        Ok(400) => Unopened::Blocked,
        Ok(_) | Err(_) => Unopened::Silent,
    }
}

/// Hands unsent work over, for a person to look at; the answer once it is stored.
pub async fn rescue<T: DeserializeOwned>(body: &str) -> Option<T> {
    let response = post(RESCUE, body, Lasts::AsThePage, None).await.ok()?;
    let text = async { JsFuture::from(response.text()?).await }.await.ok()?;
    serde_json::from_str(&text.as_string()?)
        .ok()
        .filter(|_| response.ok())
}

/// Ends the session on the server. Tells whether the server knows.
pub async fn sign_out() -> bool {
    fetch("POST", SignOut::PATH)
        .await
        .is_ok_and(|response| response.ok() || response.status() == 401)
}

/// Leaves for the sign-in page.
pub fn go_to_sign_in() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().assign(SIGN_IN_PAGE);
    }
}

/// What becomes of a request when the page goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Lasts {
    AsThePage,
    LongerThanThePage,
}

/// Posts a JSON text.
async fn post(
    path: &str,
    body: &str,
    lasts: Lasts,
    signal: Option<&AbortSignal>,
) -> Result<Response, JsValue> {
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&JsValue::from_str(body));
    init.set_signal(signal);
    if lasts == Lasts::LongerThanThePage {
        // Not among the fields that `web-sys` knows.
        Reflect::set(&init, &"keepalive".into(), &true.into())?;
    }
    let headers = Headers::new()?;
    headers.set("content-type", "application/json")?;
    init.set_headers(&headers);
    send(path, &init).await
}

async fn fetch(method: &str, path: &str) -> Result<Response, JsValue> {
    let init = RequestInit::new();
    init.set_method(method);
    send(path, &init).await
}

async fn send(path: &str, init: &RequestInit) -> Result<Response, JsValue> {
    init.set_credentials(RequestCredentials::SameOrigin);
    let request = Request::new_with_str_and_init(path, init)?;
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    JsFuture::from(window.fetch_with_request(&request))
        .await?
        .dyn_into()
}
