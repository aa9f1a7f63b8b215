//! What the tabs of one browser tell each other at once: nothing rests on it, and nothing secret is said.

use app_domain::id::MemberId;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::browser::Browser;
use crate::start;

const NAME: &str = "richiamo";

/// Milliseconds after which a tab that said goodbye is looked for: it holds its outbox until the browser has put it away.
const LOOKS: [u32; 3] = [300, 1_500, 5_000];

/// What a tab says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "says")]
pub enum Says {
    /// The person has signed out.
    SignedOut,
    /// This browser is a person's now.
    IsOf {
        /// Whose.
        person: MemberId,
    },
    /// What opens this person's things here has changed: the device is their own now, or no longer.
    Keys,
    /// This tab closes; its outbox may hold work.
    Closes,
}

/// The way to the other tabs. Browsers without it find out from the server, or in half a minute.
pub struct Channel {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Channel {
    /// Listens from now on.
    pub fn open(browser: &Browser) -> Option<Self> {
        let channel = BroadcastChannel::new(NAME).ok()?;
        let browser = browser.clone();
        let listener = EventListener::new(&channel, "message", move |event| {
            if let Some(says) = read(event) {
                hear(&browser, says);
            }
        });
        Some(Self {
            channel,
            _listener: listener,
        })
    }

    /// Tells the other tabs; not this one.
    pub fn say(&self, says: Says) {
        if let Ok(text) = serde_json::to_string(&says) {
            // A channel that is closed already has nobody to tell.
            let _ = self.channel.post_message(&JsValue::from_str(&text));
        }
    }
}

fn read(event: &web_sys::Event) -> Option<Says> {
    let text = event.dyn_ref::<MessageEvent>()?.data().as_string()?;
    serde_json::from_str(&text).ok()
}

fn hear(browser: &Browser, says: Says) {
    match says {
        Says::SignedOut => browser.signed_out_elsewhere(),
        Says::IsOf { person } => browser.is_of(person),
        Says::Keys => browser.keys_changed(),
        Says::Closes => {
            for wait in LOOKS {
                let browser = browser.clone();
                Timeout::new(wait, move || {
                    spawn_local(start::take_over_what_was_left(browser));
                })
                .forget();
            }
        }
    }
}
