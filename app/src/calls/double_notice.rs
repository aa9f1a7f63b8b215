//! Two people have called the patient today, neither knowing of the other.

use app_domain::id::PatientId;
use app_domain::time::Now;
use leptos::prelude::*;

use super::text::text;
use crate::workspace::expect_workspace;

/// Who called and when, where a call of today is double.
#[component]
pub(super) fn DoubleNotice(
    /// Whose card.
    patient: PatientId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let attempts = workspace.attempts_of(patient);
    let calls = Memo::new(move |_| {
        let (today, language) = (workspace.today().get(), workspace.language().get());
        let attempts = attempts.read();
        let double = attempts
            .iter()
            .rev()
            .filter(|attempt| attempt.double && Now::at(attempt.at).today() == today);
        let call = |attempt: &app_domain::calls::Attempt| {
            let hour = crate::text::text(language).clock(attempt.at.civil().time());
            let who = attempt.by.and_then(|by| workspace.member(by).get());
            who.map_or_else(|| hour.clone(), |who| format!("{} {hour}", who.name))
        };
        double.map(call).collect::<Vec<_>>().join(", ")
    });
    view! {
        <Show when=move || !calls.read().is_empty()>
            <p class="call-card__double" role="status">
                {move || (text(workspace.language().get()).card.double_notice)(&calls.read())}
            </p>
        </Show>
    }
}
