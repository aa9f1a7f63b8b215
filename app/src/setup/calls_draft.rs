//! What was typed of what is set for calls.

use app_domain::calls::{CallSettings, FollowUp, VideoTemplate};

use super::week_draft::WeekDraft;

/// What was typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct CallsDraft {
    /// The address of video calls; empty = none.
    pub(super) video: String,
    /// When to call.
    pub(super) week: WeekDraft,
    /// Whether somebody asks how it went.
    pub(super) follow_up: FollowUp,
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
        })
    }

    /// Turns the question of how it went on, or off.
    pub(super) fn toggle_follow_up(&mut self) {
        self.follow_up = match self.follow_up {
            FollowUp::Off => FollowUp::On,
            FollowUp::On => FollowUp::Off,
        };
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
            ..CallSettings::usual()
        };
        let mut draft = CallsDraft::of(&set);
        assert_eq!(draft.becomes(), Some(set));
        draft.video = "  ".to_owned();
        draft.follow_up = FollowUp::Off;
        assert_eq!(draft.becomes(), Some(CallSettings::usual()));
        draft.video = "http://meet.example.org/{codice}".to_owned();
        assert!(draft.is_video_unfit());
        assert_eq!(draft.becomes(), None);
    }
}
