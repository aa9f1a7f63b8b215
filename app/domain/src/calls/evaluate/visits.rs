//! Visits: those to come, those done, those to confirm, and those that did not take place.

use jiff::civil::{Date, DateTime};

use super::{Candidate, Case, midnight_of};
use crate::agenda::{Appointment, AppointmentKind, CancelledBy, Confirmation, Status};
use crate::calls::{ConfirmDetail, Facts, RankPlace, Reason, ReasonDetail, VisitToConfirm, VisitsDetail};
use crate::care::MissedVisit;
use crate::digest::{MISSED_DAYS, missed_visit};
use crate::id::AppointmentId;
use crate::time::Now;

/// How many working days ahead a visit is confirmed, today not counted.
const CONFIRM_AHEAD: u16 = 2;

/// A patient's visits at a moment.
pub(super) struct Visits<'a> {
    /// Awaited, today or later.
    future: Vec<&'a Appointment>,
    /// Start of the last one done.
    pub last_done: Option<DateTime>,
    /// Missed or cancelled, in no order, however long ago.
    missed: Vec<MissedVisit>,
    /// Of these, those that wait to be placed again, whatever else the patient has booked.
    waiting: Vec<AppointmentId>,
}

impl<'a> Visits<'a> {
    pub fn of(facts: &Facts<'a>, now: Now) -> Self {
        let today = now.today();
        let window = || facts.appointments.iter().copied();
        let done = window()
            .filter(|visit| visit.status.is_done())
            .map(Appointment::start);
        Self {
            future: window().filter(|visit| visit.is_future(today)).collect(),
            last_done: done
                .chain(facts.care.last_visit_done)
                .filter(|start| start.date() <= today)
                .max(),
            missed: facts
                .care
                .missed
                .iter()
                .copied()
                .chain(window().filter_map(missed_visit))
                .collect(),
            waiting: window()
                .filter(|visit| visit.is_parked() && visit.displaced.is_some())
                .map(|visit| visit.id)
                .collect(),
        }
    }

    /// Whether any visit is to come.
    pub fn has_future(&self) -> bool {
        !self.future.is_empty()
    }

    /// Whether this visit is to come.
    pub fn is_future(&self, id: AppointmentId) -> bool {
        self.future.iter().any(|visit| visit.id == id)
    }

    /// Whether a hygiene is to come.
    pub fn has_future_hygiene(&self) -> bool {
        self.has_future_of(|kind| kind == AppointmentKind::Hygiene)
    }

    /// Whether a visit of such a kind is to come.
    pub fn has_future_of(&self, is_it: impl Fn(AppointmentKind) -> bool) -> bool {
        self.future.iter().any(|visit| is_it(visit.kind))
    }

    /// Whether a visit is to come up to a day, that day included.
    pub fn has_future_until(&self, day: Date) -> bool {
        self.future.iter().any(|visit| visit.start().date() <= day)
    }

    /// Whether a visit done or to come starts after a moment.
    fn has_one_after(&self, event: DateTime) -> bool {
        self.last_done.is_some_and(|start| start > event)
            || self.future.iter().any(|visit| visit.start() > event)
    }
}

impl Case<'_> {
    /// A visit on the next two working days that is not confirmed.
    pub(super) fn confirm(&self) -> Option<Candidate> {
        let first = self.calendar.next_working_day(self.today);
        let days = [first, self.calendar.next_working_day(first)];
        let to_confirm = |visit: &&&Appointment| {
            matches!(visit.status, Status::Booked)
                && visit.confirmation != Confirmation::Confirmed
                && days.contains(&visit.start().date())
        };
        let mut visits: Vec<VisitToConfirm> = self
            .visits
            .future
            .iter()
            .filter(to_confirm)
            .map(|v| as_told(v))
            .collect();
        visits.sort_by_key(|visit| (visit.start, visit.appointment));
        let (next, last) = (visits.first()?.start.date(), visits.last()?.start.date());
        let since = |day| self.calendar.minus_working_days(day, CONFIRM_AHEAD);
        Some(Candidate {
            reason: Reason {
                since: since(next),
                detail: ReasonDetail::Confirm(ConfirmDetail { visits }),
            },
            occurrence: midnight_of(since(last)),
            place: RankPlace::Confirm,
        })
    }

    /// A visit that the patient missed or called off.
    pub(super) fn missed_visit(&self) -> Option<Candidate> {
        let visits = self.missed_by(|who| who != Some(CancelledBy::Practice));
        let (since, occurrence) = (visits.first()?.event.date(), visits.last()?.event);
        let detail = ReasonDetail::MissedVisit(VisitsDetail { visits });
        Some(Candidate {
            reason: Reason { detail, since },
            occurrence,
            place: RankPlace::MissedVisit,
        })
    }

    /// A visit that the practice called off.
    pub(super) fn displaced(&self) -> Option<Candidate> {
        let visits = self.missed_by(|who| who == Some(CancelledBy::Practice));
        let (since, occurrence) = (visits.first()?.event.date(), visits.last()?.event);
        let start = visits.iter().map(|visit| visit.start).min()?;
        let detail = ReasonDetail::Displaced(VisitsDetail { visits });
        Some(Candidate {
            reason: Reason { detail, since },
            occurrence,
            place: RankPlace::Displaced { start },
        })
    }

    /// Visits of the last sixty days that did not take place, with none after them, and those that wait to be placed
    /// again, the oldest event first.
    fn missed_by(&self, wanted: impl Fn(Option<CancelledBy>) -> bool) -> Vec<MissedVisit> {
        let days = self.days_ago(MISSED_DAYS)..=self.today;
        let missed = self
            .visits
            .missed
            .iter()
            .filter(|visit| wanted(visit.cancelled_by));
        let is_open = |visit: &&MissedVisit| {
            let is_recent = days.contains(&visit.event.date());
            let waits = self.visits.waiting.contains(&visit.appointment);
            waits || is_recent && !self.visits.has_one_after(visit.event)
        };
        let mut open: Vec<MissedVisit> = missed.filter(is_open).copied().collect();
        open.sort_by_key(|visit| (visit.event, visit.start, visit.appointment));
        open
    }
}

fn as_told(visit: &Appointment) -> VisitToConfirm {
    VisitToConfirm {
        appointment: visit.id,
        start: visit.start(),
        confirmation: visit.confirmation,
    }
}
