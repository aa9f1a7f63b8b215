//! What a person sees when the program stops: a plain page that says what is safe and offers to load it again. It is part
//! of the shell (`public/index.html`), since nothing of the program can be trusted to draw it any more.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

/// Shows the recover page when the program panics, and writes the panic to the console.
pub fn watch() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        show("app", Shown::No);
        show("boot", Shown::No);
        show("recover", Shown::Yes);
    }));
}

/// Where the program draws.
pub fn place_for_the_program() -> HtmlElement {
    element("app").expect("the shell holds a place for the program")
}

/// The program is on the screen: the boot page goes.
pub fn opened() {
    show("boot", Shown::No);
}

#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Yes,
    No,
}

fn show(id: &str, shown: Shown) {
    if let Some(element) = element(id) {
        element.set_hidden(shown == Shown::No);
    }
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
