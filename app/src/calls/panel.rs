//! The panel under the outcomes in which one of them is completed.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

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
    /// What the patient answers to a plan.
    Answers,
    /// The day before which not to call.
    Later,
    /// The day by which the patient pays.
    Pay,
    /// The day until which a payment is put off.
    Delay,
    /// What the patient does not want to be contacted for.
    Oppose,
    /// Who keeps the promise from now on.
    HandOver,
}

/// The frame of a panel: a heading and a cross around what is chosen. A digit chooses the choice of that number, Escape
/// closes: the keys of the outcomes below wait meanwhile.
#[component]
pub(super) fn PanelFrame(
    /// Its heading and its accessible name.
    #[prop(into)]
    title: Signal<String>,
    /// Closes it.
    #[prop(into)]
    on_close: Callback<()>,
    /// Called with Enter, while nothing in the panel has the focus: what was chosen is to be written down.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
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
        <section
            class="call-panel"
            node_ref=panel
            tabindex="-1"
            aria-label=move || title.get()
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    event.prevent_default();
                    on_close.run(());
                } else if let Some(on_enter) = on_enter.filter(|_| event.key() == "Enter" && is_on(&panel, &event)) {
                    event.prevent_default();
                    on_enter.run(());
                } else if let Some(choice) = panel.get_untracked().and_then(|panel| choice_of(&panel, &event)) {
                    event.prevent_default();
                    choice.click();
                }
            }
        >
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

/// Whether the panel itself has the focus, and nothing in it.
fn is_on(panel: &NodeRef<html::Section>, event: &KeyboardEvent) -> bool {
    let panel = panel.get_untracked();
    panel.is_some_and(|panel| *panel == event_target::<Element>(event))
}

/// The choice that a key stands for: 1 to 9 and 0, then the first letters, in their order. Not while somebody types.
fn choice_of(panel: &Element, event: &KeyboardEvent) -> Option<HtmlElement> {
    let is_modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    let is_typing = event_target::<Element>(event)
        .matches("input, select, textarea")
        .unwrap_or_default();
    if is_modified || is_typing {
        return None;
    }
    let place = place_of(&event.key())?;
    let choices = panel
        .query_selector_all(
            ".call-panel__choices > button:not([disabled]), .choices > button:not([disabled]), .call-places > button",
        )
        .ok()?;
    choices.get(place)?.dyn_into().ok()
}

/// The place of a choice, from 0, by its key.
fn place_of(key: &str) -> Option<u32> {
    const KEYS: &str = "1234567890abcdef";
    let mut letters = key.chars();
    let only = letters.next().filter(|_| letters.next().is_none())?;
    let place = KEYS.chars().position(|one| one == only)?;
    u32::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use super::place_of;

    #[test]
    fn the_tenth_choice_is_zero_and_the_next_are_letters() {
        assert_eq!(place_of("1"), Some(0));
        assert_eq!(place_of("0"), Some(9));
        assert_eq!(place_of("a"), Some(10));
        assert_eq!(place_of("f"), Some(15));
        assert_eq!(place_of("g"), None);
        assert_eq!(place_of("Enter"), None);
    }
}
