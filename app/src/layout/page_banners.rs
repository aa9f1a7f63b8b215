//! News that concern the whole page.

use leptos::prelude::*;

use super::text::text;
use crate::ui::{Banner, Button, Glyph, Tone};
use crate::workspace::expect_workspace;

/// A new version that waits, and what this browser does not keep or cannot read.
#[component]
pub fn PageBanners() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let drawer = move || &crate::outbox::text::text(workspace.language().get()).drawer;
    let upgrade_ready = workspace.upgrade_ready();
    view! {
        <div class="banners">
            {move || {
                let trouble = workspace.storage_trouble().get()?;
                let text = Signal::derive(move || (drawer().trouble)(trouble).to_owned());
                Some(view! { <Banner glyph=Glyph::Warning tone=Tone::Risk text /> })
            }}
            <Show when=move || { workspace.unreadable().get() > 0 }>
                <Banner
                    glyph=Glyph::Warning
                    tone=Tone::Risk
                    text=Signal::derive(move || (drawer().unreadable)(workspace.unreadable().get()))
                />
            </Show>
            <Show when=move || upgrade_ready.get()>
                <Banner
                    glyph=Glyph::Reload
                    tone=Tone::Accent
                    text=Signal::derive(move || words().upgrade.to_owned())
                >
                    <Button on:click=move |_| workspace.take_upgrade()>{move || words().upgrade_now}</Button>
                </Banner>
            </Show>
        </div>
    }
}
