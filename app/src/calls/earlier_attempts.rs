//! The last attempts to reach a patient.

use app_domain::calls::{Attempt, OutcomeOf};
use app_domain::id::PatientId;
use leptos::prelude::*;

use super::text::text;
use crate::outbox::outcome_words::outcome_words;
use crate::workspace::{Workspace, expect_workspace};

/// How many attempts are shown.
const SHOWN: usize = 5;

/// The last attempts to reach a patient, newest first, folded away until somebody asks.
#[component]
pub(super) fn EarlierAttempts(
    /// Whose.
    patient: PatientId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let attempts = workspace.attempts_of(patient);
    let shown = Memo::new(move |_| attempts.read().iter().take(SHOWN).cloned().collect::<Vec<_>>());
    let line = move |attempt: Attempt| {
        let when = attempt.at.civil();
        let what = {
            let attempt = attempt.clone();
            move || sentence(&attempt, workspace)
        };
        view! {
            <li class="call-attempt">
                <span class="call-attempt__when num">
                    {move || crate::text::text(workspace.language().get()).moment_with_month(when)}
                </span>
                <span>{what}</span>
            </li>
        }
    };
    view! {
        <details class="call-earlier">
            <summary>
                {move || words().earlier}
                " "
                <span class="num">{move || attempts.read().len()}</span>
            </summary>
            <Show
                when=move || !shown.read().is_empty()
                fallback=move || view! { <p class="call-card__note">{move || words().no_attempts}</p> }
            >
                <ul>
                    <For each=move || shown.get() key=|attempt| attempt.id children=line />
                </ul>
            </Show>
        </details>
    }
}

/// "Igiene: non risponde · Saldo: non risponde (Marta)".
fn sentence(attempt: &Attempt, workspace: Workspace) -> String {
    let language = workspace.language().get();
    let topic = crate::outbox::text::text(language).topic;
    let one = |about: &OutcomeOf| {
        format!(
            "{}: {}",
            topic(about.topic),
            outcome_words(&about.outcome, language)
        )
    };
    let outcomes: Vec<String> = attempt.outcomes.iter().map(one).collect();
    let member = attempt
        .by
        .and_then(|by| workspace.member(by).get())
        .map(|member| member.name);
    let by = member
        .or_else(|| attempt.by_name.clone())
        .or_else(|| attempt.imported.then(|| text(language).card.imported.to_owned()));
    let by = by.map(|by| format!(" ({by})")).unwrap_or_default();
    let double = attempt
        .double
        .then(|| format!(" · {}", text(language).card.double));
    format!("{}{by}{}", outcomes.join(" · "), double.unwrap_or_default())
}
