//! Whether the palette is open, and who was chosen in it.

use app_domain::patient::Patient;
use leptos::ev;
use leptos::prelude::*;

/// Patients that are remembered.
const REMEMBERED: usize = 5;

/// Whether the palette is open, and the patients chosen in it since the page was loaded: they rest nowhere else.
#[derive(Clone, Copy)]
pub struct OpenPalette {
    open: RwSignal<bool>,
    recent: RwSignal<Vec<Patient>>,
}

impl OpenPalette {
    /// Puts one into the context, shut.
    pub fn provide() {
        provide_context(Self {
            open: RwSignal::new(false),
            recent: RwSignal::default(),
        });
    }

    /// The one of this page.
    pub(super) fn expect() -> Self {
        expect_context()
    }

    /// Opens it.
    pub(super) fn open(self) {
        self.open.set(true);
    }

    /// Shuts it.
    pub(super) fn shut(self) {
        self.open.set(false);
    }

    /// Whether it is open. Tracked.
    pub(super) fn is_open(self) -> bool {
        self.open.get()
    }

    /// The patients chosen last, the latest first. Untracked.
    pub(super) fn recent(self) -> Vec<Patient> {
        self.recent.get_untracked()
    }

    /// A patient was chosen.
    pub(super) fn remember(self, patient: Patient) {
        self.recent.update(|recent| {
            recent.retain(|other| other.id != patient.id);
            recent.insert(0, patient);
            recent.truncate(REMEMBERED);
        });
    }

    /// Forgets who was chosen: the page shows nobody any more.
    pub(super) fn forget(self) {
        // The page may be going, and the signal with it.
        let _gone = self.recent.try_set(Vec::new());
    }

    /// `Ctrl K` and `⌘ K` open and shut it, also while somebody types and above other windows.
    pub(super) fn listen(self) {
        let handle = window_event_listener(ev::keydown, move |event| {
            let modified = event.ctrl_key() != event.meta_key() && !event.alt_key() && !event.shift_key();
            if modified && event.key().eq_ignore_ascii_case("k") {
                event.prevent_default();
                self.open.update(|open| *open = !*open);
            }
        });
        on_cleanup(move || handle.remove());
    }
}
