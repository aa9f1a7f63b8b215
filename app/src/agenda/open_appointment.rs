//! Which appointment's window is open: kept in the address, so that other screens can link to it and "back" shuts it.

use app_domain::id::AppointmentId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};

use crate::address::APPOINTMENT;

/// Which appointment's window is open.
#[derive(Clone, Copy)]
pub struct OpenAppointment {
    id: Memo<Option<AppointmentId>>,
    go: Callback<Option<AppointmentId>>,
}

impl OpenAppointment {
    /// Puts it into the context, for [`OpenAppointment::expect`].
    pub(super) fn provide() -> Self {
        let query = use_query_map();
        let id = Memo::new(move |_| query.read().get(APPOINTMENT).and_then(|id| id.parse().ok()));
        let path = use_location().pathname;
        let navigate = use_navigate();
        let go = Callback::new(move |id: Option<AppointmentId>| {
            let path = path.get_untracked();
            let options = |replace| NavigateOptions {
                replace,
                scroll: false,
                ..NavigateOptions::default()
            };
            match id {
                Some(id) => navigate(&format!("{path}?{APPOINTMENT}={id}"), options(false)),
                None => navigate(&path, options(true)),
            }
        });
        let open = Self { id, go };
        provide_context(open);
        open
    }

    /// That of the page.
    pub(super) fn expect() -> Self {
        expect_context()
    }

    /// Which one, if any. Tracked.
    pub(super) fn get(self) -> Option<AppointmentId> {
        self.id.get()
    }

    /// Opens one.
    pub(super) fn open(self, id: AppointmentId) {
        self.go.run(Some(id));
    }

    /// Shuts it.
    pub(super) fn close(self) {
        self.go.run(None);
    }
}
