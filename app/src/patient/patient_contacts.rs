//! How a patient is reached, as links of the system.

use app_domain::id::PatientId;
use app_domain::patient::{Contacts, PatientField};
use app_domain::policy::may_edit;
use leptos::prelude::*;

use super::contacts_form::ContactsForm;
use super::phone::{tel, written};
use super::text::{Text, text};
use crate::ui::{Button, ButtonLook, Glyph, Icon};
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
    let may_edit = workspace
        .actor()
        .is_some_and(|actor| may_edit(actor.role, &PatientField::Mobile(None)));
    // What was seen when the form was opened; nothing while it is shut.
    let editing = RwSignal::new(None::<Contacts>);
    let edit = move || {
        view! {
            <Button look=ButtonLook::Quiet on:click=move |_| editing.set(contacts.get_untracked())>
                {move || text(workspace.language().get()).edit_contacts}
            </Button>
        }
    };
    let shown = move || {
        let words = text(workspace.language().get());
        contacts.get().map(|contacts| {
            view! {
                <ul class="patient__contacts" aria-label=words.contacts>
                    {links(&contacts, words).into_iter().map(link).collect_view()}
                    {may_edit.then(|| view! { <li>{edit()}</li> })}
                </ul>
                {(!contacts.note.is_empty()).then(|| view! { <p class="patient__note">{contacts.note.clone()}</p> })}
            }
        })
    };
    move || match editing.get() {
        Some(seen) => view! { <ContactsForm patient seen on_close=move |()| editing.set(None) /> }.into_any(),
        None => shown().into_any(),
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
