//! A program that is too old for the server: it makes room for a newer one, and if there is none to be had, hands over what it
//! could not send. A person looks at it then; nothing is carried out by itself.

use app_sync::client::{Client, Event};
use app_sync::outbox::OutboxState;
use app_sync::wire::{Mid, SCHEMA};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::spawn_local;

use crate::browser::Browser;
use crate::{storage, transport, upgrade};

/// Milliseconds between two looks for a new version, and between two tries to hand over.
const PAUSE: u32 = 10_000;
/// Looks that are taken before the work is handed over: within a minute.
const LOOKS: u32 = 6;
/// Bytes of the records in one request, at most: half of what the server reads, since texts within JSON grow.
const LARGEST: usize = 120_000;

/// A record as it lies: whatever its shape, the server keeps the text.
#[derive(Clone, Serialize)]
struct Record {
    mid: Mid,
    text: String,
}

#[derive(Serialize)]
struct Rescue<'a> {
    client: app_sync::wire::ClientId,
    schema: u32,
    records: &'a [Record],
}

#[derive(Deserialize)]
struct Stored {
    stored: Vec<Mid>,
}

/// The server does not speak with this version.
pub fn begin(browser: &Browser) {
    if !browser.workspace().too_old().get_untracked() {
        browser.workspace().too_old().set(true);
        spawn_local(make_room(browser.clone()));
    }
}

async fn make_room(browser: Browser) {
    // Was this very version told so before, and loaded again since? Then there is no other.
    let looks = if storage::was_too_old() == Some(SCHEMA) {
        1
    } else {
        LOOKS
    };
    storage::set_too_old(SCHEMA);
    for _ in 0..looks {
        upgrade::look_for_new_version().await;
        if browser.workspace().upgrade_waiting().get_untracked() {
            // It is offered now, and reads this outbox.
            return;
        }
        TimeoutFuture::new(PAUSE).await;
    }
    // What is typed from now on cannot be sent either.
    loop {
        hand_over(&browser).await;
        TimeoutFuture::new(PAUSE).await;
    }
}

/// Hands over what is not decided yet. Nothing leaves the outbox before the server has said that it is stored.
async fn hand_over(browser: &Browser) {
    let Some(client) = browser.workspace().peek(Client::outbox_client) else {
        return;
    };
    for records in posts(unsent(browser)) {
        let rescue = Rescue {
            client,
            schema: SCHEMA,
            records: &records,
        };
        let Ok(body) = serde_json::to_string(&rescue) else {
            return;
        };
        let Some(Stored { stored }) = transport::rescue(&body).await else {
            return;
        };
        browser
            .workspace()
            .rescued()
            .update(|count| *count += stored.len());
        browser.tell(Event::Rescued(stored));
    }
}

fn unsent(browser: &Browser) -> Vec<Record> {
    let outbox = browser.workspace().peek(Client::outbox);
    let unsent = outbox
        .into_iter()
        .filter(|record| !matches!(record.state, OutboxState::NeedsYou { .. }));
    let as_it_lies = unsent.filter_map(|record| {
        Some(Record {
            mid: record.mutation.mid,
            text: serde_json::to_string(&record).ok()?,
        })
    });
    as_it_lies.collect()
}

/// The records in order, in portions that the server reads.
fn posts(records: Vec<Record>) -> Vec<Vec<Record>> {
    let mut posts: Vec<Vec<Record>> = Vec::new();
    let mut size = LARGEST;
    for record in records {
        if size + record.text.len() > LARGEST {
            posts.push(Vec::new());
            size = 0;
        }
        size += record.text.len();
        if let Some(post) = posts.last_mut() {
            post.push(record);
        }
    }
    posts
}
