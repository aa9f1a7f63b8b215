//! What the practice measures of itself (`domain.md`, "Indicators"): each figure with its formula, its parts, and how many
//! rows were left out and why.
//!
//! Everything is counted from whole histories, family by family, so that a [`Tally`] is all that has to stay in memory. No
//! figure ranks single persons, and none is made where the facts for it are not recorded: it says which are missing.

mod adherence;
mod exposure;
mod figure;
mod formula;
mod informed;
mod missed;
mod period;
mod promises;
mod rebooking;
mod requests;
mod risk;
mod saturation;
mod takings;
mod tally;

pub use adherence::RecallAdherence;
pub use exposure::Exposure;
pub use figure::{Because, Certainty, Component, Indicator, LeftOut, Share, Value};
pub use formula::{Formula, MissingFacts, Unit};
pub use informed::InformedAdherence;
pub use missed::MissedVisits;
pub use period::Period;
pub use promises::PromisesKept;
pub use rebooking::HygieneRebooking;
pub use requests::RequestsServed;
pub use risk::RiskCoverage;
pub use saturation::{Saturation, saturation};
pub use takings::Takings;
pub use tally::{Figures, MONTHS, PatientRecord, PeriodFigures, Tally};

#[cfg(test)]
mod tests;
