//! Whether the window of a new visit is open: kept in the address, so that other screens can link to it.

use app_domain::agenda::Place;
use app_domain::id::PatientId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};

use super::booking_draft::BookingDraft;
use crate::workspace::Workspace;

/// The name in the address.
const QUERY: &str = "prenota";
/// Nobody is chosen yet.
const ANYBODY: &str = "nuova";

/// The address of the agenda with the window of a new visit open for a patient.
pub fn booking_path(patient: PatientId) -> String {
    format!("/agenda?{QUERY}={patient}")
}

/// The address of the same page of the agenda with the window of a new visit open; of today's, from any other page.
pub fn new_visit_path(here: &str) -> String {
    let is_agenda = here == "/agenda" || here.starts_with("/agenda/");
    format!("{}?{QUERY}={ANYBODY}", if is_agenda { here } else { "/agenda" })
}

/// For whom a new visit is being booked.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum NewVisit {
    /// Nobody is chosen yet.
    OfSomebody,
    /// For a patient.
    Of(PatientId),
}

/// Whether the window of a new visit is open, and what was typed in it.
#[derive(Clone, Copy)]
pub(in crate::agenda) struct OpenBooking {
    visit: Memo<Option<NewVisit>>,
    go: Callback<Option<NewVisit>>,
    /// What was typed: kept while the page lives, whatever becomes of the window.
    pub(super) draft: BookingDraft,
}

impl OpenBooking {
    /// Puts it into the context, for [`OpenBooking::expect`].
    pub(in crate::agenda) fn provide() -> Self {
        let query = use_query_map();
        let visit = Memo::new(move |_| {
            let named = query.read().get(QUERY)?;
            Some(named.parse().map_or(NewVisit::OfSomebody, NewVisit::Of))
        });
        let path = use_location().pathname;
        let navigate = use_navigate();
        let go = Callback::new(move |to: Option<NewVisit>| {
            let path = path.get_untracked();
            let options = NavigateOptions {
                replace: to.is_none(),
                scroll: false,
                ..NavigateOptions::default()
            };
            match to {
                Some(NewVisit::Of(patient)) => navigate(&format!("{path}?{QUERY}={patient}"), options),
                Some(NewVisit::OfSomebody) => navigate(&format!("{path}?{QUERY}={ANYBODY}"), options),
                None => navigate(&path, options),
            }
        });
        let open = Self {
            visit,
            go,
            draft: BookingDraft::empty(),
        };
        provide_context(open);
        open
    }

    /// That of the page.
    pub(in crate::agenda) fn expect() -> Self {
        expect_context()
    }

    /// For whom, if it is open. Tracked.
    pub(in crate::agenda) fn get(self) -> Option<NewVisit> {
        self.visit.get()
    }

    /// Opens it, at a place if one was pointed at.
    pub(in crate::agenda) fn open(self, workspace: Workspace, at: Option<Place>) {
        if let Some(place) = at {
            self.draft.start_at(workspace, place);
        }
        self.go.run(Some(NewVisit::OfSomebody));
    }

    /// Shuts it.
    pub(in crate::agenda) fn close(self) {
        self.go.run(None);
    }
}
