//! Absences and closures from today on.

use app_domain::agenda::{Appointment, Cause, Displacement};
use app_domain::rows::Key;
use leptos::prelude::*;

use super::act::{Act, After};
use super::draft::Away;
use super::text::text;
use super::who::Who;
use crate::outbox::RowStanding;
use crate::ui::{Button, expect_toasts};
use crate::workspace::{Workspace, expect_workspace};

/// Absences and closures that are not over, each with a way to take it back for whoever may.
#[component]
pub(super) fn KnownList(
    /// Of whom this person may say it.
    whom: Memo<Vec<Who>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let known = known(workspace);
    view! {
        <section class="absence__known" aria-labelledby="absence-known">
            <h2 id="absence-known" class="absence__title">{move || words().known}</h2>
            <Show when=move || known.read().is_empty()>
                <p class="absence__follows">{move || words().none_known}</p>
            </Show>
            <ul class="absence__entries">
                <For
                    each=move || known.get()
                    key=|away| away.cause().displacement()
                    children=move |away| view! { <KnownRow away whom /> }
                />
            </ul>
        </section>
    }
}

fn known(workspace: Workspace) -> Memo<Vec<Away>> {
    let (absences, closures, today) = (workspace.absences(), workspace.closures(), workspace.today());
    Memo::new(move |_| {
        let today = today.get();
        let absences = absences.get().into_iter().map(Away::Absence);
        let closures = closures.get().into_iter().map(Away::Closure);
        let mut known: Vec<Away> = absences
            .chain(closures)
            .filter(|away| away.end().date() > today || away.end() > workspace.now().get_untracked().civil)
            .collect();
        known.sort_by_key(|away| (away.start(), away.end()));
        known
    })
}

/// One of them: what, when, why, how many visits still wait because of it.
#[component]
fn KnownRow(away: Away, whom: Memo<Vec<Who>>) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act {
        workspace,
        toasts: expect_toasts(),
    };
    let words = move || text(workspace.language().get());
    let by = away.cause().displacement();
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
    let parked = workspace.parked();
    let waiting = move || Some(still_waiting(&parked.read(), by)).filter(|count| *count > 0);
    let take_back = move |_| away.with_value(|away| act.take_back(away, After::Undo));
    let may = move || whom.read().contains(&of);
    let label = move || (words().remove_it)(&format!("{}, {}", title(), when()));
    view! {
        <li class="absence__entry">
            <b>{title}</b>
            <span class="num">{when}</span>
            <span class="absence__why">{reason}</span>
            <span class="absence__waiting">{move || waiting().map(words().still_waiting)}</span>
            <RowStanding key />
            <Show when=may>
                <Button attr:aria-label=label on:click=take_back>{move || words().remove}</Button>
            </Show>
        </li>
    }
}

fn still_waiting(parked: &[Appointment], by: Displacement) -> usize {
    let by_it = |visit: &&Appointment| visit.displaced == Some(by);
    parked.iter().filter(by_it).count()
}
