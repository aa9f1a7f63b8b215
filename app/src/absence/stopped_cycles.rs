//! Cycles of care that an absence or a closure has stopped: who is called first, so that they go on.

use app_domain::agenda::Displacement;
use app_domain::calls::{Stopped, StoppedCycle};
use leptos::prelude::*;

use super::text::text;
use super::visit_words::visit_name;
use crate::address::resume_path;
use crate::layout::{AfterPaint, sees_calls};
use crate::workspace::{Workspace, expect_workspace};

/// The cycles that one has stopped, in the order in which they resume.
pub(super) fn stopped_cycles(workspace: Workspace, by: Displacement) -> Memo<Vec<StoppedCycle>> {
    let painted = AfterPaint::expect();
    Memo::new(move |_| {
        if painted.has_come() {
            workspace.cycles_stopped_by(by)
        } else {
            Vec::new()
        }
    })
}

/// The patients in the order of the call list, each with the way to their call, and the way to the list of them.
#[component]
pub(super) fn StoppedCycles(
    /// What stopped them.
    by: Displacement,
    /// Them.
    cycles: Memo<Vec<StoppedCycle>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let sees = sees_calls(workspace);
    view! {
        <Show when=move || !cycles.read().is_empty()>
            <details class="absence__part" open>
                <summary>{move || (words().to_resume)(cycles.read().len())}</summary>
                <p class="absence__follows">{move || words().resume_order}</p>
                <ol class="absence__cycles">
                    <For
                        each=move || cycles.get()
                        key=|cycle| (cycle.patient, cycle.title.clone(), said_key(cycle))
                        children=move |cycle| view! { <Cycle cycle sees /> }
                    />
                </ol>
                <Show when=move || sees.get()>
                    <a class="button absence__call" href=resume_path(by)>
                        {move || words().call_to_resume}
                    </a>
                </Show>
            </details>
        </Show>
    }
}

/// What is said of a cycle depends on it.
fn said_key(cycle: &StoppedCycle) -> String {
    match cycle.how {
        Stopped::Displaced { start } => start.to_string(),
        Stopped::Suspended { since } => since.to_string(),
    }
}

/// One of them.
#[component]
fn Cycle(cycle: StoppedCycle, sees: Memo<bool>) -> impl IntoView {
    let workspace = expect_workspace();
    let name = visit_name(workspace, cycle.patient);
    let (how, title) = (cycle.how, cycle.title);
    let about = move || {
        let words = text(workspace.language().get());
        let how = match how {
            Stopped::Displaced { start } => (words.visit_lost)(&words.common.moment_with_month(start)),
            Stopped::Suspended { since } => (words.suspended_since)(&words.common.day_short(since)),
        };
        let parts = [title.clone(), how];
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    };
    let path = format!("/chiamate/{}", cycle.patient);
    let content = move || {
        view! {
            <b class="absence__name">{name}</b>
            <small>{about.clone()}</small>
        }
    };
    view! {
        <li>
            {move || {
                let content = content.clone();
                if sees.get() {
                    view! { <a class="absence__cycle" href=path.clone()>{content()}</a> }.into_any()
                } else {
                    view! { <span class="absence__cycle">{content()}</span> }.into_any()
                }
            }}
        </li>
    }
}
