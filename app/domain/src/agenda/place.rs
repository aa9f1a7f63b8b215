//! A place of the agenda, and whether it may be taken (`domain.md`, "Appointments").

use jiff::ToSpan;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::Appointment;
use crate::calendar::national_holiday;
use crate::id::{AppointmentId, ChairId, ClinicianId, PatientId};
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

/// Everything that is in the way of a place, the most solid first: what a person wants to know before they let go.
pub fn obstacles(rows: &impl Rows, wanted: &Wanted) -> Vec<Refusal> {
    if let Err(refusal) = check_grid(rows, &wanted.place) {
        return vec![refusal];
    }
    let shut = check_open(rows, &wanted.place).err();
    shut.into_iter().chain(taken(rows, wanted)).collect()
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
    let away = rows.absences().filter(|absence| absence.meets(place));
    // Of two absences the same one is named everywhere.
    match away.min_by_key(|absence| (absence.from, absence.id)) {
        Some(absence) => Err(Refusal::Away {
            clinician: absence.clinician,
            until: absence.to,
        }),
        None => Ok(()),
    }
}

/// Whether the practice and the chair are open.
pub(crate) fn check_hours(rows: &impl Rows, place: &Place) -> Result<(), Refusal> {
    let day = place.start.date();
    if let Some(closure) = rows.closures().find(|closure| closure.contains(day)) {
        return Err(Refusal::Closed {
            day,
            reason: closure.reason.clone(),
        });
    }
    if national_holiday(day).is_some() {
        return Err(Refusal::NationalHoliday { day });
    }
    let chair = rows.chair(place.chair).ok_or(Refusal::NotFound)?;
    let open = chair.opening.iter().any(|opening| {
        opening.is_on(day.weekday()) && opening.from <= place.start.time() && place.end().time() <= opening.to
    });
    if open { Ok(()) } else { Err(Refusal::OutsideHours) }
}

/// Whether chair, clinician and patient are free.
pub(crate) fn check_free(rows: &impl Rows, wanted: &Wanted) -> Result<(), Refusal> {
    taken(rows, wanted).into_iter().next().map_or(Ok(()), Err)
}

/// The visits that stand in the way. The same one is named first wherever the question is asked, whatever the order of the
/// rows.
fn taken(rows: &impl Rows, wanted: &Wanted) -> Vec<Refusal> {
    let day = wanted.place.start.date();
    let others = rows
        .appointments_on(day)
        .filter(|other| Some(other.id) != wanted.moving);
    let mut taken: Vec<_> = others
        .filter_map(|other| common(wanted, other).map(|common| (other, common)))
        .collect();
    taken.sort_by_key(|(other, _)| (other.start(), other.id));
    let refusal = |(other, common): (&Appointment, Common)| Refusal::PlaceTaken {
        by: other.id,
        patient: other.patient,
        common,
    };
    taken.into_iter().map(refusal).collect()
}

/// What stands between a wish and another visit, if anything.
fn common(wanted: &Wanted, other: &Appointment) -> Option<Common> {
    if !other.takes_place() || !wanted.place.overlaps(&other.place) {
        return None;
    }
    if other.place.chair == wanted.place.chair {
        Some(Common::Chair)
    } else if other.place.clinician == wanted.place.clinician {
        Some(Common::Clinician)
    } else if other.patient == wanted.patient {
        Some(Common::Patient)
    } else {
        None
    }
}
