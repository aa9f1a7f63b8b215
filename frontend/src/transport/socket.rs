//! The usual line: a WebSocket.

use app_sync::client::Event;
use app_sync::wire::{ClientMessage, SUBPROTOCOL, ServerMessage};
use gloo_events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, WebSocket};

/// Path of the WebSocket.
pub(super) const SOCKET: &str = "/sync/socket";

/// A socket, open or opening. Closes when dropped, and tells nothing more.
pub struct Socket {
    socket: WebSocket,
    _listeners: [EventListener; 3],
}

impl Socket {
    /// Begins to open a socket; `tell` hears `Opened`, `Message` and, once, `Closed`.
    pub(super) fn open(tell: impl Fn(Event) + Clone + 'static) -> Result<Self, JsValue> {
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
    pub(super) fn send(&self, message: &ClientMessage) {
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
