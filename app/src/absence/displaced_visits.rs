//! What an absence or a closure has displaced and nobody has placed again, each with the place that it could have.

use app_domain::agenda::{Appointment, Displacement, in_order_of_need};
use leptos::prelude::*;

use super::text::text;
use super::visit_words::{visit_name, visit_what};
use crate::address::placing_path;
use crate::placing::{NewPlaces, Proposal, may_take, said};
use crate::workspace::expect_workspace;

/// The visits, whoever has the greater need first: in this order they are given new places.
#[component]
pub(super) fn DisplacedVisits(
    /// What displaced them.
    by: Displacement,
    /// Where they could go.
    places: NewPlaces,
) -> impl IntoView {
    let workspace = expect_workspace();
    let parked = workspace.parked();
    let words = move || text(workspace.language().get());
    let visits = Memo::new(move |_| {
        let by_it = |visit: &&Appointment| visit.displaced == Some(by);
        let visits: Vec<Appointment> = parked.read().iter().filter(by_it).cloned().collect();
        workspace.read(|rows| in_order_of_need(rows, workspace.now().get(), visits))
    });
    view! {
        <Show when=move || !visits.read().is_empty()>
            <details class="absence__part" open>
                <summary>{move || (words().still_waiting)(visits.read().len())}</summary>
                <p class="absence__follows">{move || words().place_order}</p>
                <ol class="absence__visits">
                    <For
                        each=move || visits.get()
                        key=|visit| (visit.id, visit.place)
                        children=move |visit| view! { <DisplacedVisit visit places /> }
                    />
                </ol>
            </details>
        </Show>
    }
}

/// One of them; a tap on its place opens its window with the place filled in.
#[component]
fn DisplacedVisit(visit: Appointment, places: NewPlaces) -> impl IntoView {
    let workspace = expect_workspace();
    let (id, start) = (visit.id, visit.start());
    let name = visit_name(workspace, visit.patient);
    let what = visit_what(workspace, &visit);
    let words = move || text(workspace.language().get());
    let proposal = Memo::new(move |_| places.of_visit(id));
    let link = Memo::new(move |_| match proposal.get() {
        Proposal::Place(place) => may_take(workspace, &visit, place).then(|| placing_path(id, &place)),
        _ => None,
    });
    let proposed = move || said(proposal.get(), workspace);
    let aloud = move || {
        let take = crate::placing::text::text(workspace.language().get()).take;
        take(&proposed(), &name.get())
    };
    view! {
        <li class="absence__visit">
            <span class="absence__moment num">{move || words().common.moment_with_month(start)}</span>
            <b class="absence__name">{name}</b>
            <span class="absence__what">{what}</span>
            {move || match link.get() {
                Some(href) => view! {
                    <a class="absence__proposal absence__proposal--link num" href=href aria-label=aloud>
                        {proposed}
                    </a>
                }
                .into_any(),
                None => view! { <span class="absence__proposal num">{proposed}</span> }.into_any(),
            }}
        </li>
    }
}
