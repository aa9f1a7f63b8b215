//! Changing how a patient is reached.

use app_domain::command::Command;
use app_domain::id::PatientId;
use app_domain::patient::{Contacts, PatientField, SpokenLanguage};
use app_domain::policy::may_edit;
use leptos::prelude::*;

use super::phone::{kept, written};
use super::text::text;
use crate::ui::{Button, ButtonKind, ButtonLook, Field, Select};
use crate::workspace::expect_workspace;

/// Numbers and address in fields. Each that differs is a change of its own, with the value that was seen here: who has
/// changed the same one meanwhile is not overwritten.
#[component]
pub fn ContactsForm(
    /// Whose.
    patient: PatientId,
    /// The contacts as they were when the form was opened.
    seen: Contacts,
    /// Called when the form is done with.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let common = move || crate::text::text(workspace.language().get());
    let typed = |value: &Option<String>| RwSignal::new(value.as_deref().map(written).unwrap_or_default());
    let (mobile, landline) = (typed(&seen.mobile), typed(&seen.landline));
    let email = RwSignal::new(seen.email.clone().unwrap_or_default());
    let language = RwSignal::new(seen.language);
    // Who only hears how a patient speaks changes that, and nothing else.
    let edits_numbers = workspace
        .actor()
        .is_some_and(|actor| may_edit(actor.role, &PatientField::Mobile(None)));
    let languages = Signal::derive(move || {
        let name = common().spoken;
        let mut named = SpokenLanguage::ALL
            .map(|spoken| (Some(spoken), name(spoken).to_owned()))
            .to_vec();
        named.sort_by(|one, other| one.1.cmp(&other.1));
        named.insert(0, (None, words().italian.to_owned()));
        named
    });
    let save = move || {
        let number = |typed: RwSignal<String>, was: &Option<String>| {
            let typed = typed.get_untracked();
            let untouched = was.as_deref().map(written).unwrap_or_default() == typed;
            if untouched { was.clone() } else { kept(&typed) }
        };
        let address = email.get_untracked().trim().to_owned();
        let address = (!address.is_empty()).then_some(address);
        let fields = [
            (
                PatientField::Mobile(seen.mobile.clone()),
                PatientField::Mobile(number(mobile, &seen.mobile)),
            ),
            (
                PatientField::Landline(seen.landline.clone()),
                PatientField::Landline(number(landline, &seen.landline)),
            ),
            (
                PatientField::Email(seen.email.clone()),
                PatientField::Email(address),
            ),
            (
                PatientField::Language(seen.language),
                PatientField::Language(language.get_untracked()),
            ),
        ];
        workspace.last_refusal().set(None);
        for (was, becomes) in fields.into_iter().filter(|(was, becomes)| was != becomes) {
            workspace.act(Command::EditPatient {
                patient,
                was,
                becomes,
            });
        }
        if workspace.last_refusal().with_untracked(Option::is_none) {
            on_close.run(());
        }
    };
    let input = move |id: &'static str, kind: &'static str, mode: &'static str, value: RwSignal<String>| {
        view! {
            <input
                id=id
                class="input"
                type=kind
                inputmode=mode
                autocomplete="off"
                maxlength="254"
                prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())
            />
        }
    };
    view! {
        <form
            class="contacts-form"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            {edits_numbers.then(|| view! {
            <Field id="contact-mobile" label=Signal::derive(move || words().mobile.to_owned())>
                {input("contact-mobile", "tel", "tel", mobile)}
            </Field>
            <Field id="contact-landline" label=Signal::derive(move || words().landline.to_owned())>
                {input("contact-landline", "tel", "tel", landline)}
            </Field>
            <Field id="contact-email" label=Signal::derive(move || words().email.to_owned())>
                {input("contact-email", "text", "email", email)}
            </Field>
            })}
            <Field id="contact-language" label=Signal::derive(move || words().language.to_owned())>
                <Select id="contact-language" options=languages chosen=language on_choose=move |spoken| language.set(spoken) />
            </Field>
            <div class="contacts-form__actions">
                <Button kind=ButtonKind::Submit look=ButtonLook::Main>
                    {move || common().save}
                </Button>
                <Button look=ButtonLook::Quiet on:click=move |_| on_close.run(())>
                    {move || common().cancel}
                </Button>
            </div>
        </form>
    }
}
