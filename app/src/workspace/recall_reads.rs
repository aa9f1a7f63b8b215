//! The reactive reads of recalls.

use app_domain::calls::{RecallStanding, RecallType};
use app_domain::id::PatientId;
use app_domain::policy::may_set_recall;
use app_domain::rows::{Key, Rows};
use leptos::prelude::*;

use super::Workspace;
use super::wake::Topic;

impl Workspace {
    /// How a recall of a patient stands, hygiene where no check is named; `None` where the patient's digest is not seen, or
    /// the practice does not recall for that check.
    pub fn recall_of(self, patient: PatientId, check: Option<RecallType>) -> Memo<Option<RecallStanding>> {
        let now = self.now();
        Memo::new(move |_| {
            let now = now.get();
            self.track_recall(patient);
            self.with(|inner| inner.wakers.track(Topic::Row(Key::CallSettings)));
            self.watch(Topic::Row(Key::recall(patient, check)), |core| {
                RecallStanding::of(core.view(), patient, check, now)
            })
        })
    }

    /// Whether this person may set a patient's recall.
    pub fn may_set_recall(self, patient: PatientId) -> Memo<bool> {
        Memo::new(move |_| {
            self.track_recall(patient);
            self.watch(Topic::State, |core| {
                core.viewer()
                    .is_some_and(|viewer| may_set_recall(&viewer.actor(), patient, core.view()))
            })
        })
    }

    /// The others of a patient's family, by who pays, who have a recall that this person may set: each with how it stands.
    /// Untracked: a form begins with it.
    pub fn recalls_of_family(self, patient: PatientId) -> Vec<(PatientId, RecallStanding)> {
        let Some(actor) = self.actor() else {
            return Vec::new();
        };
        let now = self.now().get_untracked();
        self.read(|rows| {
            let Some(own) = rows.patient(patient) else {
                return Vec::new();
            };
            let payer = own.payer.unwrap_or(own.id);
            let others = rows
                .patients()
                .filter(|other| other.id != patient && other.payer.unwrap_or(other.id) == payer);
            let recalled = others.filter(|other| may_set_recall(&actor, other.id, rows));
            recalled
                .filter_map(|other| Some((other.id, RecallStanding::of(rows, other.id, None, now)?)))
                .filter(|(_, standing)| standing.due.is_some())
                .collect()
        })
    }

    fn track_recall(self, patient: PatientId) {
        self.with(|inner| {
            inner.wakers.track(Topic::Row(Key::Care(patient)));
            inner.wakers.track(Topic::AttemptsOf(patient));
        });
    }
}
