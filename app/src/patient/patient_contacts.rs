//! How a patient is reached, and the form that changes it.

use app_domain::id::PatientId;
use app_domain::patient::{Contacts, PatientField};
use app_domain::policy::may_edit;
use leptos::prelude::*;

use super::ContactLinks;
use super::contacts_form::ContactsForm;
use super::text::text;
use crate::ui::{Button, ButtonLook};
use crate::workspace::expect_workspace;

/// How a patient is reached; nothing for roles that do not see contacts.
#[component]
pub fn PatientContacts(
    /// Whose.
    patient: PatientId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let row = workspace.patient(patient);
    let may = move |field: PatientField| {
        workspace
            .actor()
            .is_some_and(|actor| may_edit(actor.role, &field))
    };
    let edits_numbers = may(PatientField::Mobile(None));
    let edits = edits_numbers || may(PatientField::Language(None));
    // What was seen when the form was opened; nothing while it is shut.
    let editing = RwSignal::new(None::<Contacts>);
    let open = move |_| {
        editing.set(row.with_untracked(|row| row.as_ref().and_then(|row| row.contacts.clone())));
    };
    let edit = move || {
        edits.then(|| {
            view! {
                <Button look=ButtonLook::Quiet on:click=open>
                    {move || {
                        let words = text(workspace.language().get());
                        if edits_numbers { words.edit_contacts } else { words.edit_language }
                    }}
                </Button>
            }
        })
    };
    let shown = move || {
        row.get()
            .map(|row| view! { <ContactLinks row>{edit()}</ContactLinks> })
    };
    move || match editing.get() {
        Some(seen) => view! { <ContactsForm patient seen on_close=move |()| editing.set(None) /> }.into_any(),
        None => shown().into_any(),
    }
}
