//! How the device stands with the server, always one glance away.

use leptos::prelude::*;

use super::standing::{Look, Standing};
use super::text::text;
use super::{OpenDrawer, OutboxDrawer};
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// "dal vivo", "alle 10:02 · 3 da inviare", "salvataggio…": a button that opens the drawer.
#[component]
pub fn SyncBadge(
    /// What the drawer shows above the changes of this device.
    #[prop(into)]
    tray: ViewFn,
) -> impl IntoView {
    let workspace = expect_workspace();
    let drawer = OpenDrawer::expect();
    let reviews = workspace.reviews();
    let to_review = Memo::new(move |_| reviews.read().iter().filter(|review| review.is_open()).count());
    let (link, outbox) = (workspace.link(), workspace.outbox());
    let standing = Memo::new(move |_| Standing::of(link.get(), &outbox.read(), to_review.get()));
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
            on:click=move |_| drawer.open()
        >
            <span class="sync__pill">
                <Icon glyph />
                <span class="sync__words num">{words}</span>
            </span>
        </button>
        <Show when=move || drawer.is_open()>
            <OutboxDrawer tray=tray.clone() on_close=move |()| drawer.shut() />
        </Show>
    }
}
