//! The reactive reads of a patient's care, and of episodes of clinical risk.

use app_domain::care::{Care, Episode};
use app_domain::id::PatientId;
use app_domain::policy::may_mark_risk;
use app_domain::risk_marks::RiskMarks;
use app_domain::rows::{Key, Rows};
use leptos::prelude::*;

use super::Workspace;
use super::wake::Topic;

impl Workspace {
    /// The digest of a patient's history, with the episodes of risk that are open after all that clinicians have said.
    pub fn care(self, id: PatientId) -> Memo<Option<Care>> {
        Memo::new(move |_| {
            self.with(|inner| inner.wakers.track(Topic::Row(Key::RiskMarks(id))));
            self.watch(Topic::Row(Key::Care(id)), |core| {
                let rows = core.view();
                let care = rows.care(id)?;
                Some(Care {
                    episodes: care.open_episodes(rows.risk_marks(id)),
                    ..care.clone()
                })
            })
        })
    }

    /// The open episodes of risk of a patient, by the day they opened.
    pub fn open_episodes(self, id: PatientId) -> Memo<Vec<Episode>> {
        let care = self.care(id);
        Memo::new(move |_| {
            care.read()
                .as_ref()
                .map_or_else(Vec::new, |care| care.episodes.clone())
        })
    }

    /// What clinicians have said by hand of a patient's episodes.
    pub fn risk_marks(self, id: PatientId) -> Memo<Option<RiskMarks>> {
        Memo::new(move |_| {
            self.watch(Topic::Row(Key::RiskMarks(id)), |core| {
                core.view().risk_marks(id).cloned()
            })
        })
    }

    /// Whether this person opens and closes episodes of risk.
    pub fn may_mark_risk(self) -> Memo<bool> {
        let viewer = self.viewer();
        Memo::new(move |_| {
            viewer
                .read()
                .as_ref()
                .is_some_and(|viewer| may_mark_risk(viewer.role))
        })
    }
}
