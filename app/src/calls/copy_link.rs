//! The address of a video call, copied to be sent to the patient.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::closure::Closure;

use super::text::text;
use crate::ui::{Glyph, IconButton, Toast, Tone, expect_toasts};
use crate::workspace::expect_workspace;

/// Copies an address, and says whether the browser has done so; where it does not, the address itself is told.
#[component]
pub(super) fn CopyLink(
    /// What is copied.
    address: String,
) -> impl IntoView {
    let workspace = expect_workspace();
    let toasts = expect_toasts();
    let words = move || &text(workspace.language().get()).card.reach;
    let label = Signal::derive(move || words().copy.to_owned());
    let tell = move |text: String| {
        toasts.show(Toast {
            text,
            tone: Tone::Plain,
            undo: None,
        });
    };
    let copy = move |_| {
        let clipboard = window().navigator().clipboard();
        let not_copied = (untrack(words).not_copied)(&address);
        // A page that is not served safely has no clipboard.
        if AsRef::<JsValue>::as_ref(&clipboard).is_undefined() {
            tell(not_copied);
            return;
        }
        let done = Closure::once(move |_: JsValue| tell(untrack(words).copied.to_owned()));
        let failed = Closure::once(move |_: JsValue| tell(not_copied));
        let _answered = clipboard.write_text(&address).then2(&done, &failed);
        // One of them is called, once, and is gone with that; the other is a few bytes.
        done.forget();
        failed.forget();
    };
    view! { <IconButton glyph=Glyph::Copy label on:click=copy /> }
}
