//! Visits that the patient missed, or called off so late that nobody else could have the place.

use super::{Because, Component, Formula, Indicator, Period};
use crate::agenda::{Appointment, CancelledBy, Status};
use crate::time::Instant;

/// A cancellation is late where fewer milliseconds have elapsed from it to the visit. A day of 23 or 25 hours is no
/// exception: hours elapse, wall clocks are moved.
const LATE_MS: i64 = 24 * 60 * 60 * 1_000;

/// How the visits of a period ended, by the day of the visit (`domain.md`, "Indicators"). What the practice called off, and
/// the patient in time, counts nowhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct MissedVisits {
    /// The patient did not come.
    pub no_show: u64,
    /// The patient called off less than 24 elapsed hours before, or after the start.
    pub cancelled_late: u64,
    /// Done.
    pub done: u64,
    /// The patient called off, nobody knows when: left out.
    pub unknown_time: u64,
    /// How it ended was never marked: left out.
    pub not_marked: u64,
}

impl MissedVisits {
    pub(super) fn add(&mut self, visits: &[Appointment], period: Period) {
        for visit in visits
            .iter()
            .filter(|visit| period.contains(visit.start().date()))
        {
            if let Some(count) = self.count_of(visit) {
                *count += 1;
            }
        }
    }

    fn count_of(&mut self, visit: &Appointment) -> Option<&mut u64> {
        match visit.status {
            Status::NoShow { .. } => Some(&mut self.no_show),
            Status::Done { .. } | Status::Left { .. } => Some(&mut self.done),
            Status::Booked | Status::Arrived { .. } | Status::InChair { .. } => Some(&mut self.not_marked),
            Status::Cancelled {
                who: CancelledBy::Patient,
                at,
                ..
            } => match at {
                None => Some(&mut self.unknown_time),
                Some(at) if is_late(at, visit) => Some(&mut self.cancelled_late),
                Some(_) => None,
            },
            Status::Cancelled {
                who: CancelledBy::Practice,
                ..
            } => None,
        }
    }

    /// Missed and cancelled late, of these and those done; in visits.
    pub fn indicator(&self) -> Indicator {
        let missed = self.no_show + self.cancelled_late;
        let mut indicator = Indicator::share(Formula::MissedVisits, missed, missed + self.done)
            .without(Because::UnknownCancellationTime, self.unknown_time)
            .without(Because::EndNotMarked, self.not_marked);
        indicator.components = vec![
            Component::NoShow(self.no_show),
            Component::CancelledLate(self.cancelled_late),
            Component::Done(self.done),
        ];
        indicator
    }
}

fn is_late(at: Instant, visit: &Appointment) -> bool {
    Instant::from_civil(visit.start()).0.saturating_sub(at.0) < LATE_MS
}
