//! Who is spoken to: name, age, who follows them, and what to know before a word is said.

use app_domain::id::{ClinicianId, PatientId};
use app_domain::language::Language;
use app_domain::patient::{Patient, Standing};
use app_domain::rows::Rows;
use jiff::civil::Date;
use leptos::prelude::*;

use super::text::text;
use super::{PatientContacts, PatientFlags, name_for, shown_name};
use crate::ui::{Avatar, AvatarSize, Tone};
use crate::workspace::{Workspace, expect_workspace};

/// How much of the header is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum HeaderShape {
    /// Name, a line, and the flags that a call card does not tell: it stands over one.
    #[default]
    Compact,
    /// With every flag, contacts and the front desk's note.
    Full,
}

/// Who is spoken to. Shows nothing while the patient is not on this device.
#[component]
pub fn PatientHeader(
    /// Who.
    patient: PatientId,
    /// How much.
    #[prop(optional)]
    shape: HeaderShape,
) -> impl IntoView {
    let workspace = expect_workspace();
    let row = workspace.patient(patient);
    let care = workspace.care(patient);
    let name = Memo::new(move |_| {
        let names = name_for(workspace.names_hidden().get());
        row.read()
            .as_ref()
            .map(|row| shown_name(row, names))
            .unwrap_or_default()
    });
    let line = Memo::new(move |_| {
        let (language, today) = (workspace.language().get(), workspace.today().get());
        row.read()
            .as_ref()
            .map(|row| about(workspace, row, language, today))
            .unwrap_or_default()
    });
    let homonym = Memo::new(move |_| {
        let language = workspace.language().get();
        row.read()
            .as_ref()
            .and_then(|row| homonym_hint(workspace, row, language))
    });
    let tone = Signal::derive(move || {
        let at_risk = care.read().as_ref().is_some_and(|care| !care.episodes.is_empty());
        if at_risk { Tone::Risk } else { Tone::Plain }
    });
    view! {
        <Show when=move || row.read().is_some()>
            <header class="patient">
                <Avatar name=name tone size=AvatarSize::Big />
                <div class="patient__words">
                    <h2 class="patient__name">{name}</h2>
                    <p class="patient__line">{line}</p>
                    <Show when=move || homonym.read().is_some()>
                        <p class="patient__homonym">{homonym}</p>
                    </Show>
                    <PatientFlags patient shape />
                    {(shape == HeaderShape::Full).then(|| view! { <PatientContacts patient /> })}
                </div>
            </header>
        </Show>
    }
}

/// "71 anni · parla rumeno · odontoiatra Bianchi · igienista Marini".
fn about(workspace: Workspace, patient: &Patient, language: Language, today: Date) -> String {
    let text = text(language);
    let surname = |id: Option<ClinicianId>| {
        id.and_then(|id| workspace.read(|rows| rows.clinician(id).map(|who| who.surname.clone())))
    };
    let names = name_for(workspace.names_hidden().get());
    let payer = patient.payer.filter(|payer| *payer != patient.id);
    let payer =
        payer.and_then(|payer| workspace.read(|rows| rows.patient(payer).map(|who| shown_name(who, names))));
    let standing = match patient.standing {
        Standing::Active => None,
        Standing::Inactive => Some(text.inactive.to_owned()),
        Standing::Deceased => Some(text.deceased.to_owned()),
        Standing::MovedAway => Some(text.moved_away.to_owned()),
    };
    let spoken = patient.contacts.as_ref().and_then(|contacts| contacts.language);
    let parts = [
        standing,
        patient.age_on(today).map(crate::text::text(language).age),
        spoken.map(|spoken| (text.speaks)((crate::text::text(language).spoken)(spoken))),
        surname(patient.dentist).map(|who| (text.dentist)(&who)),
        surname(patient.hygienist).map(|who| (text.hygienist)(&who)),
        payer.map(|who| (text.payer)(&who)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Two people of one name: the birth date tells which of them this is.
fn homonym_hint(workspace: Workspace, patient: &Patient, language: Language) -> Option<String> {
    let same = |other: &Patient| {
        other.id != patient.id && other.surname == patient.surname && other.name == patient.name
    };
    let text = text(language);
    let hint = || match patient.born {
        Some(born) => (text.homonym)(&crate::text::text(language).date(born)),
        None => text.homonym_unknown.to_owned(),
    };
    workspace.read(|rows| rows.patients().any(same)).then(hint)
}
