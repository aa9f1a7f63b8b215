//! What can be done for a patient from the sheet.

use app_domain::id::PatientId;
use app_domain::policy::may_record_calls;
use leptos::prelude::*;

use super::book_link::BookLink;
use super::text::text;
use crate::layout::sees_calls;
use crate::requests::request_path;
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// What can be done for a patient: every action on the sheet stands here, one link or button each.
#[component]
pub(super) fn SheetActions(
    /// For whom.
    patient: PatientId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let sees_calls = sees_calls(workspace);
    let viewer = workspace.viewer();
    let row = workspace.patient(patient);
    // Whom this device does not hold asks nothing here yet: a booking brings them.
    let carries = Memo::new(move |_| {
        row.read().is_some()
            && viewer
                .read()
                .as_ref()
                .is_some_and(|who| may_record_calls(who.role))
    });
    let status = workspace.call_status(patient);
    let has_reasons = Memo::new(move |_| {
        sees_calls.get()
            && status
                .read()
                .as_ref()
                .is_some_and(|status| !status.listed.is_empty() || !status.excluded.is_empty())
    });
    view! {
        <div class="sheet__actions">
            <BookLink patient />
            <Show when=move || carries.get()>
                <a class="button" href=request_path(patient)>
                    <Icon glyph=Glyph::Message />
                    {move || text(workspace.language().get()).request}
                </a>
            </Show>
            <Show when=move || has_reasons.get()>
                <a class="button button--main" href=format!("/chiamate/{patient}")>
                    <Icon glyph=Glyph::Phone />
                    {move || text(workspace.language().get()).to_call}
                </a>
            </Show>
        </div>
    }
}
