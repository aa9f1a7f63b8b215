//! Clinicians who are away, and what an absence or a closure displaces (`product.md`, A4).

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::{Appointment, Place, Status};
use crate::id::{AbsenceId, ClinicianId, ClosureId, MemberId};
use crate::practice::Closure;
use crate::rows::Rows;

/// A time in which a clinician is away.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Absence {
    /// Identity.
    pub id: AbsenceId,
    /// Who is away.
    pub clinician: ClinicianId,
    /// First minute, wall clock of the practice.
    pub from: DateTime,
    /// First minute in which the clinician is back.
    pub to: DateTime,
    /// Why; absent for roles that need not know. Illness is nobody's business but the manager's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl Absence {
    /// Whether the clinician is away in any minute of a place.
    pub fn meets(&self, place: &Place) -> bool {
        place.clinician == self.clinician && self.from < place.end() && place.start < self.to
    }
}

/// What displaced a visit: it waits to be placed again, whatever else the patient has booked.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "by", content = "id")]
pub enum Displacement {
    /// The clinician is away.
    Absence(AbsenceId),
    /// The practice is closed.
    Closure(ClosureId),
    /// Somebody of the practice called it off.
    Person(MemberId),
}

impl Displacement {
    /// The absence or the closure, where there still is one.
    pub fn cause(self, rows: &impl Rows) -> Option<Cause<'_>> {
        match self {
            Self::Absence(id) => rows.absence(id).map(Cause::Absence),
            Self::Closure(id) => rows.closure(id).map(Cause::Closure),
            Self::Person(_) => None,
        }
    }
}

/// A cause that displaces whatever stands in its time.
#[derive(Clone, Copy, Debug)]
pub enum Cause<'a> {
    /// A clinician is away.
    Absence(&'a Absence),
    /// The practice is closed.
    Closure(&'a Closure),
}

impl Cause<'_> {
    /// How a displaced visit names it.
    pub fn displacement(self) -> Displacement {
        match self {
            Self::Absence(absence) => Displacement::Absence(absence.id),
            Self::Closure(closure) => Displacement::Closure(closure.id),
        }
    }

    /// First and last day.
    pub(crate) fn days(self) -> (Date, Date) {
        match self {
            Self::Absence(absence) => (absence.from.date(), absence.to.date()),
            Self::Closure(closure) => (closure.from, closure.to),
        }
    }

    fn meets(self, place: &Place) -> bool {
        match self {
            Self::Absence(absence) => absence.meets(place),
            Self::Closure(closure) => closure.contains(place.start.date()),
        }
    }
}

/// The visits that a cause displaces, by start: those from today on that nobody has begun.
pub fn displaced_by<'a>(rows: &'a impl Rows, cause: Cause<'_>, today: Date) -> Vec<&'a Appointment> {
    let (first, last) = cause.days();
    let days = first.max(today).series(1.day()).take_while(|day| *day <= last);
    let mut displaced: Vec<&Appointment> = days
        .flat_map(|day| rows.appointments_on(day))
        .filter(|visit| visit.status == Status::Booked && cause.meets(&visit.place))
        .collect();
    displaced.sort_by_key(|visit| (visit.start(), visit.id));
    displaced
}
