//! New places for visits that were displaced: whose turn it is, and the first place that each could have.

use jiff::civil::DateTime;

use super::earlier::Urgency;
use super::{Appointment, Confirmation, FreePlaceQuery, Place, PlaceLimits, Spread, Status, free_places};
use crate::calendar::Calendar;
use crate::id::ClinicianId;
use crate::rows::Rows;
use crate::time::Now;

/// How far ahead a new place is looked for, in days.
pub const NEW_PLACE_DAYS: u16 = 45;

/// The visits in the order in which they are given new places: patients with an open clinical reason first, the one most days
/// past; then those with a reason of exposure, the larger band first; then by the start that the visit had.
pub fn in_order_of_need(rows: &impl Rows, now: Now, mut visits: Vec<Appointment>) -> Vec<Appointment> {
    let calendar = Calendar::new(rows.closures());
    visits.sort_by_cached_key(|visit| {
        let urgency = Urgency::of(rows, &calendar, now, visit);
        (urgency, visit.start(), visit.id)
    });
    visits
}

/// The first place that a displaced visit could have, not before its own start: with its clinician; where there is none, with
/// anybody of the same profession. At times that suit the patient, where they have said which do and one is free.
///
/// Two proposals never share a place as long as the rows show what was proposed before: see [`as_placed`].
pub fn new_place(rows: &impl Rows, visit: &Appointment, now: DateTime) -> Option<Place> {
    let own = visit.place.clinician;
    let wishes = rows.patient(visit.patient).map(|patient| patient.times.clone());
    let wishes = wishes.unwrap_or_default();
    let first = |clinicians: Vec<ClinicianId>| {
        let query = |times| FreePlaceQuery {
            patient: visit.patient,
            minutes: visit.place.minutes,
            clinicians: clinicians.clone(),
            not_before: visit.start().max(now),
            days: NEW_PLACE_DAYS,
            spread: Spread::PerDay,
            limits: PlaceLimits {
                times,
                ..PlaceLimits::default()
            },
        };
        let suits = free_places(rows, &query(wishes.clone()), 1).pop();
        suits.or_else(|| {
            let any = || free_places(rows, &query(Default::default()), 1).pop();
            (!wishes.is_any()).then(any).flatten()
        })
    };
    first(vec![own]).or_else(|| {
        let profession = rows.clinician(own)?.profession;
        let others = rows
            .clinicians()
            .filter(|who| who.profession == profession && who.id != own);
        first(others.map(|who| who.id).collect())
    })
}

/// The visit as it would stand at a place: what the search for the next one must see.
pub fn as_placed(visit: &Appointment, place: Place) -> Appointment {
    Appointment {
        place,
        status: Status::Booked,
        confirmation: Confirmation::NotAsked,
        displaced: None,
        overbooking: None,
        ..visit.clone()
    }
}
