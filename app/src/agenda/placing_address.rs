//! The address of a visit's window with a place filled in: what another page proposes is taken with one tap.

use app_domain::agenda::{Appointment, Place};
use app_domain::id::AppointmentId;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::move_draft::MoveDrafts;
use super::open_appointment::appointment_path;

/// The name in the address.
const QUERY: &str = "posto";

/// The address of the day of a place, with the window of a visit open and the place filled in.
pub fn placing_path(appointment: AppointmentId, place: &Place) -> String {
    let window = appointment_path(place.start.date(), appointment);
    format!("{window}&{QUERY}={}", written(place))
}

/// Fills in what the address proposes for a visit that waits to be placed again, unless something was typed already.
pub(super) fn take_proposal(visit: Option<&Appointment>) {
    let drafts = MoveDrafts::expect();
    let Some(visit) = visit.filter(|visit| visit.is_parked() && !drafts.has(visit.id)) else {
        return;
    };
    let named = use_query_map().read_untracked().get(QUERY);
    if let Some(place) = named.and_then(|text| read(&text, visit.place.minutes)) {
        let mut draft = drafts.of(visit).get_untracked();
        draft.take(place);
        drafts.keep(visit.id, draft);
    }
}

fn written(place: &Place) -> String {
    format!("{}_{}_{}", place.start, place.chair, place.clinician)
}

fn read(text: &str, minutes: u16) -> Option<Place> {
    let mut parts = text.split('_');
    let place = Place {
        start: parts.next()?.parse().ok()?,
        minutes,
        chair: parts.next()?.parse().ok()?,
        clinician: parts.next()?.parse().ok()?,
    };
    parts.next().is_none().then_some(place)
}

#[cfg(test)]
mod tests {
    use app_domain::id::{ChairId, ClinicianId};
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_place_in_an_address_reads_back_as_itself_and_nonsense_as_none() {
        let place = Place {
            start: date(2026, 12, 3).at(10, 5, 0, 0),
            minutes: 45,
            chair: ChairId(Uuid::from_u128(1)),
            clinician: ClinicianId(Uuid::from_u128(2)),
        };
        assert_eq!(read(&written(&place), 45), Some(place));
        for text in ["", "2026-12-03T10:05:00", "tomorrow_1_2"] {
            assert_eq!(read(text, 45), None);
        }
        assert_eq!(read(&format!("{}_more", written(&place)), 45), None);
    }
}
