//! The heads of the columns.

use app_domain::rows::Rows;
use leptos::prelude::*;

use super::away::AwayOn;
use super::day_plan::{Column, ColumnOf};
use super::text::text;
use crate::workspace::{Workspace, expect_workspace};

/// How many hues `style/tokens.css` has for chairs.
const HUES: usize = 8;

/// The hue of a chair, by its place among the chairs: the same wherever it is shown.
pub(super) fn hue(place: usize) -> String {
    format!("var(--chair-{})", place % HUES + 1)
}

/// The name of each column, and whom or what it meets that day.
#[component]
pub fn ColumnHeads(
    /// Columns from left to right.
    columns: Memo<Vec<Column>>,
    /// Who is away that day.
    away: Memo<Vec<AwayOn>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let column = move |index: usize| columns.read().get(index).cloned();
    let head = move |index: usize| {
        let name = move || column(index).map(|column| column.name);
        let met = move || column(index).map(|column| met(workspace, &column, &away.read()));
        let dot = move || column(index)?.hue.map(hue);
        view! {
            <div class="day__chair" style:--column=index.to_string() style:--hue=dot>
                <Show when=move || dot().is_some()>
                    <span class="day__dot"></span>
                </Show>
                <span class="day__chair-words">
                    <b>{name}</b>
                    <small>{met}</small>
                </span>
            </div>
        }
    };
    view! {
        <div class="day__corner"></div>
        <For each=move || 0..columns.read().len() key=|index| *index children=head />
    }
}

/// Surnames of who works at the chair, or names of the chairs at which the clinician works, after the word that they are
/// away.
fn met(workspace: Workspace, column: &Column, away: &[AwayOn]) -> String {
    let name = |of| {
        workspace.read(|rows| match of {
            ColumnOf::Clinician(id) => rows.clinician(id).map(|clinician| clinician.surname.clone()),
            ColumnOf::Chair(id) => rows.chair(id).map(|chair| chair.name.clone()),
            ColumnOf::Day(_) => None,
        })
    };
    let is_away = away
        .iter()
        .any(|one| column.of == ColumnOf::Clinician(one.clinician));
    let word = is_away.then(|| text(workspace.language().get()).day.away.to_owned());
    let names = column.met.iter().filter_map(|of| name(*of));
    word.into_iter().chain(names).collect::<Vec<_>>().join(" · ")
}
