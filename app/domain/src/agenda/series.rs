//! Visits that come back every so many weeks, and a family that comes together: places for each of them, as real rows.

use jiff::ToSpan;
use jiff::civil::DateTime;

use super::{Place, SLOT_MINUTES, Wanted, check_place};
use crate::id::{ChairId, ClinicianId, PatientId};
use crate::rows::Rows;

/// As many as are made at once.
pub const LONGEST_SERIES: u16 = 26;

/// The places of a series: the same time of the wall clock every `weeks` weeks, the first included.
pub fn series(first: Place, weeks: u16, times: u16) -> Vec<Place> {
    let nth = |index: u16| Place {
        start: first.start.saturating_add(i64::from(weeks * index).weeks()),
        ..first
    };
    (0..times.min(LONGEST_SERIES)).map(nth).collect()
}

/// Somebody who comes along.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Companion {
    /// Who.
    pub patient: PatientId,
    /// How long, in minutes.
    pub minutes: u16,
    /// With any of these.
    pub clinicians: Vec<ClinicianId>,
}

/// How far from the first visit a companion's may begin, in minutes.
const NEAR: i64 = 120;

/// A free place for each companion beside the first visit: at the same time where there is one, else as near as can be;
/// `None` for who finds none within two hours. No two of them are in each other's way.
pub fn side_by_side(rows: &impl Rows, first: Place, companions: &[Companion]) -> Vec<Option<Place>> {
    let mut chairs: Vec<_> = rows.chairs().filter(|chair| !chair.hidden).collect();
    chairs.sort_by_key(|chair| (chair.position, chair.id));
    let chairs: Vec<ChairId> = chairs.into_iter().map(|chair| chair.id).collect();
    let mut taken = vec![first];
    companions
        .iter()
        .map(|companion| {
            let place = near(rows, first, &taken, &chairs, companion);
            taken.extend(place);
            place
        })
        .collect()
}

fn near(
    rows: &impl Rows,
    first: Place,
    taken: &[Place],
    chairs: &[ChairId],
    companion: &Companion,
) -> Option<Place> {
    let pairs: Vec<(ClinicianId, ChairId)> = companion
        .clinicians
        .iter()
        .flat_map(|clinician| chairs_of(rows, *clinician, first, chairs))
        .collect();
    starts_near(first.start).find_map(|start| {
        let pairs = pairs.iter().copied();
        let place = |(clinician, chair)| Place {
            start,
            minutes: companion.minutes,
            chair,
            clinician,
        };
        pairs.map(place).find(|place| {
            let is_apart = taken.iter().all(|other| {
                !place.overlaps(other) || place.chair != other.chair && place.clinician != other.clinician
            });
            let wanted = Wanted {
                place: *place,
                patient: companion.patient,
                moving: None,
            };
            is_apart && check_place(rows, &wanted).is_ok()
        })
    })
}

/// The chairs, those first at which the clinician works that day.
fn chairs_of(
    rows: &impl Rows,
    clinician: ClinicianId,
    first: Place,
    chairs: &[ChairId],
) -> impl Iterator<Item = (ClinicianId, ChairId)> {
    let works_at = |chair: &ChairId| {
        rows.appointments_on(first.start.date()).any(|visit| {
            visit.takes_place() && visit.place.clinician == clinician && visit.place.chair == *chair
        })
    };
    let (own, others): (Vec<ChairId>, Vec<ChairId>) = chairs.iter().copied().partition(works_at);
    own.into_iter().chain(others).map(move |chair| (clinician, chair))
}

/// The same time, then a slot later, a slot earlier, and so on.
fn starts_near(start: DateTime) -> impl Iterator<Item = DateTime> {
    let slot = i64::from(SLOT_MINUTES);
    (0..=NEAR / slot).flat_map(move |step| {
        let away = (step * slot).minutes();
        let later = start.saturating_add(away);
        let earlier = (step != 0).then(|| start.saturating_sub(away));
        core::iter::once(later).chain(earlier)
    })
}
