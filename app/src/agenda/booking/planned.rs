//! What would be booked beside the first visit: its repetitions, or the family's visits.

use app_domain::agenda::{
    Companion, FreePlaceQuery, Place, PlaceLimits, Spread, Wanted, check_place, free_places, series,
    side_by_side,
};
use app_domain::id::PatientId;
use app_domain::refusal::Refusal;
use app_domain::rows::Rows;
use jiff::civil::DateTime;
use leptos::prelude::*;

use super::booking_draft::{BookingDraft, clinicians};
use crate::workspace::Workspace;

/// Days of a week that is looked at for another place, from the planned day on.
const WEEK: u16 = 5;

/// A visit that would be booked beside the first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Planned {
    /// Who comes.
    pub(super) patient: PatientId,
    /// When it was meant to be.
    pub(super) meant: DateTime,
    /// Where it would be; `None` where there is no place.
    pub(super) place: Option<Place>,
    /// What stands in the way of the place that was meant, if anything.
    pub(super) obstacle: Option<Refusal>,
}

/// What would be booked beside the first visit, as the draft says: a series, or else a family. Tracked.
pub(super) fn beside(workspace: Workspace, draft: BookingDraft, first: Option<Place>) -> Vec<Planned> {
    let (Some(patient), Some(first)) = (draft.patient.get(), first) else {
        return Vec::new();
    };
    let kind = draft.kind.get();
    if let Some(weeks) = draft.weeks.get() {
        let times = draft.times.get();
        return workspace.read(|rows| repetitions(rows, patient, first, weeks, times));
    }
    let companions = draft.companions.get();
    let companions: Vec<Companion> = companions
        .into_iter()
        .map(|patient| Companion {
            patient,
            minutes: workspace.visit_type(kind).minutes,
            clinicians: clinicians(workspace, kind, Some(patient)),
        })
        .collect();
    workspace.read(|rows| together(rows, first, &companions))
}

/// The repetitions of a first visit: each at the same hour of its week, else at the nearest free place from that day on.
fn repetitions(rows: &impl Rows, patient: PatientId, first: Place, weeks: u16, times: u16) -> Vec<Planned> {
    let meant = series(first, weeks, times).into_iter().skip(1);
    meant.map(|meant| repetition(rows, patient, meant)).collect()
}

fn repetition(rows: &impl Rows, patient: PatientId, meant: Place) -> Planned {
    let wanted = Wanted {
        place: meant,
        patient,
        moving: None,
    };
    let Err(obstacle) = check_place(rows, &wanted) else {
        return Planned {
            patient,
            meant: meant.start,
            place: Some(meant),
            obstacle: None,
        };
    };
    let query = FreePlaceQuery {
        patient,
        minutes: meant.minutes,
        clinicians: vec![meant.clinician],
        not_before: meant.start.date().at(0, 0, 0, 0),
        days: WEEK,
        spread: Spread::PerSpan,
        limits: PlaceLimits::default(),
    };
    let near = free_places(rows, &query, usize::from(WEEK) * 2);
    Planned {
        patient,
        meant: meant.start,
        place: near.into_iter().min_by_key(|place| distance(place, &meant)),
        obstacle: Some(obstacle),
    }
}

/// How far a place is from the one that was meant: by days, then by minutes of the day.
fn distance(place: &Place, meant: &Place) -> (i32, i32) {
    let days = (place.start.date() - meant.start.date()).get_days().abs();
    let minute = |place: &Place| i32::from(place.start.hour()) * 60 + i32::from(place.start.minute());
    (days, (minute(place) - minute(meant)).abs())
}

/// A place for each who comes along, beside the first visit.
fn together(rows: &impl Rows, first: Place, companions: &[Companion]) -> Vec<Planned> {
    let places = side_by_side(rows, first, companions);
    companions
        .iter()
        .zip(places)
        .map(|(companion, place)| Planned {
            patient: companion.patient,
            meant: first.start,
            place,
            obstacle: None,
        })
        .collect()
}

/// Who pays together with a patient, or is paid for together: the family, as far as this device knows; by name.
pub(super) fn family(rows: &app_sync::replica::Replica, patient: PatientId) -> Vec<PatientId> {
    let payer_of = |patient: &app_domain::patient::Patient| patient.payer.unwrap_or(patient.id);
    let Some(payer) = rows.patient(patient).map(payer_of) else {
        return Vec::new();
    };
    let mut family: Vec<_> = rows
        .patients()
        .filter(|other| other.id != patient && payer_of(other) == payer)
        .collect();
    family.sort_by_key(|other| (other.full_name(), other.id));
    family.into_iter().map(|other| other.id).collect()
}
