//! Says that the outcomes below correct a call of today.

use std::collections::BTreeSet;

use app_domain::calls::{OutcomeOf, Topic};
use leptos::prelude::*;

use super::draft::Draft;
use super::earlier_attempts::{differing, sentence};
use super::text::text;
use crate::ui::{Button, Chip, Glyph, Icon};
use crate::workspace::expect_workspace;

/// Which call is being corrected, and the way out.
#[component]
pub(super) fn CorrectingNotice(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let attempts = workspace.attempts_of(draft.patient);
    let said = Memo::new(move |_| {
        let id = draft.correcting.get()?;
        let attempts = attempts.read();
        let attempt = attempts.iter().find(|attempt| attempt.id == id)?;
        Some(sentence(attempt, workspace))
    });
    let outcomes = Memo::new(move |_| {
        let id = draft.correcting.get()?;
        let attempts = attempts.read();
        let attempt = attempts.iter().find(|attempt| attempt.id == id)?;
        Some(attempt.outcomes.clone())
    });
    let give_up = move |_| {
        draft.correcting.set(None);
        draft.not_corrected.update(BTreeSet::clear);
        draft.panel.set(None);
    };
    view! {
        <Show when=move || said.read().is_some()>
            <div class="call-notice" role="status">
                <Icon glyph=Glyph::Warning />
                <p>{move || (words().correcting)(&said.get().unwrap_or_default())}</p>
                <CorrectedTopics draft outcomes />
                <Button on:click=give_up>{move || crate::text::text(workspace.language().get()).cancel}</Button>
            </div>
        </Show>
    }
}

/// What is corrected, where things came out differently in one call: one or more of them.
#[component]
fn CorrectedTopics(draft: Draft, outcomes: Memo<Option<Vec<OutcomeOf>>>) -> impl IntoView {
    let workspace = expect_workspace();
    let language = workspace.language();
    let words = move || &text(language.get()).card;
    let topics = Memo::new(move |_| outcomes.read().as_deref().map_or_else(Vec::new, differing));
    let one = move |topic: Topic| {
        let pressed = Signal::derive(move || !draft.not_corrected.read().contains(&topic));
        let toggle = move |_| {
            // Of nothing there is nothing to correct: the last one stays.
            let may_leave = draft.not_corrected.read_untracked().len() + 1 < topics.read_untracked().len();
            draft.not_corrected.update(|left| {
                if !left.remove(&topic) && may_leave {
                    left.insert(topic);
                }
            });
        };
        view! {
            <Chip pressed on:click=toggle>
                {move || (crate::outbox::text::text(language.get()).topic)(topic)}
            </Chip>
        }
    };
    view! {
        <Show when=move || topics.with(|topics| topics.len() > 1)>
            <div class="call-said__list" role="group" aria-label=move || words().corrected_of>
                <For each=move || topics.get() key=|topic| *topic children=one />
            </div>
        </Show>
    }
}
