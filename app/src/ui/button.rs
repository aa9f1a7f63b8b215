//! Buttons.

use leptos::prelude::*;

use super::{Glyph, Icon};

/// How much a button asks for attention. One [`ButtonLook::Main`] a screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ButtonLook {
    /// One among others.
    #[default]
    Plain,
    /// The next step.
    Main,
    /// Something went wrong, or will.
    Risk,
    /// At the edge of sight.
    Quiet,
}

impl ButtonLook {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Main => "button--main",
            Self::Risk => "button--risk",
            Self::Quiet => "button--quiet",
        }
    }
}

/// How large a button is. Both are large enough for a finger.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ButtonSize {
    /// 44 px.
    #[default]
    Regular,
    /// 48 px, larger letters.
    Big,
}

impl ButtonSize {
    const fn class(self) -> &'static str {
        match self {
            Self::Regular => "",
            Self::Big => "button--big",
        }
    }
}

/// What a button does within a form.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ButtonKind {
    /// Nothing of itself.
    #[default]
    Button,
    /// Sends the form.
    Submit,
}

impl ButtonKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Submit => "submit",
        }
    }
}

/// A button with words. Put `on:click` and `attr:…` on it as on an element.
#[component]
pub fn Button(
    /// How much it asks for attention.
    #[prop(into, optional)]
    look: Signal<ButtonLook>,
    /// How large.
    #[prop(optional)]
    size: ButtonSize,
    /// What it does within a form.
    #[prop(optional)]
    kind: ButtonKind,
    /// The words, with an [`Icon`] before them where that helps.
    children: Children,
) -> impl IntoView {
    view! {
        <button type=kind.name() class=move || format!("button {} {}", look.get().class(), size.class())>
            {children()}
        </button>
    }
}

/// A button with a picture only; its name is read aloud and shown when pointed at.
#[component]
pub fn IconButton(
    /// The picture.
    #[prop(into)]
    glyph: Signal<Glyph>,
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
    /// How much it asks for attention.
    #[prop(optional)]
    look: ButtonLook,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=format!("button button--icon {}", look.class())
            aria-label=move || label.get()
            title=move || label.get()
        >
            <Icon glyph />
        </button>
    }
}
