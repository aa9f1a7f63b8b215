//! The service worker: registered here, and asked to take over when the person wants the new version.

use app::workspace::Workspace;
use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

const WORKER: &str = "/sw.js";
/// What the worker listens for.
const TAKE_OVER: &str = "take-over";

/// Registers the worker, and tells the workspace when a new version waits. Without service workers (no secure context)
/// the program works, but does not open without a network.
pub async fn watch(workspace: Workspace) {
    let Some(container) = container() else { return };
    let Ok(registration) = JsFuture::from(container.register(WORKER)).await else {
        return;
    };
    let registration: ServiceWorkerRegistration = registration.unchecked_into();
    if registration.waiting().is_some() && container.controller().is_some() {
        workspace.upgrade_waiting().set(true);
    }
    let found = registration.clone();
    EventListener::new(&registration, "updatefound", move |_| {
        if let Some(worker) = found.installing() {
            tell_when_installed(worker, workspace);
        }
    })
    .forget();
}

/// Looks for a new version now: the server says that this one is too old.
pub async fn look_for_new_version() {
    let Some(registration) = registration().await else {
        return;
    };
    if let Ok(promise) = registration.update() {
        let _ = JsFuture::from(promise).await;
    }
}

/// Lets the version that waits take over, and loads it.
pub async fn take_over() {
    let waiting = registration()
        .await
        .and_then(|registration| registration.waiting());
    match (container(), waiting) {
        (Some(container), Some(worker)) => {
            EventListener::once(&container, "controllerchange", |_| reload()).forget();
            let _ = worker.post_message(&TAKE_OVER.into());
        }
        _ => reload(),
    }
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// A worker that is installed while another one is in control is a new version; the very first one is not.
fn tell_when_installed(worker: ServiceWorker, workspace: Workspace) {
    let changed = worker.clone();
    EventListener::new(&worker, "statechange", move |_| {
        let controlled = container().is_some_and(|container| container.controller().is_some());
        if changed.state() == ServiceWorkerState::Installed && controlled {
            workspace.upgrade_waiting().set(true);
        }
    })
    .forget();
}

async fn registration() -> Option<ServiceWorkerRegistration> {
    let found = JsFuture::from(container()?.get_registration()).await.ok()?;
    found.dyn_into().ok()
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let container = js_sys::Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    container.dyn_into().ok()
}

/// Looks for a new version whenever a page has been open for long: a tablet is not reloaded for weeks.
pub fn look_soon() {
    spawn_local(look_for_new_version());
}
