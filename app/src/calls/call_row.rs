//! A patient in the list.

use app_domain::calls::{ReasonKind, why};
use app_domain::id::PatientId;
use app_domain::patient::Patient;
use app_domain::rows::Rows;
use leptos::html;
use leptos::prelude::*;

use super::families::names_in_words;
use super::list_state::ListState;
use super::row_status::{held_sentence, row_tags, tone};
use super::segment::Segment;
use super::text::text;
use crate::heed::heed;
use crate::patient::{name_for, shown_name};
use crate::ui::{Avatar, AvatarSize, Tag, Tone};
use crate::workspace::expect_workspace;

/// A patient in the list: who, why, since when, and whether somebody is calling already.
#[component]
pub(super) fn CallRow(
    /// Who.
    patient: PatientId,
    /// What is looked at.
    list: ListState,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let row = workspace.patient(patient);
    let status = workspace.call_status(patient);
    let caller = super::row_status::caller(workspace, patient);
    let name = Memo::new(move |_| {
        let names = name_for(workspace.names_hidden().get());
        row.read()
            .as_ref()
            .map(|row| shown_name(row, names))
            .unwrap_or_default()
    });
    let age = Memo::new(move |_| {
        let years = row
            .read()
            .as_ref()
            .and_then(|row| row.age_on(workspace.today().get()));
        years.map(crate::text::text(workspace.language().get()).age)
    });
    let sentence = Memo::new(move |_| {
        let (language, segment) = (workspace.language().get(), list.segment.get());
        let now = workspace.now().get();
        let status = status.read();
        status.as_ref().map_or_else(String::new, |status| match segment {
            Segment::ToCall => why::row_sentence(status, now, language),
            segment => held_sentence(status, segment, now, language),
        })
    });
    let tags = Memo::new(move |_| {
        let (language, now) = (workspace.language().get(), workspace.now().get());
        status.read().as_ref().map_or_else(Vec::new, |status| {
            row_tags(status, list.segment.get(), now, language)
        })
    });
    let together = Memo::new(move |_| {
        let (hidden, words) = (workspace.names_hidden().get(), &words().card.reach);
        let row = row.read();
        let others = row.as_ref().filter(|_| list.segment.get() == Segment::ToCall);
        let others = others
            .map(|row| list.families.read().others(row))
            .unwrap_or_default();
        let named = |id| workspace.read(|rows| rows.patient(id).map(|who| given_name(who, hidden)));
        let names: Vec<String> = others.into_iter().filter_map(named).collect();
        (!names.is_empty()).then(|| (words.together)(&names_in_words(&names, words.and)))
    });
    let no_phone = move || {
        row.read()
            .as_ref()
            .and_then(|row| row.contacts.as_ref())
            .is_some_and(|contacts| contacts.phone().is_none())
    };
    let element = NodeRef::<html::A>::new();
    focus_with_the_keyboard(element, patient, list);
    let place = Memo::new(move |_| list.place_of(patient));
    // Whatever makes a row higher or lower is known at once, so that nothing else moves.
    Effect::new(move || {
        heed(name);
        heed(sentence);
        heed(tags);
        heed(caller);
        heed(together);
        heed(row);
        list.scroll.touch();
    });
    let tag = |(kind, words): (ReasonKind, String)| view! { <Tag tone=tone(kind)>{words}</Tag> };
    view! {
        <li
            class="call-row"
            data-patient=patient.to_string()
            data-taken=move || caller.read().is_some().to_string()
            aria-posinset=move || place.get().0
            aria-setsize=move || place.get().1
        >
            <a
                node_ref=element
                href=format!("/chiamate/{patient}")
                class="call-row__link"
                aria-current=move || (list.open.get() == Some(patient)).then_some("true")
                on:focus=move |_| list.cursor.set(Some(patient))
            >
                <span class="call-row__head">
                    <span class="call-row__name">{name}</span>
                    <span class="call-row__age num">{age}</span>
                </span>
                <span class="call-row__why">{sentence}</span>
                <span class="tags">
                    <For each=move || tags.get() key=Clone::clone children=tag />
                    <Show when=move || together.read().is_some()>
                        <Tag>{together}</Tag>
                    </Show>
                    <Show when=no_phone>
                        <Tag tone=Tone::Owed>{move || words().list.no_phone}</Tag>
                    </Show>
                    <Show when=move || caller.read().is_some()>
                        <span class="call-row__caller">
                            <Avatar name=Signal::derive(move || caller.get().unwrap_or_default()) size=AvatarSize::Small />
                            {move || (words().list.is_calling)(&caller.get().unwrap_or_default())}
                        </span>
                    </Show>
                </span>
            </a>
        </li>
    }
}

/// The name by which the others of a family are told apart, or initials where names are hidden.
fn given_name(patient: &Patient, hidden: bool) -> String {
    if hidden {
        shown_name(patient, name_for(hidden))
    } else {
        patient.name.clone()
    }
}

/// The row that `J` and `K` have come to takes the focus, once; nothing else ever does.
fn focus_with_the_keyboard(link: NodeRef<html::A>, patient: PatientId, list: ListState) {
    let is_wanted = Memo::new(move |_| list.to_focus.get() == Some(patient));
    Effect::new(move || {
        if let Some(link) = link.get().filter(|_| is_wanted.get()) {
            // Only an element that has left the page cannot take the focus.
            let _gone = link.focus();
            list.to_focus.set(None);
        }
    });
}
