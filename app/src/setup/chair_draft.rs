//! What was typed of a chair.

use app_domain::practice::Chair;

use super::week_draft::WeekDraft;

/// Longest name of a chair, in characters.
pub(super) const LONGEST_NAME: usize = 40;

/// What was typed of a chair.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct ChairDraft {
    /// Its name.
    pub(super) name: String,
    /// Its hours.
    pub(super) week: WeekDraft,
}

impl ChairDraft {
    /// The chair as it is.
    pub(super) fn of(chair: &Chair) -> Self {
        Self {
            name: chair.name.clone(),
            week: WeekDraft::of(&chair.opening),
        }
    }

    /// What a chair becomes, if everything can be kept.
    pub(super) fn becomes(&self, chair: &Chair) -> Option<Chair> {
        let name = self.name.trim();
        if name.is_empty() || name.chars().count() > LONGEST_NAME {
            return None;
        }
        Some(Chair {
            name: name.to_owned(),
            opening: self.week.read()?,
            ..chair.clone()
        })
    }
}

/// Whether two say the same of what the form holds: its place among the others is not in it.
pub(super) fn reads_the_same(one: &Chair, other: &Chair) -> bool {
    one.name == other.name && one.opening == other.opening
}
