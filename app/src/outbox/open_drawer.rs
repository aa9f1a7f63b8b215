//! Whether the drawer is open: more than one place leads there.

use leptos::prelude::*;

/// Whether the drawer of what is not settled is open.
#[derive(Clone, Copy)]
pub struct OpenDrawer(RwSignal<bool>);

impl OpenDrawer {
    /// Puts one into the context, shut.
    pub fn provide() -> Self {
        let drawer = Self(RwSignal::new(false));
        provide_context(drawer);
        drawer
    }

    /// The one of this page.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Opens it.
    pub fn open(self) {
        self.0.set(true);
    }

    /// Shuts it.
    pub fn shut(self) {
        self.0.set(false);
    }

    /// Whether it is open.
    pub fn is_open(self) -> bool {
        self.0.get()
    }
}
