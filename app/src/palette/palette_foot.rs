//! What is said of what is found: how much, and among whom.

use app_sync::project::ViewClass;
use leptos::prelude::*;

use super::entry::Kind;
use super::palette_state::{PaletteState, Reach};
use super::text::text;
use crate::ui::{Glyph, Icon, Kbd};
use crate::workspace::expect_workspace;

/// How much there is, among whom was searched, and the keys.
#[component]
pub(super) fn PaletteFoot(
    /// What is offered.
    state: PaletteState,
) -> impl IntoView {
    let workspace = expect_workspace();
    let viewer = workspace.viewer();
    let words = move || text(workspace.language().get());
    let reach = state.reach();
    let sees_tax_codes = Memo::new(move |_| {
        viewer
            .read()
            .as_ref()
            .is_some_and(|viewer| ViewClass::of(viewer).sight().tax_code)
    });
    let note = Memo::new(move |_| {
        let (words, typed) = (words(), !state.typed.read().is_empty());
        match reach.get() {
            Reach::Offline if sees_tax_codes.get() => Some(words.offline_with_tax_code),
            Reach::Offline => Some(words.offline),
            Reach::Silent if typed => Some(words.silent),
            Reach::Asking | Reach::Everybody | Reach::Silent => None,
        }
    });
    let count = Memo::new(move |_| {
        let offer = state.offer.read();
        let patients = offer
            .entries
            .iter()
            .filter(|entry| entry.kind() == Kind::Patient)
            .count();
        let typed = !state.typed.read().is_empty();
        typed.then(|| (words().found)(offer.entries.len(), patients, offer.more))
    });
    let more = Memo::new(move |_| {
        let more = state.offer.read().more;
        (more > 0).then(|| (words().more)(more))
    });
    view! {
        <footer class="palette__foot">
            <p class="aloud" role="status">{count}</p>
            {move || more.get().map(|more| view! { <p class="palette__more num">{more}</p> })}
            <p class="palette__note" role="status" hidden=move || note.get().is_none()>
                <Icon glyph=Glyph::CloudOff />
                {note}
            </p>
            <p class="palette__keys" aria-hidden="true">
                <Kbd>"↑"</Kbd>
                <Kbd>"↓"</Kbd>
                {move || words().to_select}
                <Kbd>"↵"</Kbd>
                {move || words().to_open}
                <Kbd>"Esc"</Kbd>
                {move || words().to_shut}
            </p>
        </footer>
    }
}
