//! The way from a patient to a new visit.

use app_domain::id::PatientId;
use app_domain::policy::works_with_agenda;
use app_sync::search::SearchRequest;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::text::text;
use crate::agenda::booking_path;
use crate::ui::{Button, Glyph, Icon};
use crate::workspace::expect_workspace;

/// Leads to a new visit of the patient, for who works with the agenda. Whom this device does not hold is brought first.
#[component]
pub(super) fn BookLink(
    /// For whom.
    patient: PatientId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let viewer = workspace.viewer();
    let may = move || {
        viewer
            .read()
            .as_ref()
            .is_some_and(|viewer| works_with_agenda(viewer.role))
    };
    let row = workspace.patient(patient);
    let wanted = RwSignal::new(false);
    let goes = Memo::new(move |_| wanted.get() && row.read().is_some());
    let navigate = use_navigate();
    Effect::new(move || {
        if goes.get() {
            navigate(&booking_path(patient), NavigateOptions::default());
        }
    });
    let book = move |_| {
        if !workspace.is_here(patient) {
            workspace.search(SearchRequest::Bring(patient));
        }
        wanted.set(true);
    };
    view! {
        <Show when=may>
            <Button on:click=book>
                <Icon glyph=Glyph::Plus />
                {move || text(workspace.language().get()).book}
            </Button>
        </Show>
    }
}
