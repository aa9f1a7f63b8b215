//! Keys.

use leptos::ev;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::FrameWindows;
use super::text::text;
use crate::ui::{Dialog, Kbd};
use crate::workspace::expect_workspace;

/// Calls `act` when `key` is pressed, as long as the present owner lives.
///
/// Not while somebody types, nor above a dialog, nor with a modifier: those keys are the browser's.
pub fn on_key(key: &'static str, act: impl Fn() + 'static) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
        if !modified && !event.default_prevented() && event.key().eq_ignore_ascii_case(key) && !is_busy(key) {
            event.prevent_default();
            act();
        }
    });
    on_cleanup(move || handle.remove());
}

/// Whether a key belongs to a field, an open dialog or an open menu. Of one among a few only the arrows do: whoever has chosen
/// by a tap goes on with the keys of the page.
fn is_busy(key: &str) -> bool {
    let document = document();
    // A selector that the browser does not know would throw: then nothing is open.
    let open = document
        .query_selector("dialog[open], :popover-open")
        .ok()
        .flatten()
        .is_some();
    let fields = if key.starts_with("Arrow") {
        "input, select, textarea"
    } else {
        "input:not([type=radio]), select, textarea"
    };
    let typing = document
        .active_element()
        .is_some_and(|element| element.matches(fields).unwrap_or_default());
    open || typing
}

/// Keys of every page: `T` today, `?` this list. The palette has its own.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let workspace = expect_workspace();
    let navigate = use_navigate();
    let shown = FrameWindows::expect().shortcuts();
    on_key("?", move || shown.set(true));
    on_key("t", move || navigate("/agenda", NavigateOptions::default()));
    let words = move || text(workspace.language().get());
    let common = move || crate::text::text(workspace.language().get());
    view! {
        <Show when=move || shown.get()>
            <Dialog
                title=Signal::derive(move || words().shortcuts.to_owned())
                close_label=Signal::derive(move || common().close.to_owned())
                on_close=move |()| shown.set(false)
            >
                <dl class="keys">
                    {move || {
                        words()
                            .keys
                            .map(|(key, what)| {
                                view! {
                                    <div>
                                        <dt>
                                            <Kbd>{key}</Kbd>
                                        </dt>
                                        <dd>{what}</dd>
                                    </div>
                                }
                            })
                            .collect_view()
                    }}
                </dl>
            </Dialog>
        </Show>
    }
}
