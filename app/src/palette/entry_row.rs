//! A row of the list.

use app_domain::patient::{Patient, Standing};
use jiff::civil::Date;
use leptos::prelude::*;

use super::action::Action;
use super::entry::{Entry, Person};
use super::text::text;
use crate::patient::phone::written;
use crate::patient::{name_for, shown_name};
use crate::port::Names;
use crate::text::capitalised;
use crate::ui::{Avatar, Glyph, Icon, Kbd, Tag};
use crate::workspace::{Workspace, expect_workspace};

/// A row of the list. The focus is in the field: a tap must not take it from there.
#[component]
pub(super) fn EntryRow(
    /// What it stands for.
    entry: Entry,
    /// Whether it is the one that Enter chooses.
    selected: Signal<bool>,
    /// Called with it when it is chosen.
    choose: Callback<Entry>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let no_way = matches!(&entry, Entry::Person(person) if person.way.is_none());
    let in_page = entry.key().in_page();
    let inside = match &entry {
        Entry::Day(day) => day_row(workspace, *day).into_any(),
        Entry::Patient(patient) => patient_row(workspace, patient).into_any(),
        Entry::Person(person) => person_row(workspace, person).into_any(),
        Entry::Action(action) => action_row(workspace, *action).into_any(),
    };
    view! {
        <div
            id=in_page
            class="palette__row"
            role="option"
            aria-selected=move || selected.get().to_string()
            aria-disabled=no_way.then_some("true")
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| choose.run(entry.clone())
        >
            {inside}
        </div>
    }
}

fn day_row(workspace: Workspace, day: Date) -> impl IntoView {
    let name = move || {
        let common = crate::text::text(workspace.language().get());
        format!("{} {}", common.day_heading(day), day.year())
    };
    let near = move || {
        let (common, today) = (
            crate::text::text(workspace.language().get()),
            workspace.today().get(),
        );
        match (day - today).get_days() {
            0 => common.today.to_owned(),
            1 => common.tomorrow.to_owned(),
            -1 => common.yesterday.to_owned(),
            days => (text(workspace.language().get()).away)(i64::from(days)),
        }
    };
    view! {
        <span class="palette__glyph"><Icon glyph=Glyph::Agenda /></span>
        <span class="palette__name">{name}</span>
        <span class="palette__what num">{near}</span>
    }
}

/// Two people of one name are told apart by the birth date, or by the code where that is not seen.
fn patient_row(workspace: Workspace, patient: &Patient) -> impl IntoView {
    let (row, born, code) = (patient.clone(), patient.born, patient.code.clone());
    let phone = patient
        .contacts
        .as_ref()
        .and_then(|contacts| contacts.phone())
        .map(written);
    let standing = patient.standing;
    let names = move || name_for(workspace.names_hidden().get());
    let name = Signal::derive(move || shown_name(&row, names()));
    let which = move || {
        let language = workspace.language().get();
        match born {
            Some(born) => (text(language).born)(&crate::text::text(language).date(born)),
            None => code.clone(),
        }
    };
    let number = move || phone.clone().filter(|_| names() == Names::Shown);
    let away = move || {
        let words = crate::patient::text::text(workspace.language().get());
        match standing {
            Standing::Active => None,
            Standing::Inactive => Some(words.inactive),
            Standing::Deceased => Some(words.deceased),
            Standing::MovedAway => Some(words.moved_away),
        }
    };
    view! {
        <Avatar name />
        <span class="palette__name">{name}</span>
        <span class="palette__what num">{which}</span>
        {move || away().map(|away| view! { <Tag>{away}</Tag> })}
        <span class="palette__phone num">{number}</span>
    }
}

fn person_row(workspace: Workspace, person: &Person) -> impl IntoView {
    let (name, what) = (person.name.clone(), person.what.clone());
    let is_away = person.way.is_none();
    let away = move || is_away.then(|| text(workspace.language().get()).nothing_to_open);
    view! {
        <Avatar name=name.clone() />
        <span class="palette__name">{name}</span>
        <span class="palette__what">{capitalised(&what)}</span>
        <span class="palette__phone">{away}</span>
    }
}

fn action_row(workspace: Workspace, action: Action) -> impl IntoView {
    let name = move || {
        let hidden = workspace.names_hidden().get();
        action.words(text(workspace.language().get()), hidden).0
    };
    view! {
        <span class="palette__glyph"><Icon glyph=action.glyph() /></span>
        <span class="palette__name">{name}</span>
        {action.key().map(|key| view! { <Kbd>{key}</Kbd> })}
    }
}
