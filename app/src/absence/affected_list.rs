//! What an absence or a closure displaces, before anybody confirms it.

use app_domain::agenda::Appointment;
use leptos::prelude::*;

use super::draft::Away;
use super::proposals::proposals;
use super::text::text;
use super::visit_words::{visit_name, visit_what};
use crate::placing::{NewPlaces, said};
use crate::workspace::expect_workspace;

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
    let places = proposals(away, visits);
    let count = Memo::new(move |_| away.read().is_some().then(|| visits.read().len()));
    let title = move || count.get().map(|count| (words().affected)(count));
    let follows = move || {
        count
            .get()
            .map_or(words().nothing_yet.to_owned(), |count| (words().follows)(count))
    };
    view! {
        <section class="absence__affected" aria-labelledby="absence-affected">
            <h2 id="absence-affected" class="absence__title" aria-live="polite">{title}</h2>
            <p class="absence__follows">{follows}</p>
            <ol class="absence__visits">
                <For
                    each=move || visits.get()
                    key=|visit| (visit.id, visit.place)
                    children=move |visit| view! { <AffectedRow visit places /> }
                />
            </ol>
        </section>
    }
}

/// A visit that would be displaced.
#[component]
fn AffectedRow(
    /// The visit.
    visit: Appointment,
    /// What was found for it.
    places: NewPlaces,
) -> impl IntoView {
    let workspace = expect_workspace();
    let (id, start) = (visit.id, visit.start());
    let name = visit_name(workspace, visit.patient);
    let what = visit_what(workspace, &visit);
    let moment = move || text(workspace.language().get()).common.moment_with_month(start);
    view! {
        <li class="absence__visit">
            <span class="absence__moment num">{moment}</span>
            <b class="absence__name">{name}</b>
            <span class="absence__what">{what}</span>
            <span class="absence__proposal num">{move || said(places.of_visit(id), workspace)}</span>
        </li>
    }
}
