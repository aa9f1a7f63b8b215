//! The next free places for a visit.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

use super::place::check_hours;
use super::{Place, SLOT_MINUTES, Wanted, check_place};
use crate::id::{ChairId, ClinicianId, PatientId};
use crate::practice::{Chair, Opening};
use crate::rows::Rows;

/// What is looked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FreePlaceQuery {
    /// Who would come.
    pub patient: PatientId,
    /// How long, in minutes.
    pub minutes: u16,
    /// With any of these.
    pub clinicians: Vec<ClinicianId>,
    /// Not before this time.
    pub not_before: DateTime,
    /// How many days to look at, the first included.
    pub days: u16,
    /// How the places are spread.
    pub spread: Spread,
}

/// How proposed places are spread over the days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Spread {
    /// The first of each day: a choice of days for who is on the phone.
    PerDay,
    /// The first of each half day of each clinician: a choice of hours.
    PerSpan,
}

/// Up to `limit` free places, the earliest first.
///
/// A clinician works at the chair where they have visits in that half day; where they have none, at the chair that they
/// use most on that weekday, unless another clinician has it in that half day. The rows hold no roster, and this is what the
/// front desk goes by.
pub fn free_places(rows: &impl Rows, query: &FreePlaceQuery, limit: usize) -> Vec<Place> {
    let mut found = Vec::new();
    let habits = Habits::of(rows, query);
    let days = query
        .not_before
        .date()
        .series(1.day())
        .take(usize::from(query.days));
    for day in days {
        let mut places = places_on(rows, query, &habits, day);
        places.sort_by_key(|place| (place.start, place.clinician));
        let wanted = match query.spread {
            Spread::PerDay => 1,
            Spread::PerSpan => places.len(),
        };
        found.extend(places.into_iter().take(wanted));
        if found.len() >= limit {
            break;
        }
    }
    found.truncate(limit);
    found
}

/// The first free place of each clinician in each half day.
fn places_on(rows: &impl Rows, query: &FreePlaceQuery, habits: &Habits, day: Date) -> Vec<Place> {
    let mut places = Vec::new();
    for clinician in &query.clinicians {
        for span in spans(rows, day) {
            let Some(chair) = chair_for(rows, habits, *clinician, day, &span) else {
                continue;
            };
            places.extend(first_fit(
                rows,
                query,
                Place {
                    start: day.to_datetime(span.from),
                    minutes: query.minutes,
                    chair: chair.id,
                    clinician: *clinician,
                },
                span.to,
            ));
        }
    }
    places
}

/// The half days of a day on which any chair is open, each once.
fn spans(rows: &impl Rows, day: Date) -> Vec<Opening> {
    let mut spans: Vec<Opening> = Vec::new();
    for chair in rows.chairs().filter(|chair| !chair.hidden) {
        for opening in chair
            .opening
            .iter()
            .filter(|opening| opening.is_on(day.weekday()))
        {
            if !spans.contains(opening) {
                spans.push(*opening);
            }
        }
    }
    spans
}

/// The chair at which a clinician works in a half day, if any.
fn chair_for<'a>(
    rows: &'a impl Rows,
    habits: &Habits,
    clinician: ClinicianId,
    day: Date,
    span: &Opening,
) -> Option<&'a Chair> {
    let in_span = |time: Time| span.from <= time && time < span.to;
    let visits: Vec<_> = rows
        .appointments_on(day)
        .filter(|visit| visit.takes_place() && in_span(visit.start().time()))
        .map(|visit| (visit.start(), visit.place))
        .collect();
    let first_own = visits
        .iter()
        .filter(|(_, place)| place.clinician == clinician)
        .min_by_key(|(start, _)| *start);
    if let Some((_, place)) = first_own {
        return rows.chair(place.chair);
    }
    let usual = habits.chair(clinician, day)?;
    let taken = visits.iter().any(|(_, place)| place.chair == usual);
    if taken {
        None
    } else {
        rows.chair(usual).filter(|chair| !chair.hidden)
    }
}

/// The first free place from `first` on that ends by `until`.
fn first_fit(rows: &impl Rows, query: &FreePlaceQuery, first: Place, until: Time) -> Option<Place> {
    // A closed day or half day is seen at once, not slot by slot.
    check_hours(
        rows,
        &Place {
            minutes: SLOT_MINUTES,
            ..first
        },
    )
    .ok()?;
    let mut place = first;
    while place.end().date() == first.start.date() && place.end().time() <= until {
        let wanted = Wanted {
            place,
            patient: query.patient,
            moving: None,
        };
        if place.start >= query.not_before && check_place(rows, &wanted).is_ok() {
            return Some(place);
        }
        place.start = place.start.saturating_add(i64::from(SLOT_MINUTES).minutes());
    }
    None
}

/// Which chair each clinician uses most, by day of the week, as far as the window tells.
struct Habits(BTreeMap<(ClinicianId, i8), ChairId>);

impl Habits {
    fn of(rows: &impl Rows, query: &FreePlaceQuery) -> Self {
        let mut counts: BTreeMap<(ClinicianId, i8), BTreeMap<ChairId, u32>> = BTreeMap::new();
        // Two weeks back and the days looked at: enough to know a roster, whatever the size of the window.
        let from = query.not_before.date().saturating_sub(14.days());
        for day in from.series(1.day()).take(usize::from(query.days) + 14) {
            for visit in rows.appointments_on(day) {
                let weekday = day.weekday().to_monday_one_offset();
                *counts
                    .entry((visit.place.clinician, weekday))
                    .or_default()
                    .entry(visit.place.chair)
                    .or_default() += 1;
            }
        }
        let usual = |chairs: BTreeMap<ChairId, u32>| {
            chairs
                .into_iter()
                .max_by_key(|(chair, count)| (*count, core::cmp::Reverse(*chair)))
        };
        let habits = counts
            .into_iter()
            .filter_map(|(key, chairs)| Some((key, usual(chairs)?.0)));
        Self(habits.collect())
    }

    fn chair(&self, clinician: ClinicianId, day: Date) -> Option<ChairId> {
        self.0
            .get(&(clinician, day.weekday().to_monday_one_offset()))
            .copied()
    }
}
