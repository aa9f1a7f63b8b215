//! The line where WebSockets are blocked: one request listens, another says what there is to say.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use app_sync::client::Event;
use app_sync::wire::{ClientMessage, ServerMessage};
use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortController;

use super::{Lasts, post};

/// Path of the long poll.
const POLL: &str = "/sync/poll";
/// Messages in one request.
const SAID_AT_ONCE: usize = 4;

/// A line of requests.
pub struct Poll(Rc<Inner>);

struct Inner {
    /// What the server calls the line; `None` until it is open.
    name: RefCell<Option<String>>,
    unsaid: RefCell<Vec<ClientMessage>>,
    saying: Cell<bool>,
    /// Ended by either side: nothing is told any more.
    over: Cell<bool>,
    /// Ends what is under way.
    abort: Option<AbortController>,
    tell: Box<dyn Fn(Event)>,
}

#[derive(Serialize)]
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

/// The line is lost.
struct Lost;

impl Poll {
    pub(super) fn open(tell: impl Fn(Event) + 'static) -> Self {
        let inner = Rc::new(Inner {
            name: RefCell::default(),
            unsaid: RefCell::default(),
            saying: Cell::default(),
            over: Cell::default(),
            abort: AbortController::new().ok(),
            tell: Box::new(tell),
        });
        let line = Rc::clone(&inner);
        spawn_local(async move {
            if line.listen().await.is_err() {
                line.lost();
            }
        });
        Self(inner)
    }

    pub(super) fn send(&self, message: &ClientMessage) {
        self.0.unsaid.borrow_mut().push(message.clone());
        if self.0.saying.replace(true) {
            return;
        }
        let line = Rc::clone(&self.0);
        spawn_local(async move {
            if line.say_all().await.is_err() {
                line.lost();
            }
            line.saying.set(false);
        });
    }
}

impl Drop for Poll {
    fn drop(&mut self) {
        let line = &self.0;
        if line.over.replace(true) {
            return;
        }
        if let Some(abort) = &line.abort {
            abort.abort();
        }
        // So that the server need not wait until nobody has listened for long. It outlives the page, if that is what goes.
        if let Some(name) = line.name.borrow().clone() {
            spawn_local(async move {
                let line = Some(name.as_str());
                let messages = &[ClientMessage::Bye];
                let _ = ask(&Says { line, messages }, Lasts::LongerThanThePage, None).await;
            });
        }
    }
}

impl Inner {
    /// Opens the line and listens until it is lost.
    async fn listen(&self) -> Result<(), Lost> {
        let opened = self
            .request(&Says {
                line: None,
                messages: &[],
            })
            .await?;
        self.name.replace(Some(opened.line.clone()));
        self.tell(Event::Opened);
        let line = Some(opened.line.as_str());
        while !self.over.get() {
            let heard = self.request(&Says { line, messages: &[] }).await?;
            for message in heard.messages {
                self.tell(Event::Message(message));
            }
        }
        Ok(())
    }

    /// In order: a request is answered before the next one goes out.
    async fn say_all(&self) -> Result<(), Lost> {
        let name = self.name.borrow().clone().ok_or(Lost)?;
        while !self.over.get() {
            let messages: Vec<ClientMessage> = {
                let mut unsaid = self.unsaid.borrow_mut();
                let count = unsaid.len().min(SAID_AT_ONCE);
                unsaid.drain(..count).collect()
            };
            if messages.is_empty() {
                break;
            }
            let line = Some(name.as_str());
            self.request(&Says {
                line,
                messages: &messages,
            })
            .await?;
        }
        Ok(())
    }

    async fn request(&self, says: &Says<'_>) -> Result<Heard, Lost> {
        ask(says, Lasts::AsThePage, self.abort.as_ref()).await
    }

    fn lost(&self) {
        if !self.over.replace(true) {
            (self.tell)(Event::Closed);
        }
    }

    fn tell(&self, event: Event) {
        // What was told last may have ended the line.
        if !self.over.get() {
            (self.tell)(event);
        }
    }
}

async fn ask(says: &Says<'_>, lasts: Lasts, abort: Option<&AbortController>) -> Result<Heard, Lost> {
    let body = serde_json::to_string(says).map_err(|_| Lost)?;
    let signal = abort.map(AbortController::signal);
    let response = post(POLL, &body, lasts, signal.as_ref())
        .await
        .map_err(|_| Lost)?;
    if !response.ok() {
        return Err(Lost);
    }
    let text = JsFuture::from(response.text().map_err(|_| Lost)?)
        .await
        .map_err(|_| Lost)?;
    let text = text.as_string().ok_or(Lost)?;
    serde_json::from_str(&text).map_err(|_| Lost)
}
