//! Short news at the edge of the page, with a way back for eight seconds.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Button, ButtonLook, Glyph, IconButton, Tone};

/// The way back from what a toast tells.
///
/// Not a `Callback`: a toast outlives the window in which it was made, and what belongs to that window goes with it.
#[derive(Clone)]
pub struct Undo(Arc<dyn Fn() + Send + Sync>);

impl Undo {
    /// Calls `undo` when the person wants it undone.
    pub fn new(undo: impl Fn() + Send + Sync + 'static) -> Self {
        Self(Arc::new(undo))
    }
}

/// A piece of news.
#[derive(Clone)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// What the colour says: [`Tone::Risk`] for what was refused.
    pub tone: Tone,
    /// The way back, if there is one.
    pub undo: Option<Undo>,
}

/// The news on the page, the oldest first. Each goes by itself after eight seconds (`style/ui/toast.css`), later while
/// somebody points at it.
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<(u32, Toast)>>,
    last: StoredValue<u32>,
}

impl Toasts {
    /// Toasts that stay on the page at once; older ones give way.
    const AT_ONCE: usize = 3;

    /// Puts a set into the context, for [`expect_toasts`].
    pub fn provide() -> Self {
        let toasts = Self {
            shown: RwSignal::new(Vec::new()),
            last: StoredValue::new(0),
        };
        provide_context(toasts);
        toasts
    }

    /// Shows one.
    pub fn show(self, toast: Toast) {
        self.last.update_value(|last| *last = last.wrapping_add(1));
        let id = self.last.get_value();
        self.shown.update(|shown| {
            shown.push((id, toast));
            let surplus = shown.len().saturating_sub(Self::AT_ONCE);
            shown.drain(..surplus);
        });
    }

    fn drop_one(self, id: u32) {
        self.shown.update(|shown| shown.retain(|(other, _)| *other != id));
    }
}

/// The toasts of the page.
pub fn expect_toasts() -> Toasts {
    expect_context()
}

/// Where toasts are shown: once a page.
#[component]
pub fn ToastStack(
    /// The words on the way back.
    #[prop(into)]
    undo_label: Signal<String>,
    /// What the cross says.
    #[prop(into)]
    close_label: Signal<String>,
) -> impl IntoView {
    let toasts = expect_toasts();
    let item = move |(id, toast): (u32, Toast)| {
        let look = if toast.tone == Tone::Risk {
            "toast toast--risk"
        } else {
            "toast"
        };
        let undo = toast.undo.map(|undo| {
            let take_back = move |_| {
                undo.0();
                toasts.drop_one(id);
            };
            view! { <Button on:click=take_back>{move || undo_label.get()}</Button> }
        });
        view! {
            <li class=look>
                <span class="toast__text">{toast.text}</span>
                {undo}
                <IconButton
                    glyph=Glyph::Cross
                    label=close_label
                    look=ButtonLook::Quiet
                    on:click=move |_| toasts.drop_one(id)
                />
                <span class="toast__life" aria-hidden="true" on:animationend=move |_| toasts.drop_one(id)></span>
            </li>
        }
    };
    view! {
        <ul class="toasts" aria-live="polite">
            <For each=move || toasts.shown.get() key=|(id, _)| *id children=item />
        </ul>
    }
}
