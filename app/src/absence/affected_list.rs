//! What an absence or a closure displaces, before anybody confirms it.

use app_domain::agenda::{Appointment, Place};
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::draft::Away;
use super::proposals::{Proposal, Proposals};
use super::text::{Text, text};
use crate::patient::{name_for, shown_name};
use crate::workspace::{Workspace, expect_workspace};

/// How many visits, who and when, with the first place that each could have; and what will happen, in words.
#[component]
pub(super) fn AffectedList(
    /// The absence or closure, where one can be read.
    away: Memo<Option<Away>>,
    /// What it displaces.
    visits: Memo<Vec<Appointment>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let proposals = Proposals::of(away, visits);
    let count = Memo::new(move |_| away.read().is_some().then(|| visits.read().len()));
    let title = move || count.get().map(|count| (words().affected)(count));
    let follows = move || {
        count
            .get()
            .map_or(words().nothing_yet.to_owned(), |count| (words().follows)(count))
    };
    let numbered = move || visits.get().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <section class="absence__affected" aria-labelledby="absence-affected">
            <h2 id="absence-affected" class="absence__title" aria-live="polite">{title}</h2>
            <p class="absence__follows">{follows}</p>
            <ol class="absence__visits">
                <For
                    each=numbered
                    key=|(_, visit)| (visit.id, visit.place)
                    children=move |(place, visit)| view! { <AffectedRow place visit proposals /> }
                />
            </ol>
        </section>
    }
}

/// A visit that would be displaced.
#[component]
fn AffectedRow(
    /// Its place in the list, from 0.
    place: usize,
    /// The visit.
    visit: Appointment,
    /// What was found for it.
    proposals: Proposals,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let (id, patient, start, kind, own) = (visit.id, visit.patient, visit.start(), visit.kind, visit.place);
    let row = workspace.patient(patient);
    let name = move || {
        let names = name_for(workspace.names_hidden().get());
        let row = row.read();
        row.as_ref()
            .map_or_else(|| words().unknown.to_owned(), |row| shown_name(row, names))
    };
    let what = move || {
        let common = words().common;
        let clinician = surname(workspace, own);
        format!(
            "{} · {} · {clinician}",
            (common.kind)(kind),
            common.minutes(own.minutes)
        )
    };
    let proposal = move || said(proposals.of_visit(id, place), workspace, words());
    view! {
        <li class="absence__visit">
            <span class="absence__moment num">{move || words().common.moment_with_month(start)}</span>
            <b class="absence__name">{name}</b>
            <span class="absence__what">{what}</span>
            <span class="absence__proposal num">{proposal}</span>
        </li>
    }
}

fn surname(workspace: Workspace, place: Place) -> String {
    workspace.read(|rows| {
        let who = rows.clinician(place.clinician);
        who.map(|who| who.surname.clone()).unwrap_or_default()
    })
}

fn said(proposal: Proposal, workspace: Workspace, words: &Text) -> String {
    match proposal {
        Proposal::Looking => words.looking.to_owned(),
        Proposal::None => words.no_proposal.to_owned(),
        Proposal::Later => words.later.to_owned(),
        Proposal::Place(place) => {
            let moment = words.common.moment_with_month(place.start);
            let chair = workspace.read(|rows| rows.chair(place.chair).map(|chair| chair.name.clone()));
            let parts = [moment, surname(workspace, place), chair.unwrap_or_default()];
            (words.proposal)(&parts.join(" · "))
        }
    }
}
