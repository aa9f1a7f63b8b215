//! Patients who left a hygiene with the next one booked, or booked it since.

use jiff::civil::Date;

use super::{Formula, Indicator, Period};
use crate::agenda::AppointmentKind;
use crate::care::History;
use crate::digest::HYGIENE;

/// Patients with a hygiene done in a period, by what they have booked now (`domain.md`, "Indicators"). "Now" is the moment of
/// the figure for every period: an older month has had more time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct HygieneRebooking {
    /// Patients with a hygiene visit to come.
    pub rebooked: u64,
    /// Patients without one.
    pub not_rebooked: u64,
}

impl HygieneRebooking {
    pub(super) fn add(&mut self, history: &History, period: Period, today: Date) {
        let was_done = |act: &crate::care::Act| {
            act.act_code == HYGIENE && act.done.is_some_and(|day| period.contains(day))
        };
        if !history.acts.iter().any(was_done) {
            return;
        }
        let is_rebooked = history
            .appointments
            .iter()
            .any(|visit| visit.kind == AppointmentKind::Hygiene && visit.is_future(today));
        let count = if is_rebooked {
            &mut self.rebooked
        } else {
            &mut self.not_rebooked
        };
        *count += 1;
    }

    /// Patients with a hygiene to come, of the patients with one done in the period.
    pub const fn indicator(&self) -> Indicator {
        let all = self.rebooked + self.not_rebooked;
        Indicator::share(Formula::HygieneRebooking, self.rebooked, all)
    }
}
