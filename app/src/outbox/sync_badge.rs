//! How the device stands with the server, always one glance away.

use leptos::prelude::*;

use super::OutboxDrawer;
use super::standing::{Look, Standing};
use super::text::text;
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// "dal vivo", "alle 10:02 · 3 da inviare", "salvataggio…": a button that opens the drawer.
#[component]
pub fn SyncBadge() -> impl IntoView {
    let workspace = expect_workspace();
    let is_open = RwSignal::new(false);
    let (link, outbox) = (workspace.link(), workspace.outbox());
    let standing = Memo::new(move |_| Standing::of(link.get(), &outbox.read()));
    let words = Memo::new(move |_| {
        let language = workspace.language().get();
        standing
            .get()
            .words(&text(language).drawer, crate::text::text(language))
    });
    let label = move || (text(workspace.language().get()).drawer.open)(&words.get());
    let class = move || match standing.get().look() {
        Look::Live => "sync sync--live",
        Look::Saving => "sync sync--saving",
        Look::AsOf => "sync sync--as-of",
        Look::Refused => "sync sync--refused",
    };
    let glyph = Signal::derive(move || match standing.get().look() {
        Look::Live => Glyph::Check,
        Look::Saving => Glyph::Cloud,
        Look::AsOf => Glyph::CloudOff,
        Look::Refused => Glyph::Hand,
    });
    view! {
        <button
            type="button"
            class=class
            aria-haspopup="dialog"
            aria-label=label
            title=words
            on:click=move |_| is_open.set(true)
        >
            <span class="sync__pill">
                <Icon glyph />
                <span class="sync__words num">{words}</span>
            </span>
        </button>
        <Show when=move || is_open.get()>
            <OutboxDrawer on_close=move |()| is_open.set(false) />
        </Show>
    }
}
