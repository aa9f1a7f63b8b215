//! How a page starts: the server's shares open what rests on this device; without a network the password does on a
//! personal one, and on any other the page says that it waits.

use std::collections::BTreeMap;
use std::rc::Rc;

use app::port::{CallNotes, Ownership};
use app::workspace::{FirstLoad, StorageTrouble};
use app_domain::id::{MemberId, PatientId};
use app_sync::client::Event;
use app_sync::wire::Snapshot;
use leptos::prelude::Set;
use wasm_bindgen_futures::spawn_local;

use crate::browser::Browser;
use crate::channel::Says;
use crate::disk::Disk;
use crate::outbox::{Outbox, Place, Rested};
use crate::vault::{self, Answer, Pair, Shares, Subtle, Vault};
use crate::{cache, expiry, storage, transport};

/// What a page starts from.
pub enum Ready {
    /// What rests on this device is open.
    Opened(Opened),
    /// It cannot be opened now.
    Closed(Closed),
    /// There is no session: to the sign-in page.
    SignedOut,
}

/// What rests on this device, open.
pub struct Opened {
    person: MemberId,
    outbox: Outbox,
    rested: Rested,
    cache: Option<Box<Snapshot>>,
    place: Option<Place>,
    notes: BTreeMap<PatientId, CallNotes>,
}

/// Why nothing can be shown, without a network.
pub enum Closed {
    /// Nothing rests here yet.
    Nobodys,
    /// Only the server can open it.
    Sealed {
        /// How many changes wait here.
        waiting: usize,
    },
    /// The password can.
    Locked {
        /// How many changes wait here.
        waiting: usize,
        /// What the password opens.
        key: Box<Locked>,
    },
}

/// A personal device, closed.
pub struct Locked {
    person: MemberId,
    subtle: Subtle,
    disk: Rc<Disk>,
    pair: Pair,
}

/// Opens what rests on this device, as far as that goes. Before the first painting, so that the day is there at once.
pub async fn ready(browser: &Browser) -> Ready {
    cache::tidy();
    if expiry::is_over() {
        wipe().await;
    }
    match vault::ask().await {
        Answer::Given(shares) => Ready::Opened(open(browser, shares).await),
        Answer::SignedOut => {
            wipe().await;
            Ready::SignedOut
        }
        Answer::Nothing => Ready::Closed(closed().await),
    }
}

/// Drops what may not outlive the session: the cache and its keys.
pub async fn wipe() {
    cache::clear();
    storage::forget_proof();
    let Some(person) = storage::person() else { return };
    if let Some(disk) = Disk::open(person).await {
        // A key that stays because the disk fails opens nothing: the share goes with the session.
        let _ = disk.drop_cache_keys(&[]).await;
    }
}

async fn open(browser: &Browser, shares: Shares) -> Opened {
    let person = shares.person;
    if storage::person() != Some(person) {
        // Somebody else has signed in in this browser. Unsent work of the one before stays, sealed, in their own outbox.
        wipe().await;
        storage::set_person(person);
        browser.say(Says::IsOf { person });
    }
    browser.proved();
    let place = place_of(browser, &shares).await;
    let cache = match &place {
        Some(place) => cache::read(&place.vault).await,
        None => None,
    };
    opened(browser, person, place, cache).await
}

/// Where a person's things rest; `None` where this browser keeps nothing, or cannot encrypt: then they live in memory only.
async fn place_of(browser: &Browser, shares: &Shares) -> Option<Place> {
    let subtle = Subtle::of_browser().filter(|_| storage::is_allowed())?;
    let disk = Rc::new(Disk::open(shares.person).await?);
    let vault = Vault::with_shares(subtle, Rc::clone(&disk), shares, browser.today()).await;
    // What nothing names any more only takes room.
    let _ = disk.drop_unused_keys().await;
    Some(Place {
        disk,
        vault: Rc::new(vault.ok()?),
    })
}

async fn opened(
    browser: &Browser,
    person: MemberId,
    place: Option<Place>,
    cache: Option<Box<Snapshot>>,
) -> Opened {
    let notes = match &place {
        Some(place) => browser.notes().read(place).await,
        None => BTreeMap::new(),
    };
    let (outbox, rested) = Outbox::open(place.clone(), browser.today()).await;
    Opened {
        person,
        outbox,
        rested,
        cache,
        place,
        notes,
    }
}

