//! A place of the agenda, and whether it may be taken (`domain.md`, "Appointments").

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::Appointment;
use crate::calendar::national_holiday;
use crate::id::{AppointmentId, ChairId, ClinicianId, PatientId};
use crate::practice::Closure;
use crate::refusal::{Common, Refusal};
use crate::rows::Rows;

/// Length of a slot: places begin and end on multiples of it.
pub const SLOT_MINUTES: u16 = 5;

/// Where, when, how long and with whom.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// First minute, wall clock of the practice.
    pub start: DateTime,
    /// Length in minutes, a multiple of [`SLOT_MINUTES`].
    pub minutes: u16,
    /// The chair.
    pub chair: ChairId,
    /// The clinician.
    pub clinician: ClinicianId,
}

impl Place {
    /// First minute that is no longer of this place.
    pub fn end(&self) -> DateTime {
        self.start.saturating_add(i64::from(self.minutes).minutes())
    }

    /// Whether the two share a minute, wherever they are.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end() && other.start < self.end()
    }

    /// Whether the place lies on the grid of slots, within one day.
    fn is_on_the_grid(&self) -> bool {
        let starts_on_a_slot = self.start.minute() % 5 == 0 && self.start.second() == 0;
        let within_a_day = self.end().date() == self.start.date();
        self.minutes >= SLOT_MINUTES
            && self.minutes.is_multiple_of(SLOT_MINUTES)
            && starts_on_a_slot
            && self.start.subsec_nanosecond() == 0
            && within_a_day
    }
}

/// Who wants which place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// The place.
    pub place: Place,
    /// Who would come.
    pub patient: PatientId,
    /// The visit that is being moved: it does not stand in its own way.
    pub moving: Option<AppointmentId>,
}

/// Whether a place may be taken without overriding anything.
///
/// # Errors
/// The first obstacle, the most solid first: not a place, a closure, the opening hours, another visit.
pub fn check_place(rows: &impl Rows, wanted: &Wanted) -> Result<(), Refusal> {
    check_grid(rows, &wanted.place)?;
    check_open(rows, &wanted.place)?;
    check_free(rows, wanted)
}

/// Whether the chair and the clinician exist and the place lies on the grid.
pub(crate) fn check_grid(rows: &impl Rows, place: &Place) -> Result<(), Refusal> {
    if rows.chair(place.chair).is_none() || rows.clinician(place.clinician).is_none() {
        return Err(Refusal::NotFound);
    }
    if place.is_on_the_grid() {
        Ok(())
    } else {
        Err(Refusal::NotAPlace)
    }
}

/// Whether the practice and the chair are open, and the clinician is there.
pub(crate) fn check_open(rows: &impl Rows, place: &Place) -> Result<(), Refusal> {
    check_hours(rows, place)?;
    away(rows, place).map_or(Ok(()), Err)
}

/// Whether the practice and the chair are open.
pub(crate) fn check_hours(rows: &impl Rows, place: &Place) -> Result<(), Refusal> {
    let day = place.start.date();
    let closed = rows.closures().find(|closure| closure.contains(day));
    if let Some(closure) = closed {
        return Err(closed_by(closure, day));
    }
    holiday(day).map_or(Ok(()), Err)?;
    outside_hours(rows, place).map_or(Ok(()), Err)
}

pub(super) fn closed_by(closure: &Closure, day: Date) -> Refusal {
    Refusal::Closed {
        day,
        reason: closure.reason.clone(),
    }
}

pub(super) fn holiday(day: Date) -> Option<Refusal> {
    national_holiday(day).map(|_| Refusal::NationalHoliday { day })
}

/// That the chair is not open, or that there is no such chair.
pub(super) fn outside_hours(rows: &impl Rows, place: &Place) -> Option<Refusal> {
    let Some(chair) = rows.chair(place.chair) else {
        return Some(Refusal::NotFound);
    };
    let weekday = place.start.date().weekday();
    let open = chair.opening.iter().any(|opening| {
        opening.is_on(weekday) && opening.from <= place.start.time() && place.end().time() <= opening.to
    });
    (!open).then_some(Refusal::OutsideHours)
}

/// That the clinician is away. Of two absences the same one is named everywhere.
pub(super) fn away(rows: &impl Rows, place: &Place) -> Option<Refusal> {
    let away = rows.absences().filter(|absence| absence.meets(place));
    let first = away.min_by_key(|absence| (absence.from, absence.id));
    first.map(|absence| Refusal::Away {
        clinician: absence.clinician,
        until: absence.to,
    })
}

/// Whether chair, clinician and patient are free.
pub(crate) fn check_free(rows: &impl Rows, wanted: &Wanted) -> Result<(), Refusal> {
    let first = taken(rows, wanted).into_iter().next();
    first.map_or(Ok(()), |(other, common)| {
        Err(Refusal::PlaceTaken {
            by: other.id,
            patient: other.patient,
            common: common[0],
        })
    })
}

/// The visits that stand in the way, each with everything that it has in common with the wish. The same one is named first
/// wherever the question is asked, whatever the order of the rows.
pub(super) fn taken<'a>(rows: &'a impl Rows, wanted: &Wanted) -> Vec<(&'a Appointment, Vec<Common>)> {
    let day = wanted.place.start.date();
    let others = rows
        .appointments_on(day)
        .filter(|other| Some(other.id) != wanted.moving);
    let mut taken: Vec<_> = others
        .map(|other| (other, common(wanted, other)))
        .filter(|(_, common)| !common.is_empty())
        .collect();
    taken.sort_by_key(|(other, _)| (other.start(), other.id));
    taken
}

/// What stands between a wish and another visit: nothing, or all of it.
fn common(wanted: &Wanted, other: &Appointment) -> Vec<Common> {
    if !other.takes_place() || !wanted.place.overlaps(&other.place) {
        return Vec::new();
    }
    let each = [
        (Common::Chair, other.place.chair == wanted.place.chair),
        (Common::Clinician, other.place.clinician == wanted.place.clinician),
        (Common::Patient, other.patient == wanted.patient),
    ];
    each.into_iter()
        .filter_map(|(common, holds)| holds.then_some(common))
        .collect()
}
