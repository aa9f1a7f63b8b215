//! The panel under the outcomes in which one of them is completed.

use leptos::html;
use leptos::prelude::*;

use crate::ui::{ButtonLook, Glyph, IconButton};
use crate::workspace::expect_workspace;

/// Which outcome is being completed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Panel {
    /// A place for the visit.
    Book,
    /// The hour to call back.
    CallBack,
    /// The clinician to ask.
    Problem,
    /// The outcomes that are rarer.
    Other,
}

/// The frame of a panel: a heading and a cross around what is chosen.
#[component]
pub(super) fn PanelFrame(
    /// Its heading and its accessible name.
    #[prop(into)]
    title: Signal<String>,
    /// Closes it.
    #[prop(into)]
    on_close: Callback<()>,
    /// What is chosen in it.
    children: Children,
) -> impl IntoView {
    let workspace = expect_workspace();
    let close = Signal::derive(move || crate::text::text(workspace.language().get()).cancel.to_owned());
    // Whoever opened it sees it and is in it, wherever the card was scrolled to.
    let panel = NodeRef::<html::Section>::new();
    Effect::new(move || {
        if let Some(panel) = panel.get() {
            panel.scroll_into_view_with_bool(false);
            // Only an element that has left the page cannot take the focus.
            let _gone = panel.focus();
        }
    });
    view! {
        <section class="call-panel" node_ref=panel tabindex="-1" aria-label=move || title.get()>
            <div class="call-panel__head">
                <h3 class="call-panel__title">{move || title.get()}</h3>
                <IconButton
                    glyph=Glyph::Cross
                    label=close
                    look=ButtonLook::Quiet
                    on:click=move |_| on_close.run(())
                />
            </div>
            {children()}
        </section>
    }
}
