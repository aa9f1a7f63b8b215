//! How full a day is: what is booked of the time in which chairs are open. To clinicians the time in which they are away is not
//! open.

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

use super::{Absence, Appointment, Place};
use crate::calendar::national_holiday;
use crate::id::{ChairId, ClinicianId};
use crate::practice::{Chair, Opening};
use crate::rows::Rows;

/// What of the agenda is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Every chair.
    #[default]
    Whole,
    /// One chair.
    Chair(ChairId),
    /// One clinician, at whatever chair.
    Clinician(ClinicianId),
}

/// How full a day is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Fullness {
    /// Minutes in which chairs are open, all chairs added up; of a clinician, those in which they are not away.
    pub open: u32,
    /// Minutes of these that are booked, each once however many visits stand there.
    pub booked: u32,
    /// Visits that take place, outside the opening hours too.
    pub visits: u32,
}

/// A span of a day, in minutes from midnight; the end is no longer part of it.
type Minutes = (u32, u32);

impl Part {
    /// Whether what has this place belongs to it.
    pub fn holds(self, place: &Place) -> bool {
        match self {
            Self::Whole => true,
            Self::Chair(chair) => place.chair == chair,
            Self::Clinician(clinician) => place.clinician == clinician,
        }
    }
}

impl Fullness {
    /// Of a hundred minutes in which chairs are open, how many are booked; none where no chair is open.
    pub fn percent(self) -> u32 {
        (self.booked * 100).checked_div(self.open).unwrap_or_default()
    }

    /// Minutes in which a chair is open and nobody comes.
    pub const fn free(self) -> u32 {
        self.open.saturating_sub(self.booked)
    }
}

/// How full a day is. Visits that were called off or missed take no time; on a closed day nothing is open.
pub fn fullness(rows: &impl Rows, day: Date, part: Part) -> Fullness {
    let visits: Vec<&Appointment> = visits(rows, day, part).collect();
    let mut full = Fullness {
        visits: u32::try_from(visits.len()).unwrap_or(u32::MAX),
        ..Fullness::default()
    };
    for (open, places) in lines(rows, day, part) {
        let booked = union(
            visits
                .iter()
                .filter(|visit| places.holds(&visit.place))
                .map(|visit| minutes_of(&visit.place))
                .collect(),
        );
        full.open += length(&open);
        full.booked += length(&common(&open, &booked));
    }
    full
}

/// The first moment from `not_before` on at which a chair of the part is open and free for so many minutes.
pub fn first_free(
    rows: &impl Rows,
    day: Date,
    part: Part,
    not_before: DateTime,
    minutes: u16,
) -> Option<Time> {
    let midnight = day.at(0, 0, 0, 0);
    let from = match not_before.date() {
        later if later > day => return None,
        same if same == day => minute(not_before.time()),
        _ => 0,
    };
    let first = |(open, places): (Vec<Minutes>, Part)| {
        let taken = visits(rows, day, places).map(|visit| minutes_of(&visit.place));
        let taken = union(taken.chain((from > 0).then_some((0, from))).collect());
        let free = without(&open, &taken);
        let fits = free
            .into_iter()
            .find(|(first, last)| last - first >= u32::from(minutes));
        fits.map(|(first, _)| first)
    };
    let earliest = lines(rows, day, part).into_iter().filter_map(first).min()?;
    let at = midnight.saturating_add(jiff::SignedDuration::from_mins(i64::from(earliest)));
    Some(at.time())
}

/// Whether any chair of the part has opening hours on that day of the week, closed or not.
pub fn has_opening(rows: &impl Rows, day: Date, part: Part) -> bool {
    chairs(rows, part).any(|chair| chair.opening.iter().any(|opening| opening.is_on(day.weekday())))
}

fn visits(rows: &impl Rows, day: Date, part: Part) -> impl Iterator<Item = &Appointment> {
    rows.appointments_on(day)
        .filter(move |visit| visit.takes_place() && part.holds(&visit.place))
}

