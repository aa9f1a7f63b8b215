//! The latest attempts to reach a patient, a line each, in sight without a tap.

use app_domain::calls::Attempt;
use leptos::prelude::*;

use super::earlier_attempts::sentence;
use super::text::text;
use crate::workspace::expect_workspace;

/// How many are in sight.
const IN_SIGHT: usize = 3;

/// The latest attempts, newest first. What goes with each of them is behind the fold below.
#[component]
pub(super) fn LatestAttempts(
    /// All of them, newest first.
    attempts: Memo<Vec<Attempt>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let lines = Memo::new(move |_| {
        let common = crate::text::text(workspace.language().get());
        let line = |attempt: &Attempt| {
            let when = common.moment_with_month(attempt.at.civil());
            (attempt.id, when, sentence(attempt, workspace))
        };
        let attempts = attempts.read();
        attempts.iter().take(IN_SIGHT).map(line).collect::<Vec<_>>()
    });
    let line = move |(_, when, what): (_, String, String)| {
        view! {
            <li class="call-latest__one">
                <span class="call-latest__when num">{when}</span>
                " "
                <span>{what}</span>
            </li>
        }
    };
    view! {
        <Show when=move || !lines.read().is_empty()>
            <ul class="call-latest" aria-label=move || text(workspace.language().get()).card.reach.latest>
                <For each=move || lines.get() key=Clone::clone children=line />
            </ul>
        </Show>
    }
}
