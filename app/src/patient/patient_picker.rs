//! A field in which a patient is found: by any part of the name, the number, the birth date.

use app_domain::id::PatientId;
use app_domain::patient::Patient;
use app_sync::client::Link;
use app_sync::search::SearchRequest;
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
    let (link, searched) = (workspace.link(), workspace.searched());
    // Those of this device at once; the server's after them, so that nobody moves under the finger.
    let found = Memo::new(move |_| {
        let here = workspace.search_here(&typed.read()).patients;
        let asked = SearchRequest::Query(typed.get());
        let answer = searched.get().filter(|searched| searched.asked == asked);
        let elsewhere = answer
            .and_then(|searched| searched.answer)
            .map(|answer| answer.patients);
        let mut found = here;
        for patient in elsewhere.into_iter().flatten() {
            if !found.iter().any(|known| known.id == patient.id) {
                found.push(patient);
            }
        }
        found.truncate(SHOWN);
        found
    });
    let brought = RwSignal::new(None::<PatientId>);
    let arrived = Memo::new(move |_| {
        let patient = brought.get()?;
        let row = workspace.patient(patient);
        row.read().is_some().then_some(patient)
    });
    // Somebody whom this device did not hold is chosen once it does.
    Effect::new(move || {
        arrived
            .get()
            .into_iter()
            .for_each(|patient| on_choose.run(patient))
    });
    let choose = move |patient: PatientId| {
        if workspace.is_here(patient) {
            on_choose.run(patient);
        } else {
            brought.set(Some(patient));
            workspace.search(SearchRequest::Bring(patient));
        }
    };
    let type_on = move |text: String| {
        typed.set(text.clone());
        at.set(0);
        if link.get_untracked() == Link::Live && !text.trim().is_empty() {
            workspace.search(SearchRequest::Query(text));
        }
    };
    let option_id = move |index: usize| format!("{id}-{index}");
    let keys = move |event: KeyboardEvent| {
        let count = found.read_untracked().len();
        let last = count.saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => at.update(|at| *at = (*at + 1).min(last)),
            "ArrowUp" => at.update(|at| *at = at.saturating_sub(1)),
            "Enter" => {
                let chosen = found
                    .read_untracked()
                    .get(at.get_untracked())
                    .map(|patient| patient.id);
                chosen.into_iter().for_each(choose);
            }
            _ => return,
        }
        event.prevent_default();
    };
    let option = move |(index, patient): (usize, Patient)| {
        let id = patient.id;
        let (name, hint) = (name(workspace, patient.clone()), hint(workspace, patient));
        view! {
            <li
                id=option_id(index)
                class="picker__option"
                role="option"
                aria-selected=move || (at.get() == index).to_string()
                on:click=move |_| choose(id)
            >
                <b>{name}</b>
                <small class="num">{hint}</small>
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
                on:input:target=move |event| type_on(event.target().value())
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

fn name(workspace: Workspace, patient: Patient) -> impl Fn() -> String {
    move || shown_name(&patient, name_for(workspace.names_hidden().get()))
}

/// What tells two of one name apart.
fn hint(workspace: Workspace, patient: Patient) -> impl Fn() -> String {
    move || {
        let words = crate::text::text(workspace.language().get());
        patient
            .born
            .map_or_else(|| patient.code.clone(), |born| words.date(born))
    }
}
