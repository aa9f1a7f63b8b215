//! How patients who ask for something are served.

use super::{Formula, Indicator, MissingFacts, Period};
use crate::requests::Request;

/// Requests that were written down in a period (`domain.md`, "Indicators").
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct RequestsServed {
    /// All of them.
    pub asked: u64,
    /// How often they passed from one person to another, all together.
    pub passages: u64,
    /// Those that were solved for good by who wrote them down, and passed to nobody.
    pub at_first_contact: u64,
}

impl RequestsServed {
    pub(super) fn add(&mut self, request: &Request, period: Period) {
        if !period.contains(request.at.civil().date()) {
            return;
        }
        let by_writer = request
            .solved
            .as_ref()
            .is_some_and(|solved| solved.by == request.by);
        let stayed = request.hand_offs.iter().all(|hand_off| hand_off.to == request.by);
        self.asked += 1;
        self.passages += request.passages() as u64;
        self.at_first_contact += u64::from(by_writer && stayed && request.reopened.is_empty());
    }

    /// Changes of owner, for each request.
    pub const fn hand_offs(&self) -> Indicator {
        self.share(Formula::HandOffs, self.passages)
    }

    /// Requests solved at first contact, of those asked.
    pub const fn solved_at_first_contact(&self) -> Indicator {
        self.share(Formula::SolvedAtFirstContact, self.at_first_contact)
    }

    /// A period in which nobody wrote a request down says nothing of how they are served.
    const fn share(&self, formula: Formula, numerator: u64) -> Indicator {
        if self.asked == 0 {
            Indicator::missing(formula, MissingFacts::Requests)
        } else {
            Indicator::share(formula, numerator, self.asked)
        }
    }
}
