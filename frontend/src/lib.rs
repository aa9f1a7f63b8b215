//! The browser (`frontend`): storage, transport, connectivity and clock, plugged into the screens of `app` at one place.
//!
//! No rules and no views live here.

mod browser;
mod cache;
mod cache_writer;
mod call_notes;
mod channel;
mod clock;
mod connectivity;
mod disk;
mod expiry;
mod http;
mod locks;
mod outbox;
mod ownership;
mod pack;
mod recover;
mod rescue;
mod start;
mod storage;
mod transport;
mod upgrade;
mod vault;

use app::layout::App;
use app::workspace::Workspace;
use app_sync::client::Client;
use app_sync::wire::ClientId;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use browser::Browser;
use start::Left;

/// The program starts: the boot script calls this once the module is there.
#[wasm_bindgen(start)]
pub fn main() {
    recover::watch();
    spawn_local(run());
}

async fn run() {
    if storage::is_signing_out() {
        return start::finish_sign_out(Left::Something).await;
    }
    let browser = Browser::default();
    let ready = start::ready(&browser).await;
    let device = browser.clone();
    let page = move || {
        let workspace = Workspace::provide(
            Client::new(ClientId(clock::new_id())).with_clock_offset(storage::clock_offset()),
            device.clone(),
            storage::preferences(),
        );
        device.serve(workspace);
        view! { <App/> }
    };
    mount_to(recover::place_for_the_program(), page).forget();
    recover::opened();
    start::begin(&browser, ready);
    connectivity::watch(&browser);
    upgrade::watch(browser.workspace()).await;
}
