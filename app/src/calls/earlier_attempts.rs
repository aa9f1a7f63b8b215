//! The last attempts to reach a patient.

use app_domain::calls::{Attempt, Outcome, OutcomeOf, Topic, why};
use app_domain::language::Language;
use leptos::prelude::*;

use super::draft::Draft;
use super::latest_attempts::LatestAttempts;
use super::text::text;
use crate::outbox::outcome_words::outcome_words;
use crate::ui::{Button, ButtonLook};
use crate::workspace::{Workspace, expect_workspace};

/// How many attempts are shown.
const SHOWN: usize = 5;

/// The last attempts to reach a patient, newest first: the latest in a line each; more of them, and what goes with each,
/// folded away until somebody asks.
#[component]
pub(super) fn EarlierAttempts(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let attempts = workspace.attempts_of(draft.patient);
    let shown = Memo::new(move |_| attempts.read().iter().take(SHOWN).cloned().collect::<Vec<_>>());
    let line = move |attempt: Attempt| {
        let when = attempt.at.civil();
        let id = attempt.id;
        // What is added to a call shows at once.
        let present = Memo::new(move |_| attempts.read().iter().find(|attempt| attempt.id == id).cloned());
        let what = move || {
            present
                .read()
                .as_ref()
                .map(|attempt| sentence(attempt, workspace))
        };
        let added = move || {
            let lines = present
                .read()
                .as_ref()
                .map_or_else(Vec::new, |attempt| addenda(attempt, workspace));
            lines
                .into_iter()
                .map(|line| view! { <p class="call-attempt__added">{line}</p> })
                .collect_view()
        };
        let is_mine = move || {
            let me = workspace.actor().map(|actor| actor.member);
            let day = workspace.today().get();
            present.read().as_ref().is_some_and(|attempt| {
                attempt.by.is_some() && attempt.by == me && attempt.at.civil().date() == day
            })
        };
        let correct = move |_| {
            draft.panel.set(None);
            let of_call = |attempt: &Attempt| differing(&attempt.outcomes);
            let differing = present.with_untracked(|attempt| attempt.as_ref().map(of_call));
            // One thing at a time where things came out differently: the others were no slip.
            draft
                .not_corrected
                .set(differing.unwrap_or_default().into_iter().skip(1).collect());
            draft.correcting.set(Some(id));
        };
        view! {
            <li class="call-attempt">
                <span class="call-attempt__when num">
                    {move || crate::text::text(workspace.language().get()).moment_with_month(when)}
                </span>
                <div>
                    <span>{what}</span>
                    {added}
                    <Show when=is_mine>
                        <Button look=ButtonLook::Quiet on:click=correct>
                            {move || words().correct}
                        </Button>
                    </Show>
                </div>
            </li>
        }
    };
    view! {
        <div class="call-past">
        <LatestAttempts attempts />
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
        </div>
    }
}

/// What can be corrected by itself, where things came out differently; a visit is called off on the agenda.
pub(super) fn differing(outcomes: &[OutcomeOf]) -> Vec<Topic> {
    let is_same = |about: &OutcomeOf| {
        outcomes
            .first()
            .is_some_and(|first| first.outcome.kind() == about.outcome.kind())
    };
    if outcomes.iter().all(is_same) {
        return Vec::new();
    }
    let is_visit = |about: &&OutcomeOf| matches!(about.outcome, Outcome::Booked { .. });
    let others = outcomes.iter().filter(|about| !is_visit(about));
    others.map(|about| about.topic).collect()
}

/// "Igiene: non risponde · Saldo: non risponde (Marta)".
pub(super) fn sentence(attempt: &Attempt, workspace: Workspace) -> String {
    let language = workspace.language().get();
    let outcomes: Vec<String> = attempt
        .outcomes
        .iter()
        .map(|about| said(about, language))
        .collect();
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

/// "Igiene: non risponde".
pub(super) fn said(about: &OutcomeOf, language: Language) -> String {
    let topic = crate::outbox::text::text(language).topic;
    format!(
        "{}: {}",
        topic(about.topic),
        outcome_words(&about.outcome, language)
    )
}

/// What was added to a call: the question and the answer, from hand to hand, what was corrected.
fn addenda(attempt: &Attempt, workspace: Workspace) -> Vec<String> {
    let language = workspace.language().get();
    let words = &text(language).card;
    let name = |id| workspace.name_of(id);
    let mut lines = Vec::new();
    if !attempt.question.is_empty() {
        lines.push((words.asked)(&attempt.question));
    }
    if let Some(answer) = &attempt.answer {
        let advice = why::advice(answer.advice, language);
        lines.push((words.answered)(&name(answer.by), advice, &answer.words));
    }
    if let Some(delay) = &attempt.delay {
        lines.push((words.delay_decided[usize::from(!delay.granted)])(
            &name(delay.by),
            &delay.words,
        ));
    } else if attempt.asks_delay().is_some() {
        lines.push(words.delay_waits.to_owned());
    }
    for hand_off in &attempt.hand_offs {
        let from = hand_off.from.map(name).unwrap_or_default();
        lines.push((words.handed)(&from, &name(hand_off.to), &hand_off.word));
    }
    let settlement = crate::outbox::text::text(language).addenda.settlement;
    for settling in &attempt.settled {
        lines.push((words.settled)(
            &name(settling.by),
            settlement(settling.settlement),
            &settling.words,
        ));
    }
    for before in &attempt.corrected {
        let was = Attempt {
            outcomes: before.outcomes.clone(),
            ..attempt.clone()
        };
        lines.push((words.was_written)(&sentence(&was, workspace), &name(before.by)));
    }
    lines
}
