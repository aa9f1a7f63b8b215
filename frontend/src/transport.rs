//! The way to the server: a WebSocket for what changes, HTTP for the snapshot.

use app::sign_in::{SIGN_IN_PAGE, SignOut};
use app_sync::client::Event;
use app_sync::wire::{ClientMessage, SUBPROTOCOL, ServerMessage, Snapshot};
use gloo_events::EventListener;
use leptos::server_fn::ServerFn;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Request, RequestCredentials, RequestInit, Response, WebSocket};

/// Path of the WebSocket.
const SOCKET: &str = "/sync/socket";
/// Path of the snapshot.
const SNAPSHOT: &str = "/sync/snapshot";

/// A socket, open or opening. Closes when dropped, and tells nothing more.
pub struct Socket {
    socket: WebSocket,
    _listeners: [EventListener; 3],
}

impl Socket {
    /// Begins to open a socket; `tell` hears `Opened`, `Message` and, once, `Closed`.
    pub fn open(tell: impl Fn(Event) + Clone + 'static) -> Result<Self, JsValue> {
        let socket = WebSocket::new_with_str(&socket_address()?, SUBPROTOCOL)?;
        let opened = EventListener::once(&socket, "open", {
            let tell = tell.clone();
            move |_| tell(Event::Opened)
        });
        let message = EventListener::new(&socket, "message", {
            let (tell, socket) = (tell.clone(), socket.clone());
            move |event| match read(event) {
                Some(message) => tell(Event::Message(message)),
                // Not of this protocol: what follows cannot be trusted either. The core will connect again.
                None => {
                    let _ = socket.close();
                }
            }
        });
        let closed = EventListener::once(&socket, "close", move |_| tell(Event::Closed));
        Ok(Self {
            socket,
            _listeners: [opened, message, closed],
        })
    }

    /// Sends a message. One that cannot be sent is no loss: the socket is closing, and the core will hear so.
    pub fn send(&self, message: &ClientMessage) {
        if let Ok(text) = serde_json::to_string(message) {
            let _ = self.socket.send_with_str(&text);
        }
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        let _ = self.socket.close();
    }
}

/// Absolute: only the newest browsers take a path here.
fn socket_address() -> Result<String, JsValue> {
    let origin = web_sys::window().ok_or(JsValue::UNDEFINED)?.location().origin()?;
    Ok(format!("{}{SOCKET}", origin.replacen("http", "ws", 1)))
}

fn read(event: &web_sys::Event) -> Option<ServerMessage> {
    let text = event.dyn_ref::<MessageEvent>()?.data().as_string()?;
    serde_json::from_str(&text).ok()
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

/// Whether the server has forgotten the session. A refused socket does not say why, so the page asks over HTTP.
pub async fn is_signed_out() -> bool {
    let is_online = web_sys::window().is_some_and(|window| window.navigator().on_line());
    // Fetched without an upgrade, the address answers 400 to whoever is signed in.
    is_online
        && fetch("GET", SOCKET)
            .await
            .is_ok_and(|response| response.status() == 401)
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

async fn fetch(method: &str, path: &str) -> Result<Response, JsValue> {
    let init = RequestInit::new();
    init.set_method(method);
    init.set_credentials(RequestCredentials::SameOrigin);
    let request = Request::new_with_str_and_init(path, &init)?;
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    JsFuture::from(window.fetch_with_request(&request))
        .await?
        .dyn_into()
}
