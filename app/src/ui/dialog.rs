//! A window above the page, on the native `dialog`.

use leptos::html;
use leptos::prelude::*;

use super::{ButtonLook, Glyph, IconButton, modal};

/// Where a dialog stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum DialogShape {
    /// In the middle; on a phone along the bottom edge.
    #[default]
    Window,
    /// Along the right edge, as high as the page.
    Drawer,
}

impl DialogShape {
    const fn class(self) -> &'static str {
        match self {
            Self::Window => "dialog",
            Self::Drawer => "dialog dialog--drawer",
        }
    }
}

/// A modal window that is open as long as it is mounted: `<Show when=…><Dialog …/></Show>`.
///
/// The focus goes into it and comes back to where it was; Esc, the cross and a tap beside it call `on_close`.
#[component]
pub fn Dialog(
    /// Its heading and its accessible name.
    #[prop(into)]
    title: Signal<String>,
    /// What the cross says.
    #[prop(into)]
    close_label: Signal<String>,
    /// Called when the person wants it gone.
    #[prop(into)]
    on_close: Callback<()>,
    /// Where it stands.
    #[prop(optional)]
    shape: DialogShape,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    modal(dialog);
    let beside = move |event: leptos::ev::MouseEvent| event.target() == event.current_target();
    view! {
        <dialog
            node_ref=dialog
            class=shape.class()
            aria-label=move || title.get()
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                on_close.run(());
            }
            on:mousedown=move |event| if beside(event) { on_close.run(()) }
        >
            <div class="dialog__head">
                <h2 class="dialog__title">{move || title.get()}</h2>
                <IconButton
                    glyph=Glyph::Cross
                    label=close_label
                    look=ButtonLook::Quiet
                    on:click=move |_| on_close.run(())
                />
            </div>
            // A section, so that a header in it is the header of what is in it, not of the page.
            <section class="dialog__body">{children()}</section>
        </dialog>
    }
}
