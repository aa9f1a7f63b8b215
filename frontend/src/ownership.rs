//! A person calls this browser their own, opens it with the password, or gives it back.

use app::port::{Ownership, PasswordProblem, PasswordStep};
use app::sign_in::{CheckPassword, Refused};
use app_domain::time::Instant;
use app_sync::client::Event;
use leptos::prelude::Set;
use leptos::server_fn::ServerFn;

use crate::browser::Browser;
use crate::channel::Says;
use crate::start::{self, Unlocked};
use crate::{clock, http, storage};

/// Wrong passwords that cost nothing; after the next ones a person waits 1 s, 2 s, 4 s, …
const FREE: u32 = 3;
/// The longest wait, in seconds.
const LONGEST: i64 = 60;
/// Minutes after which wrong passwords are forgotten.
const FORGOTTEN_AFTER: i64 = 15;

/// Makes this browser the person's own, if the server says that the password is theirs.
pub async fn make_personal(browser: &Browser, password: &str) {
    let Some((_, vault)) = browser.place() else {
        return say(browser, PasswordStep::Refused(PasswordProblem::Broken));
    };
    say(browser, PasswordStep::Checking);
    let step = match ask(password).await {
        Ok(()) if vault.make_personal(password).await.is_ok() => {
            browser.workspace().ownership().set(Ownership::Personal);
            browser.say(Says::Keys);
            // What is cached is sealed anew, by a key that the password opens too.
            browser.save_cache_anew();
            PasswordStep::Idle
        }
        Ok(()) => PasswordStep::Refused(PasswordProblem::Broken),
        Err(Refused::Wrong) => PasswordStep::Refused(PasswordProblem::Wrong),
        Err(Refused::Wait { seconds }) => PasswordStep::Refused(PasswordProblem::Wait { seconds }),
        Err(Refused::SignedOut) => return browser.tell(Event::SignedOut),
        Err(Refused::NotFound) => PasswordStep::Refused(PasswordProblem::NoNetwork),
        Err(Refused::Broken | Refused::Welcome { .. }) => PasswordStep::Refused(PasswordProblem::Broken),
    };
    say(browser, step);
}

/// Makes this browser one like any other.
pub async fn make_shared(browser: &Browser) {
    if let Some((_, vault)) = browser.place()
        && vault.make_shared().await.is_ok()
    {
        browser.workspace().ownership().set(Ownership::Shared);
        browser.say(Says::Keys);
        browser.save_cache_anew();
    }
}

/// Opens a personal device without a network.
pub async fn unlock(browser: &Browser, password: &str) {
    let (wrong, last) = storage::tries();
    if let Some(seconds) = wait(wrong, last, clock::now()) {
        return say(browser, PasswordStep::Refused(PasswordProblem::Wait { seconds }));
    }
    say(browser, PasswordStep::Checking);
    // Counted before it is looked at: a page that is shut meanwhile gains nothing.
    storage::set_tries((wrong.saturating_add(1), clock::now()));
    let step = match start::unlock(browser, password).await {
        Unlocked::Wrong => {
            // The wait begins when the person hears of it: looking took a moment.
            storage::set_tries((wrong.saturating_add(1), clock::now()));
            PasswordStep::Refused(PasswordProblem::Wrong)
        }
        Unlocked::Opened | Unlocked::Damaged => {
            storage::set_tries((0, Instant(0)));
            PasswordStep::Idle
        }
    };
    say(browser, step);
}

fn say(browser: &Browser, step: PasswordStep) {
    browser.workspace().password_step().set(step);
}

/// How many seconds are left to wait after so many wrong passwords, the last at `last`.
fn wait(wrong: u32, last: Instant, now: Instant) -> Option<u32> {
    let since = now.0.saturating_sub(last.0);
    let is_forgotten = since >= FORGOTTEN_AFTER * 60_000;
    let doublings = wrong.checked_sub(FREE).filter(|_| !is_forgotten)?;
    let pause = (1_i64 << doublings.min(30)).min(LONGEST) * 1_000;
    // A clock that was put back shortens nothing.
    let left = pause.saturating_sub(since.max(0));
    (left > 0).then(|| u32::try_from(left.saturating_add(999) / 1_000).unwrap_or(u32::MAX))
}

/// Asks the server whether a password is that of whoever is signed in. No answer is told as [`Refused::NotFound`].
async fn ask(password: &str) -> Result<(), Refused> {
    let form = http::field("password", password);
    let asked = http::ask("POST", CheckPassword::PATH, Some(&form)).await;
    let (status, text) = asked.map_err(|_| Refused::NotFound)?;
    if status == 200 {
        return Ok(());
    }
    Err(serde_json::from_str(&text).unwrap_or(Refused::Broken))
}
