//! The heads of the columns.

use app_domain::rows::Rows;
use leptos::prelude::*;

use super::day_plan::Column;
use crate::workspace::{Workspace, expect_workspace};

/// How many hues `style/tokens.css` has for chairs.
const HUES: usize = 8;

/// The hue of a chair's column.
pub(super) fn hue(column: usize) -> String {
    format!("var(--chair-{})", column % HUES + 1)
}

/// The name of each chair, and who works there that day.
#[component]
pub fn ChairHeads(
    /// Columns from left to right.
    columns: Memo<Vec<Column>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let column = move |index: usize| columns.read().get(index).cloned();
    let head = move |index: usize| {
        let name = move || column(index).map(|column| column.name);
        let people = move || column(index).map(|column| people(workspace, &column));
        view! {
            <div class="day__chair" style:--column=index.to_string() style:--hue=hue(index)>
                <span class="day__dot"></span>
                <span class="day__chair-words">
                    <b>{name}</b>
                    <small>{people}</small>
                </span>
            </div>
        }
    };
    view! {
        <div class="day__corner"></div>
        <For each=move || 0..columns.read().len() key=|index| *index children=head />
    }
}

/// Surnames of who works at the chair.
fn people(workspace: Workspace, column: &Column) -> String {
    let surname = |id| workspace.read(|rows| rows.clinician(id).map(|clinician| clinician.surname.clone()));
    column
        .clinicians
        .iter()
        .filter_map(|id| surname(*id))
        .collect::<Vec<_>>()
        .join(" · ")
}
