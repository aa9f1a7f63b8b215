//! The address of a visit's window, perhaps with a place filled in: what another page proposes is taken with one tap.

use app_domain::agenda::Place;
use app_domain::id::AppointmentId;
use jiff::civil::Date;

/// The name of the window in the address.
pub const APPOINTMENT: &str = "appuntamento";
/// The name of the place in the address.
pub const PLACE: &str = "posto";

/// The address of a day with an appointment's window open.
pub fn appointment_path(day: Date, appointment: AppointmentId) -> String {
    format!("/agenda/{day}?{APPOINTMENT}={appointment}")
}

/// The address of the day of a place, with the window of a visit open and the place filled in.
pub fn placing_path(appointment: AppointmentId, place: &Place) -> String {
    let window = appointment_path(place.start.date(), appointment);
    format!("{window}&{PLACE}={}", written(place))
}

fn written(place: &Place) -> String {
    format!("{}_{}_{}", place.start, place.chair, place.clinician)
}

/// The place that an address proposes, for a visit of that length.
pub fn proposed_place(text: &str, minutes: u16) -> Option<Place> {
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
        assert_eq!(proposed_place(&written(&place), 45), Some(place));
        for text in ["", "2026-12-03T10:05:00", "tomorrow_1_2"] {
            assert_eq!(proposed_place(text, 45), None);
        }
        assert_eq!(proposed_place(&format!("{}_more", written(&place)), 45), None);
    }
}
