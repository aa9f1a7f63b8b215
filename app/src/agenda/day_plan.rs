//! Where everything stands on a day or a week: columns, hours, closed spans, and appointments that stand side by side.

use app_domain::agenda::Appointment;
use app_domain::agenda::Place;
use app_domain::id::{AppointmentId, ChairId, ClinicianId, ReviewId};
use app_domain::practice::Opening;
use jiff::civil::{Date, Time};

/// A span of the day, in minutes from midnight; the end is no longer part of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    /// First minute.
    pub from: u16,
    /// First minute after it.
    pub to: u16,
}

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ColumnOf {
    /// What stands at a chair.
    Chair(ChairId),
    /// What stands with a clinician.
    Clinician(ClinicianId),
    /// What stands on a day.
    Day(Date),
}

/// A column before anything stands in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    /// What it holds.
    pub of: ColumnOf,
    /// Its name.
    pub name: String,
    /// When it is open.
    pub open: Vec<Span>,
}

/// What a day or a week is drawn on.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// What the columns hold, from left to right.
    pub heads: &'a [Head],
    /// The chairs in their order, whatever the columns hold.
    pub chairs: &'a [ChairId],
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// What it holds.
    pub of: ColumnOf,
    /// Its name.
    pub name: String,
    /// Who works at the chair that day, or at which chairs the clinician works: the first first.
    pub met: Vec<ColumnOf>,
    /// Place of the chair among the chairs, where the column is one.
    pub hue: Option<usize>,
    /// When it is not open.
    pub shut: Vec<Span>,
}

/// What stands in a column.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Standing {
    /// A visit.
    Visit(AppointmentId),
    /// What was to stand there, and waits for a person.
    Ghost(ReviewId),
}

/// What was to stand somewhere, and where.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ghost {
    /// What waits.
    pub review: ReviewId,
    /// The place that was asked for.
    pub place: Place,
}

/// A visit or a ghost in its column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Planned {
    /// Which.
    pub id: Standing,
    /// Place of its column, from 0.
    pub column: usize,
    /// Place of its chair among the chairs, which have their hues by it.
    pub hue: usize,
    /// When.
    pub span: Span,
    /// Place among those that overlap, from 0.
    pub lane: u16,
    /// How many stand side by side.
    pub lanes: u16,
    /// How many of these places it may fill, its own and those beside it where nothing stands meanwhile.
    pub wide: u16,
}

/// The whole day, or the whole week.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DayPlan {
    /// From the first to the last whole hour that is shown.
    pub hours: Span,
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Visits and ghosts by start, then by column.
    pub planned: Vec<Planned>,
    /// Place in `planned`, by what stands there.
    index: Vec<(Standing, usize)>,
}

/// Whether anybody works at all that day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DayKind {
    /// The chairs' opening hours hold.
    Working,
    /// A closure or a holiday: every chair is shut.
    Closed,
}

impl DayPlan {
    /// What is shown where nothing says otherwise: a usual day.
    const USUAL: Span = Span {
        from: 9 * 60,
        to: 19 * 60,
    };

    /// The plan of a day from what it is drawn on, the appointments that are shown, and what was to stand beside them.
    pub fn of(frame: Frame<'_>, appointments: &[Appointment], ghosts: &[Ghost]) -> Self {
        let Frame { heads, .. } = frame;
        let spans = heads
            .iter()
            .flat_map(|head| head.open.iter().copied())
            .chain(appointments.iter().map(|visit| span_of(&visit.place)))
            .chain(ghosts.iter().map(|ghost| span_of(&ghost.place)));
        let hours = spans.reduce(Span::union).unwrap_or(Self::USUAL).whole_hours();
        let column = |head: &Head| Column {
            of: head.of,
            name: head.name.clone(),
            met: met_in(head.of, appointments),
            hue: match head.of {
                ColumnOf::Chair(chair) => Some(frame.hue(chair)),
                ColumnOf::Clinician(_) | ColumnOf::Day(_) => None,
            },
            shut: gaps(hours, &head.open),
        };
        let mut planned: Vec<Planned> = heads
            .iter()
            .enumerate()
            .flat_map(|(index, head)| {
                let visits = appointments
                    .iter()
                    .map(|visit| (Standing::Visit(visit.id), visit.place));
                let ghosts = ghosts
                    .iter()
                    .map(|ghost| (Standing::Ghost(ghost.review), ghost.place));
                let here = visits.chain(ghosts).filter(|(_, place)| head.of.holds(place));
                lanes(frame, index, here)
            })
            .collect();
        planned.sort_by_key(|planned| (planned.span.from, planned.column, planned.lane));
        let mut index: Vec<_> = planned
            .iter()
            .enumerate()
            .map(|(place, one)| (one.id, place))
            .collect();
        index.sort_unstable();
        Self {
            hours,
            columns: heads.iter().map(column).collect(),
            planned,
            index,
        }
    }

    /// Where a visit or a ghost stands.
    pub fn planned(&self, id: Standing) -> Option<Planned> {
        let found = self.index.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        Some(self.planned[self.index[found].1])
    }

    /// Whether any chair is open at all.
    pub fn has_open_chair(&self) -> bool {
        let whole = [self.hours];
        self.columns.iter().any(|column| column.shut != whole)
    }
}

