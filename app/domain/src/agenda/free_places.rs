//! The next free places for a visit.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

use super::place::check_hours;
use super::{Appointment, Place, SLOT_MINUTES, Wanted, check_place};
use crate::id::{ChairId, ClinicianId, PatientId};
use crate::practice::Opening;
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
    /// What else is asked of a place.
    pub limits: PlaceLimits,
}

/// What is asked of a place beside its length and its people; empty: nothing.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct PlaceLimits {
    /// At which chairs.
    pub chairs: Chairs,
    /// On any of these days of the week and in any of these parts of the day.
    pub times: PlaceTimes,
}

/// At which chairs a place is looked for.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Chairs {
    /// Where the clinician works.
    #[default]
    Usual,
    /// At every chair that is shown; of places at one hour, where the clinician works.
    Any,
    /// At these; of places at one hour, the first of them.
    These(Vec<ChairId>),
}

/// When somebody can come: the patient's wishes, or what is looked for. Empty: whenever.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceTimes {
    /// Days of the week, 1 = Monday to 7 = Sunday, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weekdays: Vec<i8>,
    /// Parts of the day, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<DayPart>,
}

impl PlaceTimes {
    /// Whether nothing is asked.
    pub fn is_any(&self) -> bool {
        self.weekdays.is_empty() && self.parts.is_empty()
    }

    /// Days and parts that exist, each once, in order.
    pub fn is_sound(&self) -> bool {
        let days_exist = self.weekdays.iter().all(|day| (1..=7).contains(day));
        days_exist && self.weekdays.is_sorted_by(|a, b| a < b) && self.parts.is_sorted_by(|a, b| a < b)
    }

    /// Whether a visit that begins then suits.
    pub fn allow(&self, start: DateTime) -> bool {
        let time = start.time();
        let in_part = |part: &DayPart| {
            let (first, last) = part.bounds();
            first <= time && time <= last
        };
        self.allow_day(start.date()) && (self.parts.is_empty() || self.parts.iter().any(in_part))
    }

    fn allow_day(&self, day: Date) -> bool {
        self.weekdays.is_empty() || self.weekdays.contains(&day.weekday().to_monday_one_offset())
    }
}

/// A part of the day, by when a visit begins.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayPart {
    /// Before 13.
    Morning,
    /// From 13, before 17.
    Afternoon,
    /// From 17.
    Evening,
}

impl DayPart {
    /// Every part, from morning to evening.
    pub const ALL: [Self; 3] = [Self::Morning, Self::Afternoon, Self::Evening];

    /// First minute, and last instant in which a visit of this part begins.
    const fn bounds(self) -> (Time, Time) {
        match self {
            Self::Morning => (Time::MIN, Time::constant(12, 59, 59, 0)),
            Self::Afternoon => (Time::constant(13, 0, 0, 0), Time::constant(16, 59, 59, 0)),
            Self::Evening => (Time::constant(17, 0, 0, 0), Time::MAX),
        }
    }
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
        .take(usize::from(query.days))
        .filter(|day| query.limits.times.allow_day(*day));
    for day in days {
        let places = Day::of(rows, query, day).places(&habits);
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

/// A day that is looked at, with its visits at hand.
struct Day<'a, R> {
    rows: &'a R,
    query: &'a FreePlaceQuery,
    day: Date,
    visits: Vec<&'a Appointment>,
}

/// A span of a day in which a visit may begin.
#[derive(Clone, Copy)]
struct Begin {
    from: Time,
    last: Time,
}

impl<'a, R: Rows> Day<'a, R> {
    fn of(rows: &'a R, query: &'a FreePlaceQuery, day: Date) -> Self {
        let visits = rows.appointments_on(day).filter(|visit| visit.takes_place());
        Self {
            rows,
            query,
            day,
            visits: visits.collect(),
        }
    }

    /// The first free place of each clinician in each half day, or each part of one that is asked for; by hour.
    fn places(&self, habits: &Habits) -> Vec<Place> {
        let mut found = Vec::new();
        for span in spans(self.rows, self.day) {
            for begin in begins(&span, &self.query.limits.times.parts) {
                for clinician in &self.query.clinicians {
                    let chairs = self.chairs_for(habits, *clinician, &span);
                    for (choice, chair) in chairs.into_iter().enumerate() {
                        let place = self.first_fit(*clinician, chair, begin, span.to);
                        found.extend(place.map(|place| (choice, place)));
                    }
                }
            }
        }
        // Of two chairs at one hour the one that is looked at first.
        found.sort_by_key(|(choice, place)| (place.start, place.clinician, *choice, place.chair));
        found.dedup_by_key(|(_, place)| (place.start, place.clinician));
        found.into_iter().map(|(_, place)| place).collect()
    }

