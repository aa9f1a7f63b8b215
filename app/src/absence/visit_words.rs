//! A displaced visit in words.

use app_domain::agenda::Appointment;
use app_domain::id::PatientId;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::text::text;
use crate::patient::{name_for, shown_name};
use crate::workspace::Workspace;

/// Whose it is, as the counter may see it.
pub(super) fn visit_name(workspace: Workspace, patient: PatientId) -> Memo<String> {
    let row = workspace.patient(patient);
    Memo::new(move |_| {
        let names = name_for(workspace.names_hidden().get());
        let unknown = text(workspace.language().get()).unknown;
        row.read()
            .as_ref()
            .map_or_else(|| unknown.to_owned(), |row| shown_name(row, names))
    })
}

/// "Igiene · 45 min · Marini".
pub(super) fn visit_what(workspace: Workspace, visit: &Appointment) -> impl Fn() -> String + Clone + use<> {
    let (kind, place) = (visit.kind, visit.place);
    move || {
        let common = text(workspace.language().get()).common;
        let who = workspace.read(|rows| rows.clinician(place.clinician).map(|who| who.surname.clone()));
        let parts = [
            Some((common.kind)(kind).to_owned()),
            Some(common.minutes(place.minutes)),
            who,
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}
