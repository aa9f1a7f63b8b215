//! A patient's name as the agenda writes it.

use app_domain::id::PatientId;
use leptos::prelude::*;

use super::text::text;
use crate::patient::{name_for, shown_name};
use crate::workspace::Workspace;

/// The name as the counter may see it, with the age of a minor: "Sala Tommaso (11)".
pub(super) fn appointment_name(workspace: Workspace, patient: PatientId) -> Memo<String> {
    let row = workspace.patient(patient);
    let today = workspace.today();
    Memo::new(move |_| {
        let names = name_for(workspace.names_hidden().get());
        let row = row.read();
        let Some(row) = row.as_ref() else {
            return text(workspace.language().get()).unknown.to_owned();
        };
        let name = shown_name(row, names);
        match row.age_on(today.get()) {
            Some(age) if row.is_minor_on(today.get()) => format!("{name} ({age})"),
            _ => name,
        }
    })
}
