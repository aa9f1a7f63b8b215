//! What was typed of what is set for calls.

use app_domain::calls::{CallSettings, CheckRule, FollowUp, RecallType, VideoTemplate, are_check_rules};

use super::codes::codes;
use super::week_draft::WeekDraft;

/// Months between two checks where nothing was set.
const USUAL_MONTHS: u8 = 12;

/// What was typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct CallsDraft {
    /// The address of video calls; empty = none.
    pub(super) video: String,
    /// When to call.
    pub(super) week: WeekDraft,
    /// Whether somebody asks how it went.
    pub(super) follow_up: FollowUp,
    /// The recalls beside hygiene, in the order of [`RecallType::ALL`].
    pub(super) checks: [CheckDraft; RecallType::ALL.len()],
}

/// What was typed of a recall beside hygiene.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct CheckDraft {
    /// Codes with commas between; empty = off.
    pub(super) codes: String,
    /// Months between two checks.
    pub(super) months: String,
}

impl CheckDraft {
    fn of(set: &CallSettings, recall: RecallType) -> Self {
        let rule = set.checks.iter().find(|rule| rule.recall == recall);
        Self {
            codes: rule.map(|rule| rule.codes.join(", ")).unwrap_or_default(),
            months: rule.map_or(USUAL_MONTHS, |rule| rule.every_months).to_string(),
        }
    }

    /// Whether it is off, or can be kept.
    pub(super) fn is_fit(&self, recall: RecallType) -> bool {
        match self.read(recall) {
            None => false,
            Some(rule) => are_check_rules(rule.as_slice()),
        }
    }

    /// What is set then: nothing where it is off. `None` where the months cannot be read.
    fn read(&self, recall: RecallType) -> Option<Option<CheckRule>> {
        let codes = codes(&self.codes);
        if codes.is_empty() {
            return Some(None);
        }
        let every_months = self.months.trim().parse().ok()?;
        Some(Some(CheckRule {
            recall,
            codes,
            every_months,
        }))
    }
}

impl CallsDraft {
    /// As it is set.
    pub(super) fn of(set: &CallSettings) -> Self {
        Self {
            video: set
                .video
                .as_ref()
                .map(VideoTemplate::as_str)
                .unwrap_or_default()
                .to_owned(),
            week: WeekDraft::of(&set.hours),
            follow_up: set.follow_up,
            checks: RecallType::ALL.map(|recall| CheckDraft::of(set, recall)),
        }
    }

    /// Whether an address was typed that cannot be kept.
    pub(super) fn is_video_unfit(&self) -> bool {
        self.video().is_some_and(|video| !video.is_fit())
    }

    /// What is set then, if everything can be kept.
    pub(super) fn becomes(&self) -> Option<CallSettings> {
        if self.is_video_unfit() {
            return None;
        }
        Some(CallSettings {
            hours: self.week.read()?,
            video: self.video(),
            follow_up: self.follow_up,
            checks: self.checks()?,
        })
    }

    /// Turns the question of how it went on, or off.
    pub(super) fn toggle_follow_up(&mut self) {
        self.follow_up = match self.follow_up {
            FollowUp::Off => FollowUp::On,
            FollowUp::On => FollowUp::Off,
        };
    }

    fn checks(&self) -> Option<Vec<CheckRule>> {
        let typed = RecallType::ALL.into_iter().zip(&self.checks);
        let read = typed.map(|(recall, draft)| draft.read(recall));
        let rules: Vec<CheckRule> = read.collect::<Option<Vec<_>>>()?.into_iter().flatten().collect();
        are_check_rules(&rules).then_some(rules)
    }

    fn video(&self) -> Option<VideoTemplate> {
        Some(VideoTemplate::typed(&self.video)).filter(|video| !video.as_str().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_reads_back_as_itself_and_an_empty_address_is_none() {
        let set = CallSettings {
            video: Some(VideoTemplate::typed("https://meet.example.org/{codice}")),
            follow_up: FollowUp::On,
            checks: vec![CheckRule {
                recall: RecallType::ImplantCheck,
                codes: vec!["IMPIANTO".to_owned(), "CTRL-IMP".to_owned()],
                every_months: 6,
            }],
            ..CallSettings::usual()
        };
        let mut draft = CallsDraft::of(&set);
        assert_eq!(draft.becomes(), Some(set));
        draft.video = "  ".to_owned();
        draft.follow_up = FollowUp::Off;
        let [_, implant, _] = &mut draft.checks;
        implant.months = "sei".to_owned();
        assert!(!draft.checks[1].is_fit(RecallType::ImplantCheck));
        assert_eq!(draft.becomes(), None);
        draft.checks[1].codes = " ".to_owned();
        assert_eq!(draft.becomes(), Some(CallSettings::usual()));
        draft.video = "http://meet.example.org/{codice}".to_owned();
        assert!(draft.is_video_unfit());
        assert_eq!(draft.becomes(), None);
    }
}
