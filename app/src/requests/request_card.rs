//! A request on the board.

use app_domain::id::RequestId;
use app_domain::policy::may_carry_request;
use app_domain::rows::Key;
use leptos::prelude::*;

use super::hand_over::HandOver;
use super::other_hour::OtherHour;
use super::request_actions::{Opened, RequestActions};
use super::request_facts::RequestFacts;
use super::solve_form::{ReopenForm, SolveForm};
use crate::outbox::RowStanding;
use crate::patient::{name_for, shown_name};
use crate::sheet::sheet_path;
use crate::workspace::expect_workspace;

/// A request: by when, of whom, what, who has it, and what can be done now.
#[component]
pub(super) fn RequestCard(
    /// Which.
    id: RequestId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let requests = workspace.requests();
    let request = Memo::new(move |_| requests.read().iter().find(|one| one.id == id).cloned());
    let opened = RwSignal::new(None::<Opened>);
    let may = Memo::new(move |_| {
        let request = request.read();
        let (Some(actor), Some(request)) = (workspace.actor(), request.as_ref()) else {
            return false;
        };
        workspace.read(|rows| may_carry_request(&actor, request, rows))
    });
    let is_late = move || {
        let now = workspace.now().get().instant;
        request
            .read()
            .as_ref()
            .is_some_and(|request| request.is_late(now))
    };
    let is_solved = move || request.read().as_ref().is_some_and(|request| !request.is_open());
    let hour = move || {
        let common = crate::text::text(workspace.language().get());
        request.read().as_ref().map(|request| {
            if request.due.date() == workspace.today().get() {
                common.clock(request.due.time())
            } else {
                common.moment(request.due)
            }
        })
    };
    let name = Memo::new(move |_| {
        let names = name_for(workspace.names_hidden().get());
        let patient = request.read().as_ref()?.patient;
        workspace
            .patient(patient)
            .get()
            .map(|row| (patient, shown_name(&row, names)))
    });
    let who = move || {
        name.get()
            .map(|(patient, name)| view! { <a class="request__who" href=sheet_path("/richieste", patient)>{name}</a> })
    };
    let done = move || opened.set(None);
    let panel = move || {
        let request = request.get()?;
        Some(match opened.get()? {
            Opened::Solve => view! { <SolveForm id on_done=move |()| done() /> }.into_any(),
            Opened::HandOver => {
                view! { <HandOver id owner=request.owner() on_done=move |()| done() /> }.into_any()
            }
            Opened::OtherHour => {
                view! { <OtherHour id due=request.due on_done=move |()| done() /> }.into_any()
            }
            Opened::Reopen => view! { <ReopenForm id on_done=move |()| done() /> }.into_any(),
        })
    };
    view! {
        <li
            class="request"
            data-late=move || is_late().to_string()
            data-solved=move || is_solved().to_string()
        >
            <div class="request__head">
                <b class="request__hour num">{hour}</b>
                {who}
                <RowStanding key=Key::Request(id) />
            </div>
            <RequestFacts request />
            <RequestActions request may opened />
            {panel}
        </li>
    }
}
