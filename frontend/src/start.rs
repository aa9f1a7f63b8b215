//! How a page starts: from what rests on this device if it knows whose it is, else with the first snapshot.

use app_domain::id::MemberId;
use app_sync::client::Event;
use app_sync::wire::Snapshot;
use wasm_bindgen_futures::spawn_local;

use crate::browser::Browser;
use crate::channel::Says;
use crate::outbox::{Outbox, Rested};
use crate::transport::{self, NoSnapshot};
use crate::{cache, storage};

/// What a page starts from.
pub struct Ready {
    outbox: Outbox,
    rested: Rested,
    cache: Option<Box<Snapshot>>,
}

/// What rests on this device; `None` where it is nobody's yet. Read before the first painting, so that the day is there at once.
pub async fn ready() -> Option<Ready> {
    let person = storage::person()?;
    Some(ready_for(person, cache::read(person)).await)
}

async fn ready_for(person: MemberId, cache: Option<Box<Snapshot>>) -> Ready {
    let (outbox, rested) = Outbox::open(person).await;
    Ready {
        outbox,
        rested,
        cache,
    }
}

/// Starts the client core with what rests on this device, or goes for the first snapshot.
pub fn begin(browser: &Browser, ready: Option<Ready>) {
    match ready {
        Some(ready) => start(browser, ready),
        None => go_on(browser.clone()),
    }
}

/// Tries again to get what the page still waits for.
pub fn go_on(browser: Browser) {
    if storage::person().is_some() {
        browser.tell(Event::Online);
    } else {
        spawn_local(first_snapshot(browser));
    }
}

fn start(
    browser: &Browser,
    Ready {
        outbox,
        rested,
        cache,
    }: Ready,
) {
    browser.set_outbox(outbox);
    browser.tell(started(rested, cache));
}

/// Takes over what a closed tab of this person has left behind, once nothing of this page's own waits. To the core it is a
/// start with another outbox: what is shown stays.
pub async fn take_over_what_was_left(browser: Browser) {
    let Some(outbox) = browser.outbox() else { return };
    if !browser.is_settled() {
        return;
    }
    let left = match browser.take_left() {
        Some(left) => Some(left),
        None => outbox.left_behind().await,
    };
    let Some(left) = left else { return };
    // Something may have been typed while the disk was read; then the next look goes on.
    if browser.is_settled() {
        outbox.go_on_with(&left);
        browser.tell(started(left, None));
    } else {
        browser.put_left(left);
    }
}

fn started(rested: Rested, cache: Option<Box<Snapshot>>) -> Event {
    Event::Started {
        client: rested.client,
        cache,
        outbox: rested.records,
        last_mid: rested.last_mid,
    }
}

/// Nobody's device: the first snapshot says whose it is from now on, and so which outbox to open.
async fn first_snapshot(browser: Browser) {
    match transport::snapshot().await {
        Ok(snapshot) => {
            let person = snapshot.viewer.member.id;
            storage::set_person(person);
            browser.say(Says::IsOf { person });
            start(&browser, ready_for(person, Some(snapshot)).await);
        }
        Err(NoSnapshot::SignedOut) => transport::go_to_sign_in(),
        Err(NoSnapshot::Failed) => browser.show_unreachable(),
    }
}

/// Tells the server of a sign-out, and goes to the sign-in page. Without a network the page says that it has none, and
/// the next start begins here again: a session that this device has given up is not used by the next person.
pub async fn finish_sign_out() {
    if transport::sign_out().await {
        storage::end_sign_out();
    }
    transport::go_to_sign_in();
}
