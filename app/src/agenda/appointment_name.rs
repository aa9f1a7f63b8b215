//! A patient's name as the agenda writes it.

use app_domain::id::PatientId;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::text::text;
use crate::heed::heed;
use crate::patient::{name_for, shown_name};
use crate::workspace::Workspace;

/// The name as the counter may see it, with the age of a minor: "Sala Tommaso (11)".
pub(super) fn appointment_name(workspace: Workspace, patient: PatientId) -> Memo<String> {
    let row = workspace.patient(patient);
    let today = workspace.today();
    Memo::new(move |_| {
        heed(row);
        heed(today);
        written_name(workspace, patient)
    })
}

/// The same, once. Tracks what the person has set, not the patient.
pub(super) fn written_name(workspace: Workspace, patient: PatientId) -> String {
    let names = name_for(workspace.names_hidden().get());
    let unknown = text(workspace.language().get()).unknown;
    let today = workspace.now().get_untracked().today();
    workspace.read(|rows| {
        let Some(row) = rows.patient(patient) else {
            return unknown.to_owned();
        };
        let name = shown_name(row, names);
        match row.age_on(today) {
            Some(age) if row.is_minor_on(today) => format!("{name} ({age})"),
            _ => name,
        }
    })
}