impl Frame<'_> {
    fn hue(&self, chair: ChairId) -> usize {
        self.chairs
            .iter()
            .position(|one| *one == chair)
            .unwrap_or(self.chairs.len())
    }
}

impl ColumnOf {
    /// Whether what has this place stands in the column.
    pub fn holds(self, place: &Place) -> bool {
        match self {
            Self::Chair(chair) => place.chair == chair,
            Self::Clinician(clinician) => place.clinician == clinician,
            Self::Day(day) => place.start.date() == day,
        }
    }
}

impl Span {
    /// Length in minutes.
    pub const fn minutes(self) -> u16 {
        self.to - self.from
    }

    fn union(self, other: Self) -> Self {
        Self {
            from: self.from.min(other.from),
            to: self.to.max(other.to),
        }
    }

    const fn whole_hours(self) -> Self {
        Self {
            from: self.from / 60 * 60,
            to: self.to.div_ceil(60) * 60,
        }
    }
}

/// Minutes from midnight.
pub fn minute_of(time: Time) -> u16 {
    u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs())
}

fn span_of(place: &Place) -> Span {
    let from = minute_of(place.start.time());
    Span {
        from,
        to: from.saturating_add(place.minutes).min(24 * 60),
    }
}

/// When hours of the week are open on a day.
pub fn open_spans(opening: &[Opening], day: Date, kind: DayKind) -> Vec<Span> {
    if kind == DayKind::Closed {
        return Vec::new();
    }
    let of_day = opening.iter().filter(|opening| opening.is_on(day.weekday()));
    of_day
        .map(|opening| Span {
            from: minute_of(opening.from),
            to: minute_of(opening.to),
        })
        .collect()
}

/// What is left of the hours without the open spans.
fn gaps(hours: Span, open: &[Span]) -> Vec<Span> {
    let mut open = open.to_vec();
    open.sort_by_key(|span| span.from);
    let mut gaps = Vec::new();
    let mut reached = hours.from;
    for span in open {
        if reached < span.from {
            gaps.push(Span {
                from: reached,
                to: span.from,
            });
        }
        reached = reached.max(span.to);
    }
    if reached < hours.to {
        gaps.push(Span {
            from: reached,
            to: hours.to,
        });
    }
    gaps
}

/// Who works at a chair, or at which chairs a clinician works, in the order of the day.
fn met_in(of: ColumnOf, appointments: &[Appointment]) -> Vec<ColumnOf> {
    let mut here: Vec<_> = appointments.iter().filter(|a| of.holds(&a.place)).collect();
    here.sort_by_key(|appointment| appointment.start());
    let mut met = Vec::new();
    for appointment in here {
        let other = match of {
            ColumnOf::Chair(_) => ColumnOf::Clinician(appointment.place.clinician),
            ColumnOf::Clinician(_) => ColumnOf::Chair(appointment.place.chair),
            ColumnOf::Day(_) => break,
        };
        if !met.contains(&other) {
            met.push(other);
        }
    }
    met
}

/// Puts what overlaps in one column side by side: each takes the first lane that is free at its start.
fn lanes(frame: Frame<'_>, column: usize, standing: impl Iterator<Item = (Standing, Place)>) -> Vec<Planned> {
    let mut sorted: Vec<_> = standing
        .map(|(id, place)| (span_of(&place), id, frame.hue(place.chair)))
        .collect();
    sorted.sort_by_key(|(span, id, _)| {
        let is_ghost = matches!(id, Standing::Ghost(_));
        (span.from, is_ghost, std::cmp::Reverse(span.to), *id)
    });
    let mut planned: Vec<Planned> = Vec::new();
    let mut group_start = 0;
    // When each lane of the group is free again: what comes later starts later.
    let mut free_from: Vec<u16> = Vec::new();
    for (span, id, hue) in sorted {
        if free_from.iter().all(|free| *free <= span.from) {
            widen(&mut planned[group_start..]);
            group_start = planned.len();
            free_from.clear();
        }
        let free = free_from.iter().position(|free| *free <= span.from);
        let place = free.unwrap_or(free_from.len());
        match free_from.get_mut(place) {
            Some(end) => *end = span.to,
            None => free_from.push(span.to),
        }
        let lane = u16::try_from(place).unwrap_or(u16::MAX);
        planned.push(Planned {
            id,
            column,
            hue,
            span,
            lane,
            lanes: 1,
            wide: 1,
        });
    }
    widen(&mut planned[group_start..]);
    planned
}

/// Tells each of a group how many lanes the group has, and how many of them it may fill.
fn widen(group: &mut [Planned]) {
    let lanes = group.iter().map(|planned| planned.lane + 1).max().unwrap_or(1);
    for index in 0..group.len() {
        let Planned { span, lane, .. } = group[index];
        let beside = group
            .iter()
            .filter(|other| other.lane > lane && other.span.from < span.to && span.from < other.span.to);
        let next = beside.map(|other| other.lane).min().unwrap_or(lanes);
        group[index].lanes = lanes;
        group[index].wide = next - lane;
    }
}

#[cfg(test)]
mod tests;
