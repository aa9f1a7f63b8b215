//! Who would come earlier, when a place becomes free (`product.md`, A2).

use core::cmp::Reverse;

use super::{Appointment, Place, PlaceTimes, Status, Wanted, check_place};
use crate::care::ExposureBand;
use crate::rows::Rows;

/// The visits whose patients would come earlier and fit into a free place with their own clinician, at their own length: who
/// has an open clinical reason first, then the larger exposure, then who would gain the most days.
///
/// A patient who said when they can come is proposed for such times only.
pub fn who_would_come<'a>(
    rows: &'a impl Rows,
    place: &Place,
    later: impl Iterator<Item = &'a Appointment>,
) -> Vec<&'a Appointment> {
    let fits = |visit: &&Appointment| {
        let there = Place {
            minutes: visit.place.minutes,
            ..*place
        };
        let wanted = Wanted {
            place: there,
            patient: visit.patient,
            moving: Some(visit.id),
        };
        visit.as_soon_as_possible
            && visit.status == Status::Booked
            && visit.start() > place.start
            && visit.place.clinician == place.clinician
            && visit.place.minutes <= place.minutes
            && times_of(rows, visit).allow(place.start)
            && check_place(rows, &wanted).is_ok()
    };
    let mut found: Vec<&Appointment> = later.filter(fits).collect();
    found.sort_by_key(|visit| (urgency(rows, visit), Reverse(visit.start()), visit.id));
    found
}

fn times_of(rows: &impl Rows, visit: &Appointment) -> PlaceTimes {
    rows.patient(visit.patient)
        .map(|patient| patient.times.clone())
        .unwrap_or_default()
}

/// Lower first.
pub(super) fn urgency(rows: &impl Rows, visit: &Appointment) -> (u8, u8) {
    let care = rows.care(visit.patient);
    let is_at_risk = care.is_some_and(|care| !care.episodes.is_empty());
    let band = care.and_then(|care| care.money.as_ref()).map(|money| money.band);
    let exposure = match band {
        Some(ExposureBand::Large) => 0,
        Some(ExposureBand::Medium) => 1,
        Some(ExposureBand::Small) | None => 2,
    };
    (u8::from(!is_at_risk), exposure)
}
