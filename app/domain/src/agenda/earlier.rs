//! Places that have become free, and who would come earlier (`product.md`, A2).
//!
//! Both follow from the rows: everybody at the agenda is told the same, whoever has freed the place.

use core::cmp::Reverse;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::free_places::on_the_grid;
use super::place::{check_grid, check_open};
use super::{Appointment, Place, PlaceTimes, Status, Wanted, check_place};
use crate::calendar::Calendar;
use crate::calls::{CallStatus, Facts, Reason, ReasonDetail, evaluate};
use crate::care::ExposureBand;
use crate::rows::Rows;
use crate::time::Now;

/// Days after today whose freed places are told.
const SOON_DAYS: i64 = 7;

/// The places of today and the next days that a visit has freed, which nobody has taken since; the earliest first. Of one that
/// has begun, what is left of it.
///
/// `visits` are all that are at hand, whenever they are: who has gone to another month has freed a place of this week.
pub fn freed_places<'a>(
    rows: &impl Rows,
    now: Now,
    visits: impl Iterator<Item = &'a Appointment>,
) -> Vec<Place> {
    let from = on_the_grid(now.civil);
    let last = now.today().saturating_add(SOON_DAYS.days());
    let left = |visit: &'a Appointment| {
        let called_off_or_missed = (!visit.takes_place()).then_some(visit.place);
        called_off_or_missed.into_iter().chain(visit.left_place)
    };
    let mut freed: Vec<Place> = visits
        .flat_map(left)
        .filter(|place| place.start.date() <= last)
        .filter_map(|place| rest_of(place, from))
        .filter(|place| is_free(rows, place))
        .collect();
    freed.sort_by_key(|place| (place.start, Reverse(place.minutes), place.clinician, place.chair));
    let mut told: Vec<Place> = Vec::new();
    for place in freed {
        if !told.iter().any(|other| contains(other, &place)) {
            told.push(place);
        }
    }
    told
}

/// What is still to come of a place.
fn rest_of(place: Place, from: DateTime) -> Option<Place> {
    let start = place.start.max(from);
    let minutes = place.end().duration_since(start).as_mins();
    let minutes = u16::try_from(minutes).ok().filter(|minutes| *minutes > 0)?;
    Some(Place {
        start,
        minutes,
        ..place
    })
}

/// Whether nobody is there, at the chair or with the clinician, and both are open.
fn is_free(rows: &impl Rows, place: &Place) -> bool {
    let in_the_way = |other: &Appointment| {
        let same = other.place.chair == place.chair || other.place.clinician == place.clinician;
        other.takes_place() && same && other.place.overlaps(place)
    };
    check_grid(rows, place).is_ok()
        && check_open(rows, place).is_ok()
        && !rows.appointments_on(place.start.date()).any(in_the_way)
}

fn contains(outer: &Place, inner: &Place) -> bool {
    (outer.chair, outer.clinician) == (inner.chair, inner.clinician)
        && outer.start <= inner.start
        && inner.end() <= outer.end()
}

/// The visits whose patients would come earlier and fit into a free place with their own clinician, at their own length: who
/// has an open clinical reason first, the one most days past; then who has a reason of exposure, the larger band first; then
/// who would gain the most days.
///
/// A patient who said when they can come is proposed for such times only, and nobody for the place that they have left.
pub fn who_would_come<'a>(
    rows: &'a impl Rows,
    now: Now,
    place: &Place,
    visits: impl Iterator<Item = &'a Appointment>,
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
            && !visit.left_place.is_some_and(|left| left.overlaps(place))
            && times_of(rows, visit).allow(place.start)
            && check_place(rows, &wanted).is_ok()
    };
    let calendar = Calendar::new(rows.closures());
    let mut found: Vec<_> = visits
        .filter(fits)
        .map(|visit| (Urgency::of(rows, &calendar, now, visit), visit))
        .collect();
    found.sort_by_key(|(urgency, visit)| (*urgency, Reverse(visit.start()), visit.id));
    found.into_iter().map(|(_, visit)| visit).collect()
}

fn times_of(rows: &impl Rows, visit: &Appointment) -> PlaceTimes {
    rows.patient(visit.patient)
        .map(|patient| patient.times.clone())
        .unwrap_or_default()
}

/// Why somebody should come earlier, by what the call list knows of them. The lower, the sooner.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Urgency {
    /// An open clinical reason: since when it should have been looked at.
    Clinical(Date),
    /// A reason of exposure: its band, and since when.
    Exposure(ExposureBand, Date),
    /// None of these.
    None,
}

impl Urgency {
    pub(super) fn of(rows: &impl Rows, calendar: &Calendar, now: Now, visit: &Appointment) -> Self {
        let Some(facts) = Facts::gather(rows, visit.patient) else {
            return Self::None;
        };
        let band = facts
            .care
            .money
            .as_ref()
            .map(|money| money.band)
            .unwrap_or_default();
        let status = evaluate(&facts, calendar, now);
        let urgencies = open_reasons(&status).map(|reason| match reason.detail {
            ReasonDetail::ClinicalRisk(_) => Self::Clinical(reason.since),
            ReasonDetail::Balance(_) | ReasonDetail::Instalment(_) => Self::Exposure(band, reason.since),
            _ => Self::None,
        });
        urgencies.min().unwrap_or(Self::None)
    }
}

/// What is listed, and what is only not called about just now: it is open all the same.
fn open_reasons(status: &CallStatus) -> impl Iterator<Item = &Reason> {
    let held = status.excluded.iter().map(|held| &held.reason);
    status.listed.iter().chain(held)
}