    /// The chairs that are looked at for a clinician in a half day, the preferred one first.
    fn chairs_for(&self, habits: &Habits, clinician: ClinicianId, span: &Opening) -> Vec<ChairId> {
        let usual = || self.usual_chair(habits, clinician, span);
        match &self.query.limits.chairs {
            Chairs::Usual => usual().into_iter().collect(),
            Chairs::These(chairs) => chairs.clone(),
            Chairs::Any => {
                let usual = usual();
                let shown = self.rows.chairs().filter(|chair| !chair.hidden);
                let mut shown: Vec<ChairId> = shown.map(|chair| chair.id).collect();
                shown.sort_by_key(|chair| (Some(*chair) != usual, *chair));
                shown
            }
        }
    }

    /// The chair at which a clinician works in a half day, if any.
    fn usual_chair(&self, habits: &Habits, clinician: ClinicianId, span: &Opening) -> Option<ChairId> {
        let in_span = |visit: &&&Appointment| {
            let time = visit.start().time();
            span.from <= time && time < span.to
        };
        let own = self
            .visits
            .iter()
            .filter(in_span)
            .filter(|visit| visit.place.clinician == clinician);
        if let Some(first) = own.min_by_key(|visit| (visit.start(), visit.id)) {
            return Some(first.place.chair);
        }
        let usual = habits.chair(clinician, self.day)?;
        let taken = self
            .visits
            .iter()
            .filter(in_span)
            .any(|visit| visit.place.chair == usual);
        let is_shown = self.rows.chair(usual).is_some_and(|chair| !chair.hidden);
        (is_shown && !taken).then_some(usual)
    }

    /// The first free place that begins in a span and ends by `until`.
    fn first_fit(&self, clinician: ClinicianId, chair: ChairId, begin: Begin, until: Time) -> Option<Place> {
        let first = Place {
            start: self.day.to_datetime(begin.from).max(self.query.not_before),
            minutes: self.query.minutes,
            chair,
            clinician,
        };
        let mut place = Place {
            start: on_the_grid(first.start),
            ..first
        };
        // A closed day or half day is seen at once, not slot by slot.
        check_hours(
            self.rows,
            &Place {
                minutes: SLOT_MINUTES,
                ..place
            },
        )
        .ok()?;
        let busy = self.busy(clinician, chair);
        while place.start.date() == self.day
            && place.start.time() <= begin.last
            && place.end().date() == self.day
            && place.end().time() <= until
        {
            let in_the_way = busy
                .iter()
                .find(|(from, to)| *from < place.end() && place.start < *to);
            if let Some((_, to)) = in_the_way {
                place.start = on_the_grid(*to);
                continue;
            }
            let wanted = Wanted {
                place,
                patient: self.query.patient,
                moving: None,
            };
            if check_place(self.rows, &wanted).is_ok() {
                return Some(place);
            }
            place.start = place.start.saturating_add(i64::from(SLOT_MINUTES).minutes());
        }
        None
    }

    /// When the chair, the clinician or the patient is taken, or the clinician away.
    fn busy(&self, clinician: ClinicianId, chair: ChairId) -> Vec<(DateTime, DateTime)> {
        let concerns = |visit: &&&Appointment| {
            visit.place.chair == chair
                || visit.place.clinician == clinician
                || visit.patient == self.query.patient
        };
        let visits = self
            .visits
            .iter()
            .filter(concerns)
            .map(|visit| (visit.start(), visit.end()));
        let away = self.rows.absences().filter(|away| away.clinician == clinician);
        let away = away
            .filter(|away| away.from.date() <= self.day && self.day <= away.to.date())
            .map(|away| (away.from, away.to));
        visits.chain(away).collect()
    }
}

/// The spans of a half day in which a visit may begin.
fn begins(span: &Opening, parts: &[DayPart]) -> Vec<Begin> {
    if parts.is_empty() {
        return vec![Begin {
            from: span.from,
            last: span.to,
        }];
    }
    let bounds = parts.iter().map(|part| part.bounds());
    let begin = |(from, last): (Time, Time)| Begin {
        from: from.max(span.from),
        last: last.min(span.to),
    };
    bounds
        .map(begin)
        .filter(|begin| begin.from < begin.last)
        .collect()
}

/// The first multiple of a slot from a time on.
pub(super) fn on_the_grid(time: DateTime) -> DateTime {
    let slot = i64::from(SLOT_MINUTES);
    let whole = time.date().at(time.hour(), time.minute(), 0, 0);
    let past = i64::from(time.minute()) % slot;
    let is_on_it = past == 0 && time == whole;
    if is_on_it {
        time
    } else {
        whole.saturating_add((slot - past).minutes())
    }
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
