//! A field in which a patient is found: by any part of the name, the number, the birth date.

use app_domain::id::PatientId;
use app_domain::rows::Rows;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::text::text;
use super::{name_for, shown_name};
use crate::workspace::{Workspace, expect_workspace};

/// How many are shown.
const SHOWN: usize = 8;

/// A field in which a patient is found. Arrows and Enter choose; a tap does too.
#[component]
pub fn PatientPicker(
    /// Identity of the field in the page; put it in a [`crate::ui::Field`] with the same one.
    id: &'static str,
    /// Called with who is chosen.
    #[prop(into)]
    on_choose: Callback<PatientId>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let typed = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let found = Memo::new(move |_| {
        let found = workspace.search_here(&typed.read()).patients.into_iter();
        found.take(SHOWN).map(|patient| patient.id).collect::<Vec<_>>()
    });
    let option_id = move |index: usize| format!("{id}-{index}");
    let keys = move |event: KeyboardEvent| {
        let count = found.read_untracked().len();
        let last = count.saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => at.update(|at| *at = (*at + 1).min(last)),
            "ArrowUp" => at.update(|at| *at = at.saturating_sub(1)),
            "Enter" => {
                let chosen = found.read_untracked().get(at.get_untracked()).copied();
                chosen.into_iter().for_each(|patient| on_choose.run(patient));
            }
            _ => return,
        }
        event.prevent_default();
    };
    let option = move |(index, patient): (usize, PatientId)| {
        view! {
            <li
                id=option_id(index)
                class="picker__option"
                role="option"
                aria-selected=move || (at.get() == index).to_string()
                on:click=move |_| on_choose.run(patient)
            >
                <b>{name(workspace, patient)}</b>
                <small class="num">{hint(workspace, patient)}</small>
            </li>
        }
    };
    let nobody = move || !typed.read().trim().is_empty() && found.read().is_empty();
    view! {
        <div class="picker">
            <input
                id=id
                class="input"
                type="search"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-expanded=move || (!found.read().is_empty()).to_string()
                aria-controls=format!("{id}-list")
                aria-activedescendant=move || (!found.read().is_empty()).then(|| option_id(at.get()))
                placeholder=move || words().find
                prop:value=move || typed.get()
                on:input:target=move |event| {
                    typed.set(event.target().value());
                    at.set(0);
                }
                on:keydown=keys
            />
            <ul id=format!("{id}-list") class="picker__list" role="listbox" hidden=move || found.read().is_empty()>
                {move || found.get().into_iter().enumerate().map(option).collect_view()}
            </ul>
            <p class="field__hint" role="status">
                {move || nobody().then(|| words().nobody)}
            </p>
        </div>
    }
}

fn name(workspace: Workspace, patient: PatientId) -> impl Fn() -> Option<String> {
    move || {
        let names = name_for(workspace.names_hidden().get());
        workspace.read(|rows| rows.patient(patient).map(|patient| shown_name(patient, names)))
    }
}

/// What tells two of one name apart.
fn hint(workspace: Workspace, patient: PatientId) -> impl Fn() -> Option<String> {
    move || {
        let words = crate::text::text(workspace.language().get());
        workspace.read(|rows| {
            let patient = rows.patient(patient)?;
            Some(
                patient
                    .born
                    .map_or_else(|| patient.code.clone(), |born| words.date(born)),
            )
        })
    }
}
