//! An absence or a closure that is known.

use app_domain::agenda::Cause;
use app_domain::rows::Key;
use leptos::prelude::*;

use super::act::{Act, After};
use super::displaced_visits::DisplacedVisits;
use super::draft::Away;
use super::stopped_cycles::{StoppedCycles, stopped_cycles};
use super::text::text;
use super::who::Who;
use crate::outbox::RowStanding;
use crate::placing::NewPlaces;
use crate::ui::{Button, expect_toasts};
use crate::workspace::expect_workspace;

/// One of them: what, when, why; which visits still wait because of it and where they could go; which cycles resume.
#[component]
pub(super) fn KnownRow(
    /// Which.
    away: Away,
    /// Of whom this person may say it.
    whom: Memo<Vec<Who>>,
    /// Where displaced visits could go.
    places: NewPlaces,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act {
        workspace,
        toasts: expect_toasts(),
    };
    let words = move || text(workspace.language().get());
    let by = away.cause().displacement();
    let cycles = stopped_cycles(workspace, by);
    let (key, of, reason) = match away.cause() {
        Cause::Absence(absence) => (
            Key::Absence(absence.id),
            Who::Clinician(absence.clinician),
            absence.reason.clone(),
        ),
        Cause::Closure(closure) => (Key::Closure(closure.id), Who::Practice, String::new()),
    };
    let away = StoredValue::new(away);
    let title = move || away.with_value(|away| workspace.read(|rows| words().title_of(away, rows)));
    let when = move || away.with_value(|away| words().when(away));
    let take_back = move |_| away.with_value(|away| act.take_back(away, After::Undo));
    let may = move || whom.read().contains(&of);
    let label = move || (words().remove_it)(&format!("{}, {}", title(), when()));
    view! {
        <li class="absence__one">
            <div class="absence__entry">
                <b>{title}</b>
                <span class="num">{when}</span>
                <span class="absence__why">{reason}</span>
                <RowStanding key />
                <Show when=may>
                    <Button attr:aria-label=label on:click=take_back>{move || words().remove}</Button>
                </Show>
            </div>
            <DisplacedVisits by places />
            <StoppedCycles by cycles />
        </li>
    }
}
