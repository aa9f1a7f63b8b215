//! Commands that this device refused at once, told at the edge of the page.

use leptos::prelude::*;

use crate::outbox::refusal::told_now;
use crate::ui::{Toast, Tone, expect_toasts};
use crate::workspace::expect_workspace;

/// Tells every command that was refused at once, with what the person may do.
#[component]
pub fn RefusalToasts() -> impl IntoView {
    let workspace = expect_workspace();
    let toasts = expect_toasts();
    let refusal = workspace.last_refusal();
    Effect::new(move || {
        if let Some((_, refusal)) = refusal.get() {
            let text = told_now(workspace, &refusal).in_one_line();
            toasts.show(Toast {
                text,
                tone: Tone::Risk,
                undo: None,
            });
        }
    });
}
