//! Everything that is in the way of a place, at once: what a person wants to know before they let go.

use super::place::{away, check_grid, closed_by, holiday, outside_hours, taken};
use super::{Place, Wanted};
use crate::id::{AppointmentId, PatientId};
use crate::refusal::{Common, Refusal};
use crate::rows::Rows;

/// Something that is in the way of a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Obstacle {
    /// The place cannot be had, whoever else comes: it is none, or the practice or the chair is shut, or the clinician away.
    Shut(Refusal),
    /// Another visit.
    Taken {
        /// Which.
        by: AppointmentId,
        /// Whose.
        patient: PatientId,
        /// All that the two have in common; never empty.
        common: Vec<Common>,
    },
}

impl Obstacle {
    /// Whether a refusal says that this is in the way.
    pub fn is_named_by(&self, refusal: &Refusal) -> bool {
        match (self, refusal) {
            (Self::Taken { by, .. }, Refusal::PlaceTaken { by: named, .. }) => by == named,
            (Self::Shut(shut), refusal) => shut == refusal,
            _ => false,
        }
    }
}

/// Everything that is in the way of a place, the most solid first: each cause once, each other visit with all that it has in
/// common with the wish.
pub fn obstacles(rows: &impl Rows, wanted: &Wanted) -> Vec<Obstacle> {
    if let Err(refusal) = check_grid(rows, &wanted.place) {
        return vec![Obstacle::Shut(refusal)];
    }
    let others = taken(rows, wanted)
        .into_iter()
        .map(|(other, common)| Obstacle::Taken {
            by: other.id,
            patient: other.patient,
            common,
        });
    let shut = shut(rows, &wanted.place).into_iter().map(Obstacle::Shut);
    shut.chain(others).collect()
}

fn shut(rows: &impl Rows, place: &Place) -> Vec<Refusal> {
    let day = place.start.date();
    let closures = rows.closures().filter(|closure| closure.contains(day));
    let mut closures: Vec<_> = closures.collect();
    closures.sort_by_key(|closure| (closure.from, closure.id));
    let mut shut: Vec<Refusal> = Vec::new();
    for closure in closures {
        let closed = closed_by(closure, day);
        if !shut.contains(&closed) {
            shut.push(closed);
        }
    }
    let others = [holiday(day), outside_hours(rows, place), away(rows, place)];
    shut.extend(others.into_iter().flatten());
    shut
}
