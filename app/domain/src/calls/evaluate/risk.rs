//! Clinical risk: open episodes past their check.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Candidate, Case, midnight_of};
use crate::calls::log::CallLog;
use crate::calls::{
    EpisodeDue, Outcome, RankPlace, Reason, ReasonDetail, ReasonKind, RiskChecks, RiskDetail,
};
use crate::care::Episode;

/// A visit booked within so many days from today is check enough.
const BOOKED_AHEAD_DAYS: i64 = 3;

impl Case<'_> {
    pub(super) fn clinical_risk(&self) -> Option<Candidate> {
        let last_contact = last_contact_about_risk(&self.log);
        let due = |episode: &Episode| self.past_check(episode, last_contact);
        let open = self.facts.care.open_episodes(self.facts.risk_marks);
        let mut episodes: Vec<EpisodeDue> = open.iter().filter_map(due).collect();
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

    fn past_check(&self, episode: &Episode, last_contact: Option<Date>) -> Option<EpisodeDue> {
        let last_visit = self.visits.last_done.map(|start| start.date());
        let check = check_day(episode, self.facts.risk_checks, last_contact, last_visit);
        (check <= self.today).then(|| EpisodeDue {
            category: episode.category,
            opened: episode.opened,
            check,
            tooth: episode.tooth.clone(),
            clinician: episode.clinician,
        })
    }
}

/// Day of the last successful contact about risk. It counts for all the patient's episodes. "Does not want to go on" is a
/// contact too, and never ends an episode.
pub(crate) fn last_contact_about_risk(log: &CallLog<'_>) -> Option<Date> {
    let successful = |outcome: &Outcome| {
        matches!(
            outcome,
            Outcome::AllWell | Outcome::Booked { .. } | Outcome::DeclinesToGoOn
        )
    };
    log.about(ReasonKind::ClinicalRisk)
        .filter(|said| successful(said.outcome))
        .map(|said| said.day)
        .max()
}

/// The day on which an episode is to be checked: its interval after it opened, or after the patient was last heard or seen.
pub(crate) fn check_day(
    episode: &Episode,
    checks: RiskChecks,
    last_contact: Option<Date>,
    last_visit: Option<Date>,
) -> Date {
    let seen = [last_contact, last_visit]
        .into_iter()
        .flatten()
        .fold(episode.opened, Date::max);
    seen.saturating_add(checks.days(episode.category).days())
}