async fn closed() -> Closed {
    let Some(person) = storage::person() else {
        return Closed::Nobodys;
    };
    let Some(disk) = Disk::open(person).await else {
        return Closed::Nobodys;
    };
    let waiting = disk.count().await;
    let pair = disk.pair().await.ok().flatten();
    match pair.zip(Subtle::of_browser()) {
        Some((pair, subtle)) if cache::rests(person) => Closed::Locked {
            waiting,
            key: Box::new(Locked {
                person,
                subtle,
                disk: Rc::new(disk),
                pair,
            }),
        },
        _ => Closed::Sealed { waiting },
    }
}

/// Starts the client core with what rests on this device, or says what is wanting.
pub fn begin(browser: &Browser, ready: Ready) {
    match ready {
        Ready::Opened(opened) => start(browser, opened),
        Ready::SignedOut => transport::go_to_sign_in(),
        Ready::Closed(closed) => {
            let first_load = match closed {
                Closed::Nobodys => FirstLoad::Unreachable,
                Closed::Sealed { waiting } => FirstLoad::Sealed { waiting },
                Closed::Locked { waiting, key } => {
                    browser.put_locked(*key);
                    FirstLoad::Locked { waiting }
                }
            };
            browser.workspace().first_load().set(first_load);
        }
    }
}

/// Tries again to get what the page still waits for.
pub fn go_on(browser: Browser) {
    if browser.is_open() {
        return browser.tell(Event::Online);
    }
    spawn_local(async move {
        let _turn = browser.opening().await;
        if !browser.is_open() {
            let ready = ready(&browser).await;
            begin(&browser, ready);
        }
    });
}

/// What came of a password on a personal device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unlocked {
    /// It was right, and the day is open.
    Opened,
    /// It was wrong.
    Wrong,
    /// It was right, but the cache is damaged: only the server can help.
    Damaged,
}

/// Opens a personal device with its password.
pub async fn unlock(browser: &Browser, password: &str) -> Unlocked {
    let _turn = browser.opening().await;
    if browser.is_open() {
        return Unlocked::Opened;
    }
    let Some(Locked {
        person,
        subtle,
        disk,
        pair,
    }) = browser.take_locked()
    else {
        return Unlocked::Damaged;
    };
    let key = (subtle.clone(), Rc::clone(&disk));
    let Ok(vault) = vault::unlock(key.0, key.1, person, &pair, password).await else {
        browser.put_locked(Locked {
            person,
            subtle,
            disk,
            pair,
        });
        return Unlocked::Wrong;
    };
    let Some(cache) = cache::read_at_rest(&vault).await else {
        // Of no use to anybody: the next look does not ask for the password again.
        cache::clear();
        let waiting = disk.count().await;
        browser
            .workspace()
            .first_load()
            .set(FirstLoad::Sealed { waiting });
        return Unlocked::Damaged;
    };
    browser.opened_without_network();
    let vault = Rc::new(vault);
    let opened = opened(browser, person, Some(Place { disk, vault }), Some(cache)).await;
    start(browser, opened);
    Unlocked::Opened
}

fn start(
    browser: &Browser,
    Opened {
        person,
        outbox,
        rested,
        cache,
        place,
        notes,
    }: Opened,
) {
    let workspace = browser.workspace();
    let is_kept = outbox.is_durable() && storage::is_allowed();
    workspace
        .storage_trouble()
        .set((!is_kept).then_some(StorageTrouble::NothingKept));
    workspace.unreadable().set(rested.unreadable);
    workspace.ownership().set(match &place {
        None => Ownership::Unknown,
        Some(place) if place.vault.is_personal() => Ownership::Personal,
        Some(_) => Ownership::Shared,
    });
    workspace.call_notes().set(notes);
    browser.open(person, outbox, place);
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
        browser.workspace().unreadable().set(left.unreadable);
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

/// Tells the server of a sign-out, and goes to the sign-in page. Without a network the page says that it has none, and
/// the next start begins here again: a session that this device has given up is not used by the next person.
pub async fn finish_sign_out(left: Left) {
    cache::clear();
    if left == Left::Nothing {
        vault::forget_device().await;
    }
    if transport::sign_out().await {
        storage::end_sign_out();
    }
    transport::go_to_sign_in();
}

/// What a person who signs out leaves in their outbox.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Left {
    /// Nothing: the server need not keep what opens it.
    Nothing,
    /// Unsent work, or this page does not know.
    Something,
}
