//! Patients who do not want to go on: their clinician is told (`domain.md`, "Outcome of a call").

use app_domain::calls::{Attempt, ReasonKind, Settlement, Topic};
use app_domain::command::Command;
use app_domain::policy::may_settle_attempt;
use app_domain::role::Role;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::question_card::whose;
use super::text::text;
use crate::heed::heed;
use crate::sheet::sheet_path;
use crate::ui::{Button, ButtonLook};
use crate::workspace::{Workspace, expect_workspace};

/// Those of the clinician who looks, the newest first, each until it was seen.
#[component]
pub(super) fn Declined() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let declined = declined(workspace);
    view! {
        <Show when=move || !declined.read().is_empty()>
            <section class="questions__part" aria-labelledby="questions-declined">
                <h2 id="questions-declined" class="questions__title">
                    {move || words().declined}
                    " "
                    <span class="num">{move || declined.read().len()}</span>
                </h2>
                <p class="questions__note">{move || words().declined_note}</p>
                <ul class="questions__list">
                    <For
                        each=move || declined.get()
                        key=|call| call.id
                        children=move |call| view! { <DeclinedCard call /> }
                    />
                </ul>
            </section>
        </Show>
    }
}

/// One patient: about what, since when, who wrote it down.
#[component]
fn DeclinedCard(call: Attempt) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let name = whose(workspace, &call);
    let topics: Vec<Topic> = call.declined().collect();
    let at_risk = topics.contains(&Topic::Reason(ReasonKind::ClinicalRisk));
    let (id, at, by) = (call.id, call.at.civil(), call.by);
    let line = move || {
        let language = workspace.language().get();
        let topic = crate::outbox::text::text(language).topic;
        let about: Vec<&str> = topics.iter().map(|one| topic(*one)).collect();
        let who = by.map(|by| workspace.name_of(by)).unwrap_or_default();
        (words().said_to)(
            &about.join(", "),
            &who,
            &crate::text::text(language).moment_with_month(at),
        )
    };
    let may_see = workspace.actor().is_some_and(|actor| {
        workspace.read(|rows| may_settle_attempt(&actor, &call, Settlement::Seen, rows))
    });
    let see = move |_| {
        workspace.act(Command::SettleCall {
            attempt: id,
            was: None,
            settlement: Settlement::Seen,
            words: String::new(),
        });
    };
    view! {
        <li class="question" class:question--risk=at_risk>
            <div class="question__head">
                <a class="question__who" href=sheet_path("/domande", call.patient)>{move || name.get()}</a>
                {may_see.then(|| {
                    view! { <Button look=ButtonLook::Plain on:click=see>{move || words().seen}</Button> }
                })}
            </div>
            <p class="question__line">{line}</p>
            {at_risk.then(|| view! { <p class="question__line">{move || words().risk_stays}</p> })}
        </li>
    }
}

/// The calls that tell this clinician; where nobody is named who signs in here, every dentist.
fn declined(workspace: Workspace) -> Memo<Vec<Attempt>> {
    let calls = workspace.declining_calls();
    let viewer = workspace.viewer();
    Memo::new(move |_| {
        heed(viewer);
        let Some(actor) = workspace.actor() else {
            return Vec::new();
        };
        let is_told = |call: &Attempt| {
            workspace.read(|rows| {
                let Some(patient) = rows.patient(call.patient) else {
                    return false;
                };
                let mut told = call.told(patient, rows.care(call.patient), rows.risk_marks(call.patient));
                told.retain(|clinician| rows.members().any(|member| member.clinician == Some(*clinician)));
                match actor.clinician {
                    Some(me) if told.contains(&me) => true,
                    _ => told.is_empty() && actor.role == Role::Dentist,
                }
            })
        };
        let mut told: Vec<Attempt> = calls
            .read()
            .iter()
            .filter(|call| is_told(call))
            .cloned()
            .collect();
        told.sort_by_key(|call| std::cmp::Reverse((call.at, call.id)));
        told
    })
}
