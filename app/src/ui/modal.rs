//! What every modal window does with the focus, on the native `dialog`.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::HtmlElement;

/// Opens a dialog as long as it is mounted: the focus goes into it and comes back to where it was.
pub fn modal(dialog: NodeRef<html::Dialog>) {
    let opener = StoredValue::new_local(None::<HtmlElement>);
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            opener.set_value(
                document()
                    .active_element()
                    .and_then(|element| element.dyn_into().ok()),
            );
            // Fails only for a dialog that is open already or has left the page: both need nothing.
            let _already_open = dialog.show_modal();
        }
    });
    // A dialog that is taken off the page does not give the focus back by itself.
    on_cleanup(move || {
        let opener = opener.try_update_value(Option::take).flatten();
        if let Some(opener) = opener.filter(|opener| opener.is_connected()) {
            // Fails only for what cannot have the focus any more: then it stays where it is.
            let _no_focus = opener.focus();
        }
    });
}
