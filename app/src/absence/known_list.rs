//! Absences and closures from today on, and those that are over and still have left something to do.

use app_domain::agenda::{Appointment, Displacement};
use jiff::ToSpan;
use leptos::prelude::*;

use super::draft::Away;
use super::known_row::KnownRow;
use super::text::text;
use super::who::Who;
use crate::layout::AfterPaint;
use crate::placing::NewPlaces;
use crate::workspace::{Workspace, expect_workspace};

/// So many days after its end one is shown that has left something to do.
const DAYS_AFTER: i32 = 60;

/// Absences and closures that are not over, each with a way to take it back for whoever may; and below what is left of others.
#[component]
pub(super) fn KnownList(
    /// Of whom this person may say it.
    whom: Memo<Vec<Who>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let places = NewPlaces::of_parked();
    let known = known(workspace);
    let (coming, over) = (
        part(workspace, known, Part::Coming),
        part(workspace, known, Part::Over),
    );
    let row = move |away| view! { <KnownRow away whom places /> };
    view! {
        <section class="absence__known" aria-labelledby="absence-known">
            <h2 id="absence-known" class="absence__title">{move || words().known}</h2>
            <Show when=move || coming.read().is_empty()>
                <p class="absence__follows">{move || words().none_known}</p>
            </Show>
            <ul class="absence__entries">
                <For each=move || coming.get() key=|away| away.cause().displacement() children=row />
            </ul>
        </section>
        <Show when=move || !over.read().is_empty()>
            <section class="absence__known" aria-labelledby="absence-over">
                <h2 id="absence-over" class="absence__title">{move || words().over}</h2>
                <ul class="absence__entries">
                    <For each=move || over.get() key=|away| away.cause().displacement() children=row />
                </ul>
            </section>
        </Show>
    }
}

/// Which of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    /// Not over yet.
    Coming,
    /// Over, with visits that wait or cycles that stand still.
    Over,
}

fn known(workspace: Workspace) -> Memo<Vec<Away>> {
    let (absences, closures) = (workspace.absences(), workspace.closures());
    Memo::new(move |_| {
        let absences = absences.get().into_iter().map(Away::Absence);
        let closures = closures.get().into_iter().map(Away::Closure);
        let mut known: Vec<Away> = absences.chain(closures).collect();
        known.sort_by_key(|away| (away.start(), away.end()));
        known
    })
}

fn part(workspace: Workspace, known: Memo<Vec<Away>>, part: Part) -> Memo<Vec<Away>> {
    let (today, parked) = (workspace.today(), workspace.parked());
    let painted = AfterPaint::expect();
    Memo::new(move |_| {
        if part == Part::Over && !painted.has_come() {
            return Vec::new();
        }
        let now = workspace
            .now()
            .get_untracked()
            .civil
            .max(today.get().at(0, 0, 0, 0));
        let is_here = |away: &&Away| match part {
            Part::Coming => away.end() > now,
            Part::Over => {
                let by = away.cause().displacement();
                away.end() <= now
                    && away.end().date().saturating_add(DAYS_AFTER.days()) >= now.date()
                    && (parked.read().iter().any(|visit| is_by(visit, by))
                        || !workspace.cycles_stopped_by(by).is_empty())
            }
        };
        known.read().iter().filter(is_here).cloned().collect()
    })
}

fn is_by(visit: &Appointment, by: Displacement) -> bool {
    visit.displaced == Some(by)
}
