//! Who is told that a patient does not want to go on (`domain.md`, "Outcome of a call").

use std::collections::BTreeSet;

use super::{Attempt, Matter, Outcome, ReasonKind, Topic};
use crate::care::Care;
use crate::id::ClinicianId;
use crate::patient::Patient;
use crate::risk_marks::RiskMarks;

impl Attempt {
    /// What the patient does not want to go on with, as long as no clinician has seen it. The former software tells nobody.
    pub fn declined(&self) -> impl Iterator<Item = Topic> + '_ {
        let is_told = !self.imported && self.settled_about(Matter::Word).is_none();
        let declines = move |outcome: &Outcome| is_told && matches!(outcome, Outcome::DeclinesToGoOn);
        let about = self.outcomes.iter().filter(move |about| declines(&about.outcome));
        about.map(|about| about.topic)
    }

    /// The clinicians who are told: who opened the risk, the hygienist for hygiene, else the dentist who
    /// follows the patient. Nobody where none is known: then every dentist is.
    pub fn told(
        &self,
        patient: &Patient,
        care: Option<&Care>,
        marks: Option<&RiskMarks>,
    ) -> BTreeSet<ClinicianId> {
        let mut told = BTreeSet::new();
        for topic in self.declined() {
            let before = told.len();
            match topic {
                Topic::Reason(ReasonKind::ClinicalRisk) => {
                    let episodes = care.map_or_else(Vec::new, |care| care.open_episodes(marks));
                    told.extend(episodes.iter().filter_map(|episode| episode.clinician));
                }
                Topic::Reason(ReasonKind::HygieneRecall) => told.extend(patient.hygienist),
                _ => {}
            }
            if told.len() == before {
                told.extend(patient.dentist);
            }
        }
        told
    }
}
