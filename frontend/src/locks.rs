//! Web Locks: which outbox belongs to a page that lives. `web-sys` counts them as unstable, so they are bound here.

use std::collections::BTreeSet;

use futures::channel::oneshot;
use futures::future::{Either, select};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method)]
    fn query(this: &LockManager) -> Promise;

    #[wasm_bindgen(method)]
    fn request(this: &LockManager, name: &str, options: &Object, callback: &Function) -> Promise;
}

/// A lock, held until this is dropped.
pub struct Held(Function);

impl Drop for Held {
    fn drop(&mut self) {
        // A promise's own function does not throw.
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}

/// The browser's locks of this origin.
pub struct Locks(LockManager);

impl Locks {
    /// The locks; `None` outside a secure context.
    pub fn of_browser() -> Option<Self> {
        let navigator = web_sys::window()?.navigator();
        let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
        (!locks.is_undefined()).then(|| Self(locks.unchecked_into()))
    }

    /// Names of the locks that pages hold.
    pub async fn held(&self) -> BTreeSet<String> {
        let Ok(state) = JsFuture::from(self.0.query()).await else {
            return BTreeSet::new();
        };
        let held = Reflect::get(&state, &"held".into())
            .map(|held| Array::from(&held))
            .unwrap_or_default();
        let name = |lock: JsValue| Reflect::get(&lock, &"name".into()).ok()?.as_string();
        held.iter().filter_map(name).collect()
    }

    /// Takes a lock for as long as the page lives, unless another page holds it. Tells whether it was taken.
    pub async fn take(&self, name: &str) -> bool {
        match self.hold(name).await {
            Some(held) => {
                std::mem::forget(held);
                true
            }
            None => false,
        }
    }

    /// Takes a lock until what is given back is dropped, unless another page holds it.
    pub async fn hold(&self, name: &str) -> Option<Held> {
        let options = Object::new();
        let set = Reflect::set(&options, &"ifAvailable".into(), &true.into());
        debug_assert!(set.is_ok(), "a fresh object takes a field");
        let (answer, taken) = oneshot::channel();
        // The lock is held until the promise that this returns is settled.
        let granted = Closure::once_into_js(move |lock: JsValue| {
            let mut release = None;
            let promise = if lock.is_null() {
                Promise::resolve(&JsValue::UNDEFINED)
            } else {
                Promise::new(&mut |settle, _| release = Some(settle))
            };
            // Nobody listens any more only where the browser has refused meanwhile.
            let _ = answer.send(release.map(Held));
            promise
        });
        let request = self.0.request(name, &options, granted.unchecked_ref());
        // The request ends before it is answered only where the browser refuses it (an opaque origin).
        match select(taken, JsFuture::from(request)).await {
            Either::Left((taken, _)) => taken.ok().flatten(),
            Either::Right(_) => None,
        }
    }
}
