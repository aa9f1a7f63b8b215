//! The way to a new visit.

use app_domain::policy::works_with_agenda;
use leptos::prelude::*;

use super::open_booking::OpenBooking;
use crate::agenda::text::text;
use crate::layout::on_key;
use crate::ui::{Button, ButtonLook, Glyph, Icon};
use crate::workspace::expect_workspace;

/// Opens the window of a new visit, for who works with the agenda. `N` does the same.
#[component]
pub fn BookButton() -> impl IntoView {
    let viewer = expect_workspace().viewer();
    let may = move || {
        viewer
            .read()
            .as_ref()
            .is_some_and(|viewer| works_with_agenda(viewer.role))
    };
    view! {
        <Show when=may>
            <TheButton />
        </Show>
    }
}

#[component]
fn TheButton() -> impl IntoView {
    let workspace = expect_workspace();
    let booking = OpenBooking::expect();
    on_key("n", move || booking.open(workspace, None));
    let word = move || text(workspace.language().get()).booking.open;
    view! {
        <span class="book-button">
            <Button look=ButtonLook::Main on:click=move |_| booking.open(workspace, None)>
                <Icon glyph=Glyph::Plus />
                <span class="book-button__word">{word}</span>
            </Button>
        </span>
    }
}
