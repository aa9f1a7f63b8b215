//! The recalls of a patient: hygiene, and the checks for which the practice recalls.

use app_domain::calls::{RecallStanding, RecallType};
use app_domain::id::PatientId;
use leptos::prelude::*;

use super::sheet_recall::SheetRecall;
use super::text::text;
use crate::workspace::expect_workspace;

/// The recall whose form is open, with what was seen when it was opened; nothing while all are shut.
pub(super) type Editing = RwSignal<Option<(Option<RecallType>, RecallStanding)>>;

/// Hygiene and each check that the patient is recalled for; the checks that the patient has none of are folded away, since
/// what was done elsewhere is recalled for too.
#[component]
pub(super) fn SheetRecalls(
    /// Whose.
    patient: PatientId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let editing: Editing = RwSignal::new(None);
    let standings = RecallType::ALL.map(|check| (check, workspace.recall_of(patient, Some(check))));
    let some = move |recalled: bool| {
        let checks = standings.iter().filter(|(_, standing)| {
            let standing = standing.read();
            standing
                .as_ref()
                .is_some_and(|standing| standing.is_recalled() == recalled)
        });
        checks.map(|(check, _)| *check).collect::<Vec<_>>()
    };
    let (recalled, others) = (Memo::new(move |_| some(true)), Memo::new(move |_| some(false)));
    let part = move |check| view! { <SheetRecall patient check=Some(check) editing /> };
    view! {
        <SheetRecall patient check=None editing />
        <For each=move || recalled.get() key=|check| *check children=part />
        <Show when=move || !others.read().is_empty()>
            <details class="sheet__folded">
                <summary>{move || text(workspace.language().get()).recall.others}</summary>
                <For each=move || others.get() key=|check| *check children=part />
            </details>
        </Show>
    }
}
