//! A place that another page proposes for a visit is filled in.

use app_domain::agenda::Appointment;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::move_draft::MoveDrafts;
use crate::address::{PLACE, proposed_place};

/// Fills in what the address proposes for a visit that waits to be placed again, unless something was typed already.
pub(super) fn take_proposal(visit: Option<&Appointment>) {
    let drafts = MoveDrafts::expect();
    let Some(visit) = visit.filter(|visit| visit.is_parked() && !drafts.has(visit.id)) else {
        return;
    };
    let named = use_query_map().read_untracked().get(PLACE);
    if let Some(place) = named.and_then(|text| proposed_place(&text, visit.place.minutes)) {
        let mut draft = drafts.of(visit).get_untracked();
        draft.take(place);
        drafts.keep(visit.id, draft);
    }
}
