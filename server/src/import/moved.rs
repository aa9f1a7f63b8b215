//! Moving a whole export in time, for the demo: every date by the same number of weeks, so that weekdays stay.

use app_domain::calls::Outcome;
use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime};

use crate::import::Facts;

impl Facts {
    /// Moves every date but births by some weeks. Dates at the end of the calendar stay there.
    pub fn move_by(&mut self, weeks: i64) {
        if weeks == 0 {
            return;
        }
        let day = |date: &mut Date| *date = date.saturating_add(weeks.weeks());
        let time = |at: &mut DateTime| *at = at.saturating_add(weeks.weeks());
        for closure in &mut self.closures {
            day(&mut closure.from);
            day(&mut closure.to);
        }
        self.patients
            .iter_mut()
            .filter_map(|patient| patient.hygiene_fixed.as_mut())
            .for_each(day);
        for plan in &mut self.plans {
            plan.signed.iter_mut().chain(&mut plan.presented).for_each(day);
        }
        for visit in &mut self.appointments {
            time(&mut visit.start);
            visit.cancelled_at.iter_mut().for_each(time);
        }
        self.acts
            .iter_mut()
            .filter_map(|act| act.done.as_mut())
            .for_each(day);
        self.payments.iter_mut().for_each(|payment| day(&mut payment.day));
        self.instalments
            .iter_mut()
            .for_each(|instalment| day(&mut instalment.due));
        for contact in &mut self.contacts {
            time(&mut contact.at);
            match &mut contact.outcome {
                Outcome::CallBack { until, .. } => time(until),
                Outcome::Later { until } => day(until),
                Outcome::PromisesToPay { by, .. } => day(by),
                _ => {}
            }
        }
    }
}
