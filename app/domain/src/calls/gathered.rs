//! What was said so far in a call under way: the outcome of one reason after the other, until all of it is written down as
//! one call.

use serde::{Deserialize, Serialize};

use super::{Outcome, OutcomeOf, Topic};
use crate::command::Booking;
use crate::id::{AppointmentId, ReviewId};

/// The outcomes gathered in a call that is not over. Each thing has one; what is left unsaid stays open.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Gathered {
    /// What came of each reason, in the order in which it was said.
    pub outcomes: Vec<OutcomeOf>,
    /// The visit that goes with an outcome "booked", or "asks for a place".
    pub booking: Option<Booking>,
    /// Identity of what will wait, where the visit is asked for.
    pub asks: Option<ReviewId>,
}

/// A call carries one visit: another one is booked after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SecondVisit;

impl Gathered {
    /// Whether nothing was said yet.
    pub const fn is_empty(&self) -> bool {
        self.outcomes.is_empty()
    }

    /// What was said of a thing.
    pub fn about(&self, topic: Topic) -> Option<&Outcome> {
        let mut outcomes = self.outcomes.iter();
        let about = outcomes.find(|about| about.topic == topic)?;
        Some(&about.outcome)
    }

    /// Adds what was said; of a thing that was spoken of before it takes the place, and what a call
    /// says once holds for all. With a visit goes under which identity it is asked for, if it is.
    pub fn add(
        &mut self,
        said: &[OutcomeOf],
        visit: Option<(&Booking, Option<ReviewId>)>,
    ) -> Result<(), SecondVisit> {
        let mut becoming = self.clone();
        becoming
            .outcomes
            .retain(|before| said.iter().all(|about| about.topic != before.topic));
        becoming.drop_visit_unnamed();
        match (&becoming.booking, visit) {
            (Some(_), Some(_)) => return Err(SecondVisit),
            (None, Some((booking, asks))) => {
                becoming.booking = Some(booking.clone());
                becoming.asks = asks;
            }
            (_, None) => {}
        }
        for about in said {
            let kind = about.outcome.kind();
            if kind.is_said_once() {
                let same = becoming.outcomes.iter_mut();
                same.filter(|before| before.outcome.kind() == kind)
                    .for_each(|before| before.outcome.clone_from(&about.outcome));
            }
        }
        becoming.outcomes.extend_from_slice(said);
        *self = becoming;
        Ok(())
    }

    /// Takes back what was said of a thing, and the visit with it unless it serves something else too.
    pub fn remove(&mut self, topic: Topic) {
        self.outcomes.retain(|about| about.topic != topic);
        self.drop_visit_unnamed();
    }

    fn drop_visit_unnamed(&mut self) {
        let named: Vec<Option<AppointmentId>> = self
            .outcomes
            .iter()
            .filter_map(|about| match about.outcome {
                Outcome::Booked { appointment } => Some(appointment),
                Outcome::AsksForPlace { appointment } => Some(Some(appointment)),
                _ => None,
            })
            .collect();
        self.booking
            .take_if(|booking| !named.contains(&Some(booking.appointment)));
        self.asks.take_if(|_| self.booking.is_none());
    }
}

#[cfg(test)]
mod tests;
