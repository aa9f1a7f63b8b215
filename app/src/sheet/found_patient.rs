//! A patient whom the server has found, and who is not among this device's rows.

use app_domain::patient::{Patient, Standing};
use app_domain::policy::may_record_payments;
use app_sync::search::SearchRequest;
use leptos::prelude::*;

use super::book_link::BookLink;
use super::text::text;
use crate::patient::{ContactLinks, Flag, name_for, shown_name};
use crate::ui::{Avatar, AvatarSize, Button, Glyph, Icon, Tag};
use crate::workspace::expect_workspace;

/// Who it is and how to reach them, to be read only: what is done for a patient is done on rows.
#[component]
pub(super) fn FoundPatient(
    /// The row as the server has shown it.
    row: Patient,
    /// Whether the form of a payment is open, once the patient is here.
    paying: RwSignal<bool>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let id = row.id;
    let viewer = workspace.viewer();
    let may_record = Memo::new(move |_| {
        viewer
            .read()
            .as_ref()
            .is_some_and(|viewer| may_record_payments(viewer.role))
    });
    // Whom this device does not hold is brought first; then the form is there.
    let pay = move |_| {
        workspace.search(SearchRequest::Bring(id));
        paying.set(true);
    };
    let row = StoredValue::new(row);
    let name = Signal::derive(move || {
        let names = name_for(workspace.names_hidden().get());
        row.with_value(|row| shown_name(row, names))
    });
    let line = move || {
        let language = workspace.language().get();
        let (common, patient) = (crate::text::text(language), crate::patient::text::text(language));
        row.with_value(|row| {
            let standing = match row.standing {
                Standing::Active => None,
                Standing::Inactive => Some(patient.inactive.to_owned()),
                Standing::Deceased => Some(patient.deceased.to_owned()),
                Standing::MovedAway => Some(patient.moved_away.to_owned()),
            };
            let parts = [
                standing,
                row.age_on(workspace.today().get()).map(common.age),
                row.born.map(|born| (words().born)(&common.date(born))),
                Some((words().code)(&row.code)),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
    };
    let flags = move || {
        let words = crate::patient::text::text(workspace.language().get());
        let flags = row.with_value(|row| Flag::of(row, None, None, None, workspace.today().get()));
        let tag = |flag: Flag| view! { <li><Tag tone=flag.tone()>{flag.word(words)}</Tag></li> };
        (!flags.is_empty()).then(|| {
            view! {
                <ul class="tags patient__flags" aria-label=words.flags>
                    {flags.into_iter().map(tag).collect_view()}
                </ul>
            }
        })
    };
    view! {
        <header class="patient">
            <Avatar name size=AvatarSize::Big />
            <div class="patient__words">
                <h2 class="patient__name">{name}</h2>
                <p class="patient__line">{line}</p>
                {flags}
                <ContactLinks row=row.get_value() />
            </div>
        </header>
        <div class="sheet__actions">
            <BookLink patient=id />
            <Show when=move || may_record.get()>
                <Button on:click=pay>
                    <Icon glyph=Glyph::Plus />
                    {move || words().payments.record}
                </Button>
            </Show>
        </div>
        <p class="sheet__note">{move || words().elsewhere}</p>
    }
}
