//! The top of a page.

use leptos::prelude::*;
use leptos_meta::Title;

use super::person_menu::PersonMenu;
use super::text::text;
use crate::outbox::SyncBadge;
use crate::palette::PaletteButton;
use crate::presence::Colleagues;
use crate::review::ReviewList;
use crate::ui::{Glyph, IconButton};
use crate::workspace::expect_workspace;

/// The top of a page: its title, its own tools, and what is always at hand. Names the document too.
#[component]
pub fn TopBar(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// The heading where there is little room; else the title.
    #[prop(into, optional)]
    short_title: Option<Signal<String>>,
    /// The page's own tools.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let hidden = workspace.names_hidden();
    let words = move || text(workspace.language().get());
    let eye = Signal::derive(move || if hidden.get() { Glyph::EyeOff } else { Glyph::Eye });
    let eye_label = Signal::derive(move || {
        let words = words();
        if hidden.get() {
            words.show_names
        } else {
            words.hide_names
        }
        .to_owned()
    });
    let short = short_title.unwrap_or(title);
    view! {
        <Title text=move || title.get() formatter=|title| format!("{title} · Richiamo") />
        <header class="bar">
            <h1 class="bar__title">
                <span class="bar__long">{move || title.get()}</span>
                <span class="bar__short">{move || short.get()}</span>
            </h1>
            {children.map(|tools| view! { <div class="bar__tools">{tools()}</div> })}
            <div class="bar__always">
                <Colleagues />
                <SyncBadge tray=|| view! { <ReviewList /> } />
                <PaletteButton />
                <IconButton
                    glyph=eye
                    label=eye_label
                    attr:aria-pressed=move || hidden.get().to_string()
                    on:click=move |_| hidden.update(|hidden| *hidden = !*hidden)
                />
                <PersonMenu />
            </div>
        </header>
    }
}
