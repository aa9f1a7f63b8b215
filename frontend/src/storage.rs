//! Small things that this browser keeps in localStorage: preferences, and who was signed in last.
//!
//! Storage may be denied (a setting, a private window, a full disk): then everything here is quietly forgotten with
//! the page, and [`is_allowed`] says so, for the warning on the screen.

use app::port::{AgendaChoices, CallViews, Names, Preference, Preferences, Theme};
use app_domain::id::MemberId;
use app_domain::language::Language;
use app_domain::time::Instant;
use gloo_storage::{LocalStorage, Storage};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::clock;

const PROBE: &str = "richiamo.probe";
const PERSON: &str = "richiamo.person";
const LANGUAGE: &str = "richiamo.language";
const NAMES: &str = "richiamo.names";
const THEME: &str = "richiamo.theme";
const AGENDA: &str = "richiamo.agenda";
const CALL_VIEWS: &str = "richiamo.call_views";
const SIGNING_OUT: &str = "richiamo.signing_out";
const TOO_OLD: &str = "richiamo.too_old";
const CLOCK_OFFSET: &str = "richiamo.clock_offset";
const DEVICE: &str = "richiamo.device";
const PROOF: &str = "richiamo.proof";
const TRIES: &str = "richiamo.tries";

/// Whether this browser lets the page keep anything. gloo-storage panics where it does not, so nothing else here may
/// be reached before this has said yes.
pub fn is_allowed() -> bool {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    storage.is_some_and(|storage| storage.set_item(PROBE, "1").is_ok() && storage.remove_item(PROBE).is_ok())
}

/// What the person has chosen for this browser.
pub fn preferences() -> Preferences {
    Preferences {
        language: get(LANGUAGE).unwrap_or_else(language_of_browser),
        names: if get(NAMES) == Some(true) {
            Names::Hidden
        } else {
            Names::Shown
        },
        theme: match get::<String>(THEME).as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::Auto,
        },
    }
}

/// Keeps a choice for the next start.
pub fn remember(preference: Preference) {
    match preference {
        Preference::Language(language) => set(LANGUAGE, language),
        Preference::Names(names) => set(NAMES, names == Names::Hidden),
        Preference::Theme(Theme::Auto) => remove(THEME),
        Preference::Theme(Theme::Light) => set(THEME, "light"),
        Preference::Theme(Theme::Dark) => set(THEME, "dark"),
    }
}

/// How a person has set the agenda up here.
pub fn agenda_choices(person: MemberId) -> AgendaChoices {
    get(&agenda_of(person)).unwrap_or_default()
}

/// Keeps how a person has set the agenda up here.
pub fn remember_agenda(person: MemberId, choices: &AgendaChoices) {
    set(&agenda_of(person), choices);
}

/// The views of the call list that a person has kept here.
pub fn call_views(person: MemberId) -> CallViews {
    get(&call_views_of(person)).unwrap_or_default()
}

/// Keeps the views of the call list that a person has made here.
pub fn remember_call_views(person: MemberId, views: &CallViews) {
    set(&call_views_of(person), views);
}

fn call_views_of(person: MemberId) -> String {
    format!("{CALL_VIEWS}.{}", person.0)
}

fn agenda_of(person: MemberId) -> String {
    format!("{AGENDA}.{}", person.0)
}

/// Whose data rests on this device, by the last start with a network.
pub fn person() -> Option<MemberId> {
    get(PERSON)
}

/// From now on this device is this person's, until another one signs in.
pub fn set_person(person: MemberId) {
    set(PERSON, person);
}

/// Nobody's.
pub fn forget_person() {
    remove(PERSON);
}

/// The server's clock less this device's, in milliseconds, as last heard: a device whose clock is wrong is not wrong about
/// the day when it starts without a network.
pub fn clock_offset() -> i64 {
    get(CLOCK_OFFSET).unwrap_or_default()
}

/// Keeps what the server's clock showed.
pub fn set_clock_offset(milliseconds: i64) {
    set(CLOCK_OFFSET, milliseconds);
}

/// The name of this browser, made up when it is first asked for. It says nothing but which browser it is.
pub fn device() -> Uuid {
    get(DEVICE).unwrap_or_else(|| {
        let device = clock::new_id();
        set(DEVICE, device);
        device
    })
}

/// When the server last gave proof of a live session, by this device's clock.
pub fn proof() -> Option<Instant> {
    get(PROOF)
}

/// Keeps when the server last gave proof of a live session.
pub fn set_proof(at: Instant) {
    set(PROOF, at);
}

/// There is no live session any more.
pub fn forget_proof() {
    remove(PROOF);
}

/// Wrong passwords in a row on the page that asks for one, and when the last was.
pub fn tries() -> (u32, Instant) {
    get(TRIES).unwrap_or((0, Instant(0)))
}

/// Keeps them: a reload does not make one forget.
pub fn set_tries(tries: (u32, Instant)) {
    if tries.0 == 0 {
        remove(TRIES);
    } else {
        set(TRIES, tries);
    }
}

/// Whether a sign-out is still to be told to the server.
pub fn is_signing_out() -> bool {
    get(SIGNING_OUT) == Some(true)
}

/// A sign-out has begun.
pub fn begin_sign_out() {
    set(SIGNING_OUT, true);
}

/// The server knows of the sign-out.
pub fn end_sign_out() {
    remove(SIGNING_OUT);
}

/// Version of the rows of the program that the server found too old last, if it did.
pub fn was_too_old() -> Option<u32> {
    get(TOO_OLD)
}

/// The server finds this program too old.
pub fn set_too_old(schema: u32) {
    set(TOO_OLD, schema);
}

fn language_of_browser() -> Language {
    let tag = web_sys::window()
        .and_then(|window| window.navigator().language())
        .unwrap_or_default();
    if tag.is_empty() || tag.starts_with("it") {
        Language::Italian
    } else {
        Language::English
    }
}

fn get<T: DeserializeOwned>(key: &str) -> Option<T> {
    is_allowed().then(|| LocalStorage::get(key).ok()).flatten()
}

fn set(key: &str, value: impl Serialize) {
    // A full disk forgets a preference; the outbox has its own place, and its own warning.
    if is_allowed() {
        let _ = LocalStorage::set(key, value);
    }
}

fn remove(key: &str) {
    if is_allowed() {
        LocalStorage::delete(key);
    }
}
