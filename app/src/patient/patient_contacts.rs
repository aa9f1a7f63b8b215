//! How a patient is reached, as links of the system.

use app_domain::id::PatientId;
use app_domain::patient::Contacts;
use leptos::prelude::*;

use super::phone::{tel, written};
use super::text::{Text, text};
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// How a patient is reached; nothing for roles that do not see contacts.
#[component]
pub fn PatientContacts(
    /// Whose.
    patient: PatientId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let row = workspace.patient(patient);
    let contacts = Memo::new(move |_| row.read().as_ref().and_then(|row| row.contacts.clone()));
    move || {
        let words = text(workspace.language().get());
        contacts.get().map(|contacts| {
            view! {
                <ul class="patient__contacts" aria-label=words.contacts>
                    {links(&contacts, words).into_iter().map(link).collect_view()}
                </ul>
                {(!contacts.note.is_empty()).then(|| view! { <p class="patient__note">{contacts.note.clone()}</p> })}
            }
        })
    }
}

/// A way to reach somebody.
struct Way {
    glyph: Glyph,
    href: Option<String>,
    words: String,
    label: String,
}

fn links(contacts: &Contacts, words: &Text) -> Vec<Way> {
    let number = |number: &String, label: fn(&str) -> String| Way {
        glyph: Glyph::Phone,
        href: tel(number),
        words: written(number),
        label: label(&written(number)),
    };
    let mail = |address: &String| Way {
        glyph: Glyph::Email,
        href: Some(format!("mailto:{address}")),
        words: address.clone(),
        label: (words.write_to)(address),
    };
    let ways = [
        contacts
            .mobile
            .as_ref()
            .map(|mobile| number(mobile, words.call_mobile)),
        contacts
            .landline
            .as_ref()
            .map(|landline| number(landline, words.call_landline)),
        contacts.email.as_ref().map(mail),
    ];
    ways.into_iter().flatten().collect()
}

/// A number that no telephone can call is shown as it was written.
fn link(way: Way) -> impl IntoView {
    let Way {
        glyph,
        href,
        words,
        label,
    } = way;
    let inside = view! {
        <Icon glyph />
        <span class="num">{words}</span>
    };
    match href {
        Some(href) => {
            view! { <li><a class="patient__way" href=href aria-label=label>{inside}</a></li> }.into_any()
        }
        None => view! { <li><span class="patient__way">{inside}</span></li> }.into_any(),
    }
}