/// What is filled one by one, with its open minutes: each chair, or a clinician, to whom the practice is open when any chair is
/// and they are not away.
fn lines(rows: &impl Rows, day: Date, part: Part) -> Vec<(Vec<Minutes>, Part)> {
    let is_closed = national_holiday(day).is_some() || rows.closures().any(|closure| closure.contains(day));
    if is_closed {
        return Vec::new();
    }
    let open = |chair: &Chair| {
        let of_day = chair
            .opening
            .iter()
            .filter(|opening| opening.is_on(day.weekday()));
        of_day.map(opening_minutes).collect::<Vec<_>>()
    };
    match part {
        Part::Whole | Part::Chair(_) => chairs(rows, part)
            .map(|chair| (union(open(chair)), Part::Chair(chair.id)))
            .collect(),
        Part::Clinician(id) => {
            let of_any_chair = union(chairs(rows, part).flat_map(open).collect());
            vec![(without(&of_any_chair, &away(rows, day, id)), part)]
        }
    }
}

/// When a clinician is away on a day.
fn away(rows: &impl Rows, day: Date, clinician: ClinicianId) -> Vec<Minutes> {
    let absences = rows.absences().filter(|absence| absence.clinician == clinician);
    union(
        absences
            .filter_map(|absence| minutes_away(absence, day))
            .collect(),
    )
}

/// The part of an absence that lies on a day.
fn minutes_away(absence: &Absence, day: Date) -> Option<Minutes> {
    let (first, last) = (absence.from.date(), absence.to.date());
    if last < day || day < first {
        return None;
    }
    let from = if first == day {
        minute(absence.from.time())
    } else {
        0
    };
    let to = if last == day {
        minute(absence.to.time())
    } else {
        24 * 60
    };
    Some((from, to))
}

/// The visible chairs of the part; one that is asked for by name may be hidden.
fn chairs(rows: &impl Rows, part: Part) -> impl Iterator<Item = &Chair> {
    rows.chairs().filter(move |chair| match part {
        Part::Whole | Part::Clinician(_) => !chair.hidden,
        Part::Chair(id) => chair.id == id,
    })
}

fn minute(time: Time) -> u32 {
    u32::from(time.hour().unsigned_abs()) * 60 + u32::from(time.minute().unsigned_abs())
}

fn opening_minutes(opening: &Opening) -> Minutes {
    (minute(opening.from), minute(opening.to))
}

fn minutes_of(place: &Place) -> Minutes {
    let from = minute(place.start.time());
    (from, (from + u32::from(place.minutes)).min(24 * 60))
}

fn length(spans: &[Minutes]) -> u32 {
    spans.iter().map(|(from, to)| to - from).sum()
}

/// The same minutes as spans that neither touch nor overlap, in order.
fn union(mut spans: Vec<Minutes>) -> Vec<Minutes> {
    spans.retain(|(from, to)| from < to);
    spans.sort_unstable();
    let mut joined: Vec<Minutes> = Vec::new();
    for (from, to) in spans {
        match joined.last_mut() {
            Some((_, end)) if from <= *end => *end = (*end).max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// The minutes that are in both.
fn common(one: &[Minutes], other: &[Minutes]) -> Vec<Minutes> {
    let meet = |(from, to): &Minutes| {
        let (from, to) = (*from, *to);
        other
            .iter()
            .map(move |(first, last)| (from.max(*first), to.min(*last)))
    };
    one.iter().flat_map(meet).filter(|(from, to)| from < to).collect()
}

/// The minutes of the first that are not in the second.
fn without(open: &[Minutes], taken: &[Minutes]) -> Vec<Minutes> {
    let mut free = Vec::new();
    for (from, to) in open {
        let mut reached = *from;
        for (first, last) in common(&[(*from, *to)], taken) {
            if reached < first {
                free.push((reached, first));
            }
            reached = last;
        }
        if reached < *to {
            free.push((reached, *to));
        }
    }
    free
}
