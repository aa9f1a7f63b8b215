//! News that concern the whole page.

use leptos::prelude::*;

use super::text::text;
use crate::ui::{Banner, Button, Glyph, Tone};
use crate::workspace::expect_workspace;

/// A new version that waits, and a browser that keeps nothing.
#[component]
pub fn PageBanners() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let upgrade_ready = workspace.upgrade_ready();
    view! {
        <div class="banners">
            <Show when=move || workspace.cache_warning().get()>
                <Banner
                    glyph=Glyph::Warning
                    tone=Tone::Risk
                    text=Signal::derive(move || words().memory_only.to_owned())
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
