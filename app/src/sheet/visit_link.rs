//! A visit on the sheet.

use app_domain::agenda::{Appointment, Confirmation, Status};
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::text::{Text, text};
use crate::address::appointment_path;
use crate::ui::{Tag, Tone};
use crate::workspace::expect_workspace;

/// When, what for, with whom, and how it stands; leads to its window on the agenda.
#[component]
pub(super) fn VisitLink(
    /// Which.
    visit: Appointment,
) -> impl IntoView {
    let workspace = expect_workspace();
    let (start, kind, clinician) = (visit.start(), visit.kind, visit.place.clinician);
    let href = appointment_path(start.date(), visit.id);
    let common = move || crate::text::text(workspace.language().get());
    let with = workspace.read(|rows| rows.clinician(clinician).map(|who| who.surname.clone()));
    let what = move || {
        let kind = (common().kind)(kind);
        with.iter()
            .fold(kind.to_owned(), |what, who| format!("{what} · {who}"))
    };
    let (tone, word) = standing(&visit);
    view! {
        <li>
            <a class="sheet__visit" href=href>
                <span class="sheet__when num">{move || common().moment_with_month(start)}</span>
                <span class="sheet__what">{what}</span>
                <Tag tone>{move || word(text(workspace.language().get()))}</Tag>
            </a>
        </li>
    }
}

/// How a visit stands, in a colour and a word.
fn standing(visit: &Appointment) -> (Tone, fn(&Text) -> &'static str) {
    match (&visit.status, visit.confirmation) {
        (Status::Booked, Confirmation::Confirmed) => (Tone::Good, |words| words.confirmed),
        (Status::Booked, Confirmation::AskedToMove) => (Tone::Owed, |words| words.asks_to_move),
        (Status::Booked, _) => (Tone::Plain, |words| words.booked),
        (Status::Arrived { .. }, _) => (Tone::Accent, |words| words.arrived),
        (Status::InChair { .. }, _) => (Tone::Accent, |words| words.in_chair),
        (Status::Done { .. } | Status::Left { .. }, _) => (Tone::Good, |words| words.done),
        (Status::NoShow { .. }, _) => (Tone::Risk, |words| words.missed),
        (Status::Cancelled { .. }, _) => (Tone::Plain, |words| words.called_off),
    }
}
