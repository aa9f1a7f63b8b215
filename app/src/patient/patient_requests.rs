//! What a patient still waits for.

use app_domain::id::{MemberId, PatientId, RequestId};
use app_domain::requests::Request;
use jiff::civil::DateTime;
use leptos::prelude::*;

use super::text::text;
use crate::workspace::expect_workspace;

/// The open requests of a patient, the hour that comes first first; nothing where there is none.
#[component]
pub fn PatientRequests(
    /// Whose.
    patient: PatientId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let requests = workspace.requests();
    let open = Memo::new(move |_| {
        let is_open = |request: &&Request| request.patient == patient && request.is_open();
        requests
            .read()
            .iter()
            .filter(is_open)
            .cloned()
            .collect::<Vec<_>>()
    });
    let line = move |request: Request| {
        let (due, owner, asked) = (request.due, request.owner(), request.words.clone());
        let is_late = move || request.is_late(workspace.now().get().instant).to_string();
        let who = move || owner.map_or_else(|| words().nobodys.to_owned(), |owner| workspace.name_of(owner));
        let by_when = move || crate::text::text(workspace.language().get()).moment(due);
        view! {
            <li class="waits" data-late=is_late>
                <b class="num">{by_when}</b>
                <span>{asked}</span>
                <small>{who}</small>
            </li>
        }
    };
    view! {
        <Show when=move || !open.read().is_empty()>
            <section class="waits__part" aria-label=move || words().requests>
                <a class="waits__title" href="/richieste">{move || words().requests}</a>
                <ul>
                    <For each=move || open.get() key=key children=line />
                </ul>
            </section>
        </Show>
    }
}

/// What a line shows of a request.
fn key(request: &Request) -> (RequestId, DateTime, Option<MemberId>) {
    (request.id, request.due, request.owner())
}
