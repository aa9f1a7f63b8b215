//! Why a patient is on the call list.

use app_domain::calls::{Reason, why};
use app_domain::id::PatientId;
use leptos::prelude::*;

use super::text::text;
use crate::workspace::expect_workspace;

/// The reasons to call a patient, then those that are held for now.
#[component]
pub(super) fn SheetCalls(
    /// Whom.
    patient: PatientId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let status = workspace.call_status(patient);
    let title =
        move |reason: &Reason| why::reason_title(reason, workspace.now().get(), workspace.language().get());
    let lines = move || {
        let status = status.read();
        let status = status.as_ref()?;
        let listed = status
            .listed
            .iter()
            .map(|reason| view! { <li class="sheet__line">{title(reason)}</li> }.into_any());
        let held = status.excluded.iter().map(|held| {
            view! {
                <li class="sheet__line sheet__line--held">
                    {title(&held.reason)}
                    <small>{words().held}</small>
                </li>
            }
            .into_any()
        });
        let lines: Vec<_> = listed.chain(held).collect();
        (!lines.is_empty()).then(|| view! { <ul class="sheet__list">{lines}</ul> })
    };
    view! {
        <section class="sheet__part" aria-labelledby="sheet-calls">
            <h3 id="sheet-calls" class="sheet__heading">{move || words().why}</h3>
            {move || match lines() {
                Some(lines) => lines.into_any(),
                None => view! { <p class="sheet__none">{words().no_reason}</p> }.into_any(),
            }}
        </section>
    }
}
