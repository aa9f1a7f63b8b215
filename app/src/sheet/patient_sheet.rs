//! The window of a patient.

use app_domain::id::PatientId;
use app_domain::patient::Patient;
use app_sync::client::Link;
use app_sync::search::SearchRequest;
use leptos::prelude::*;

use super::found_patient::FoundPatient;
use super::sheet_actions::SheetActions;
use super::sheet_calls::SheetCalls;
use super::sheet_payments::{SheetPayments, sees_books};
use super::sheet_recalls::SheetRecalls;
use super::sheet_risk::SheetRisk;
use super::sheet_statement::SheetStatement;
use super::sheet_visits::SheetVisits;
use super::text::text;
use crate::layout::sees_calls;
use crate::patient::{HeaderShape, PatientHeader, PatientRequests};
use crate::ui::{Dialog, EmptyState, LoadingState, OfflineState};
use crate::workspace::{Workspace, expect_workspace};

/// Who a patient is, how to reach them, what is booked and why they are to be called. Who is not among this device's rows
/// is asked of the server.
#[component]
pub(super) fn PatientSheet(
    /// Whose.
    patient: PatientId,
    /// Called when the window is to go.
    on_close: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let row = workspace.patient(patient);
    let is_here = Memo::new(move |_| row.read().is_some());
    let found = ask(workspace, patient, is_here);
    let sees_calls = sees_calls(workspace);
    let sees_books = sees_books(workspace);
    // Whether the form of a payment is open: it is asked for before who is not here is brought, too.
    let paying = RwSignal::new(false);
    let may_mark_risk = workspace.may_mark_risk();
    let words = move || text(workspace.language().get());
    let common = move || crate::text::text(workspace.language().get());
    view! {
        <Dialog
            title=Signal::derive(move || words().title.to_owned())
            close_label=Signal::derive(move || common().close.to_owned())
            on_close
        >
            <Show when=move || is_here.get() fallback=move || view! { <Elsewhere found paying sees_books /> }>
                <PatientHeader patient shape=HeaderShape::Full />
                <SheetActions patient />
                <PatientRequests patient />
                <Show when=move || sees_calls.get()>
                    <SheetCalls patient />
                    <SheetRecalls patient />
                </Show>
                <Show when=move || may_mark_risk.get()>
                    <SheetRisk patient />
                </Show>
                <SheetVisits patient />
                <Show when=move || sees_books.get()>
                    <SheetPayments patient is_open=paying />
                    <SheetStatement patient />
                </Show>
            </Show>
        </Dialog>
    }
}

/// What the server has said of the patient; `None` before.
type Found = RwSignal<Option<Option<Patient>>>;

/// Asks the server, as soon as it can be asked, for somebody who is not here.
fn ask(workspace: Workspace, patient: PatientId, is_here: Memo<bool>) -> Found {
    let found = Found::new(None);
    let (link, searched) = (workspace.link(), workspace.searched());
    let asked = SearchRequest::Patient(patient);
    let question = asked.clone();
    Effect::new(move || {
        if link.get() == Link::Live && !is_here.get() && found.with_untracked(Option::is_none) {
            workspace.search(question.clone());
        }
    });
    Effect::new(move || {
        if let Some(searched) = searched.get().filter(|searched| searched.asked == asked) {
            found.set(searched.answer.map(|answer| answer.patients.into_iter().next()));
        }
    });
    found
}

/// Somebody who is not among this device's rows.
#[component]
fn Elsewhere(
    /// What the server has said.
    found: Found,
    /// Whether the form of a payment is open.
    paying: RwSignal<bool>,
    /// Whether the viewer's role sees single payments.
    sees_books: Memo<bool>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let link = workspace.link();
    let say = move |pick: fn(&super::text::Text) -> &'static str| {
        Signal::derive(move || pick(text(workspace.language().get())).to_owned())
    };
    move || match found.get() {
        Some(Some(row)) => {
            let patient = row.id;
            view! {
                <FoundPatient row paying />
                <Show when=move || sees_books.get()>
                    <SheetStatement patient />
                </Show>
            }
            .into_any()
        }
        Some(None) => {
            view! { <EmptyState title=say(|words| words.nobody) text=say(|words| words.nobody_text) /> }
                .into_any()
        }
        None if link.get() == Link::Live => {
            view! { <LoadingState title=say(|words| words.asking) /> }.into_any()
        }
        None => {
            view! { <OfflineState title=say(|words| words.not_here) text=say(|words| words.not_here_text) /> }
                .into_any()
        }
    }
}
