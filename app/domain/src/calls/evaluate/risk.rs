//! Clinical risk: open episodes past their check.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Candidate, Case, midnight_of};
use crate::calls::{EpisodeDue, Outcome, RankPlace, Reason, ReasonDetail, ReasonKind, RiskDetail};
use crate::care::Episode;

/// A visit booked within so many days from today is check enough.
const BOOKED_AHEAD_DAYS: i64 = 3;

impl Case<'_> {
    pub(super) fn clinical_risk(&self) -> Option<Candidate> {
        let last_contact = self.last_contact_about_risk();
        let due = |episode: &Episode| self.past_check(episode, last_contact);
        let mut episodes: Vec<EpisodeDue> = self.facts.care.episodes.iter().filter_map(due).collect();
        episodes.sort_by(|a, b| (a.check, a.opened, &a.tooth).cmp(&(b.check, b.opened, &b.tooth)));
        let (check, newest) = (episodes.first()?.check, episodes.last()?.check);
        if self
            .visits
            .has_future_until(self.today.saturating_add(BOOKED_AHEAD_DAYS.days()))
        {
            return None;
        }
        let failures = self.log.failures_since(ReasonKind::ClinicalRisk, check);
        let failures = u16::try_from(failures).unwrap_or(u16::MAX);
        let detail = ReasonDetail::ClinicalRisk(RiskDetail {
            episodes,
            last_contact,
            failures,
        });
        Some(Candidate {
            reason: Reason { detail, since: check },
            occurrence: midnight_of(newest),
            place: RankPlace::ClinicalRisk { check },
        })
    }

    /// A call about risk counts for all the patient's episodes. "Does not want to go on" is a contact too, and never
    /// ends an episode.
    fn last_contact_about_risk(&self) -> Option<Date> {
        let successful = |outcome: &Outcome| {
            matches!(
                outcome,
                Outcome::AllWell | Outcome::Booked { .. } | Outcome::DeclinesToGoOn
            )
        };
        self.log
            .about(ReasonKind::ClinicalRisk)
            .filter(|said| successful(said.outcome))
            .map(|said| said.day)
            .max()
    }

    fn past_check(&self, episode: &Episode, last_contact: Option<Date>) -> Option<EpisodeDue> {
        let last_visit = self.visits.last_done.map(|start| start.date());
        let seen = [last_contact, last_visit]
            .into_iter()
            .flatten()
            .fold(episode.opened, Date::max);
        let check = seen.saturating_add(episode.category.check_every_days().days());
        (check <= self.today).then(|| EpisodeDue {
            category: episode.category,
            opened: episode.opened,
            check,
            tooth: episode.tooth.clone(),
            clinician: episode.clinician,
        })
    }
}
