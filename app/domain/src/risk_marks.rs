//! What clinicians say by hand of episodes of clinical risk: that one is open which no act opened, or that one is closed.
//!
//! Acts open and close episodes by themselves ([`crate::digest`]); what is said here is laid over that. Nothing of it is ever
//! taken away: the last word counts, and why it was said stays.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calls::RiskCategory;
use crate::care::{Care, Episode};
use crate::id::{EpisodeId, MemberId, PatientId};
use crate::time::Instant;

/// What is said by hand of a patient's episodes. A patient of whom nothing was said has no such row.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RiskMarks {
    /// Whose.
    pub patient: PatientId,
    /// One for each episode of which something was said, the first first; never empty.
    pub marks: Vec<RiskMark>,
}

/// What is said by hand of one episode.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RiskMark {
    /// Of which.
    pub episode: EpisodeId,
    /// The episode itself, where a clinician has opened it; absent where an act has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_hand: Option<Episode>,
    /// What the last word says.
    pub stands: RiskStanding,
    /// Every word, in order; absent for roles that know only of the category and the days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<RiskSaid>,
}

/// Whether an episode is open.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RiskStanding {
    /// The patient is at risk.
    Open,
    /// Not any more.
    Closed,
}

/// A word on an episode.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RiskSaid {
    /// Who said it.
    pub by: MemberId,
    /// When.
    pub at: Instant,
    /// What it says.
    pub stands: RiskStanding,
    /// Why, at most [`crate::calls::LONGEST_WORDS`] characters.
    pub reason: String,
}

/// A wish to open an episode by hand.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewRisk {
    /// Identity, made on the device.
    pub episode: EpisodeId,
    /// Whose.
    pub patient: PatientId,
    /// Which risk.
    pub category: RiskCategory,
    /// Since which day.
    pub opened: Date,
    /// FDI number of the tooth, `Sup` or `Inf`, or empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tooth: String,
    /// Why, in the clinician's words.
    pub reason: String,
}

impl RiskMark {
    /// What the last word by an instant says; `None` where there was none yet.
    fn standing_at(&self, by: Instant) -> Option<RiskStanding> {
        let said = self.said.iter().rev().find(|said| said.at <= by);
        said.map(|said| said.stands)
    }
}

impl RiskMarks {
    /// What is said of an episode, if anything.
    pub fn of(&self, episode: EpisodeId) -> Option<&RiskMark> {
        self.marks.iter().find(|mark| mark.episode == episode)
    }

    /// The episodes that acts have left open, under what clinicians had said by an instant; `closed` are those opened by hand
    /// that acts have closed. For those who see every word.
    pub fn episodes_at(&self, by_acts: Vec<Episode>, closed: &[EpisodeId], by: Instant) -> Vec<Episode> {
        self.laid_over(by_acts, closed, |mark| mark.standing_at(by))
    }

    fn laid_over(
        &self,
        by_acts: Vec<Episode>,
        closed: &[EpisodeId],
        standing: impl Fn(&RiskMark) -> Option<RiskStanding>,
    ) -> Vec<Episode> {
        let is_closed = |episode: &Episode| {
            let mark = episode.id.and_then(|id| self.of(id));
            mark.and_then(&standing) == Some(RiskStanding::Closed)
        };
        let by_hand = self
            .marks
            .iter()
            .filter(|mark| standing(mark) == Some(RiskStanding::Open) && !closed.contains(&mark.episode));
        let mut episodes: Vec<Episode> = by_acts
            .into_iter()
            .filter(|episode| !is_closed(episode))
            .chain(by_hand.filter_map(|mark| mark.by_hand.clone()))
            .collect();
        episodes.sort_by(|a, b| (a.opened, a.category, &a.tooth).cmp(&(b.opened, b.category, &b.tooth)));
        episodes
    }
}

impl Care {
    /// The open episodes: those that acts have left open, without those that a clinician has closed, with those that one has
    /// opened and no act has closed; by the day they opened.
    pub fn open_episodes(&self, marks: Option<&RiskMarks>) -> Vec<Episode> {
        let by_acts = self.episodes.clone();
        match marks {
            Some(marks) => marks.laid_over(by_acts, &self.closed_episodes, |mark| Some(mark.stands)),
            None => by_acts,
        }
    }

    /// Whether any episode is open.
    pub fn is_at_risk(&self, marks: Option<&RiskMarks>) -> bool {
        match marks {
            Some(_) => !self.open_episodes(marks).is_empty(),
            None => !self.episodes.is_empty(),
        }
    }
}
