//! The way out.

use leptos::prelude::*;

use super::FrameWindows;
use super::text::text;
use crate::ui::Button;
use crate::workspace::expect_workspace;

/// Ends the session; asks first where something is not sent yet.
#[component]
pub fn SignOutChoice() -> impl IntoView {
    let workspace = expect_workspace();
    let windows = FrameWindows::expect();
    let words = move || text(workspace.language().get());
    view! { <Button on:click=move |_| windows.sign_out()>{move || words().sign_out}</Button> }
}
