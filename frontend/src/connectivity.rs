//! What the browser says of network, page and time.

use app_sync::client::Event;
use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{PageTransitionEvent, VisibilityState};

use crate::browser::Browser;
use crate::channel::Says;
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
    listen(&window, "online", Browser::is_online);
    listen(&document, "visibilitychange", turn);
    // A tab that the browser puts to sleep, and wakes again.
    listen(&document, "freeze", |browser| browser.tell(Event::Frozen));
    listen(&document, "resume", Browser::is_back);
    listen_to_leaving(browser, &window);
    let ticking = browser.clone();
    Interval::new(TICK, move || ticking.tick()).forget();
    Interval::new(LOOK, upgrade::look_soon).forget();
    let browser = browser.clone();
    Interval::new(LEFT, move || {
        spawn_local(start::take_over_what_was_left(browser.clone()))
    })
    .forget();
}

/// A page that goes may be kept as it is, to be shown again when the person comes back: with an open line it would not be.
fn listen_to_leaving(browser: &Browser, window: &web_sys::Window) {
    let going = browser.clone();
    EventListener::new(window, "pagehide", move |event| {
        // Best effort: what is sealed as the page goes may come too late. The outbox does not rely on it.
        going.save_cache();
        if is_kept(event) {
            going.tell(Event::Frozen);
        } else {
            going.say(Says::Closes);
        }
    })
    .forget();
    let back = browser.clone();
    EventListener::new(window, "pageshow", move |event| {
        if is_kept(event) {
            back.is_back();
        }
    })
    .forget();
}

/// Whether the page is kept, or was.
fn is_kept(event: &web_sys::Event) -> bool {
    event
        .dyn_ref::<PageTransitionEvent>()
        .is_some_and(PageTransitionEvent::persisted)
}

fn turn(browser: &Browser) {
    if is_visible() {
        browser.tick();
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
