//! What the browser says of network, page and time.

use app_sync::client::Event;
use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use wasm_bindgen_futures::spawn_local;
use web_sys::VisibilityState;

use crate::browser::Browser;
use crate::{start, upgrade};

/// Milliseconds between two ticks of the screen's clock.
const TICK: u32 = 15_000;
/// Milliseconds between two looks for a new version.
const LOOK: u32 = 60 * 60_000;
/// Milliseconds between two looks for what closed tabs have left behind.
const LEFT: u32 = 30_000;

/// Listens for as long as the page lives.
pub fn watch(browser: &Browser) {
    let window = web_sys::window().expect("a page has a window");
    let document = window.document().expect("a window has a document");
    let listen = |target: &web_sys::EventTarget, name: &'static str, hear: fn(&Browser)| {
        let browser = browser.clone();
        EventListener::new(target, name, move |_| hear(&browser)).forget();
    };
    listen(&window, "online", |browser| browser.tell(Event::Online));
    listen(&window, "pagehide", Browser::save_cache);
    listen(&document, "visibilitychange", turn);
    let workspace = browser.workspace();
    Interval::new(TICK, move || workspace.tick()).forget();
    Interval::new(LOOK, upgrade::look_soon).forget();
    let browser = browser.clone();
    Interval::new(LEFT, move || {
        spawn_local(start::take_over_what_was_left(browser.clone()))
    })
    .forget();
}

fn turn(browser: &Browser) {
    if is_visible() {
        browser.workspace().tick();
        browser.tell(Event::Visible);
    } else {
        browser.save_cache();
        browser.tell(Event::Hidden);
    }
}

fn is_visible() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_none_or(|document| document.visibility_state() == VisibilityState::Visible)
}
