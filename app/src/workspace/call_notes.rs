//! What was said and typed on cards and is not written down yet.

use std::collections::BTreeMap;

use app_domain::id::PatientId;
use leptos::prelude::*;

use super::Workspace;
use crate::port::CallNotes;

impl Workspace {
    /// What this device keeps of calls that were cut off, by patient. The machine sets it at the start.
    pub fn call_notes(self) -> RwSignal<BTreeMap<PatientId, CallNotes>> {
        self.signals.call_notes
    }

    /// Keeps what is on a card, so that it is there again when the page is not; drops it where there is nothing any more.
    pub fn keep_call_notes(self, patient: PatientId, mut notes: CallNotes) {
        let kept = (!notes.is_empty()).then(|| {
            notes.at = Some(self.clock());
            notes
        });
        let all = self.signals.call_notes;
        match kept.clone() {
            Some(notes) => drop(all.try_update_untracked(|all| all.insert(patient, notes))),
            None => drop(all.try_update_untracked(|all| all.remove(&patient))),
        }
        self.with(|inner| inner.device.keep_call_notes(patient, kept));
    }
}
