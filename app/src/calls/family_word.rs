//! What may be said to somebody else who answers.

use app_domain::calls::{Attempt, Outcome};
use app_domain::id::PatientId;
use leptos::prelude::*;

use super::text::text;
use crate::workspace::expect_workspace;

/// In sight where somebody else is likely to be on the telephone: the patient is a minor or another pays, or a family
/// member has answered today.
#[component]
pub(super) fn FamilyWord(
    /// Whose card.
    patient: PatientId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let row = workspace.patient(patient);
    let attempts = workspace.attempts_of(patient);
    let is_due = Memo::new(move |_| {
        let today = workspace.today().get();
        let has_another = row
            .read()
            .as_ref()
            .is_some_and(|row| row.is_minor_on(today) || row.payer.is_some_and(|payer| payer != row.id));
        let has_answered = |attempt: &Attempt| {
            let mut outcomes = attempt.outcomes.iter();
            attempt.at.civil().date() == today && outcomes.any(|about| about.outcome == Outcome::Family)
        };
        has_another || attempts.read().iter().any(has_answered)
    });
    view! {
        <Show when=move || is_due.get()>
            <p class="call-card__note call-card__family">
                {move || text(workspace.language().get()).card.discretion}
            </p>
        </Show>
    }
}
