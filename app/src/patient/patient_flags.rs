//! The flags of a patient as words on coloured ground.

use app_domain::id::PatientId;
use leptos::prelude::*;

use super::text::text;
use super::{Flag, HeaderShape};
use crate::ui::Tag;
use crate::workspace::expect_workspace;

/// The flags of a patient; nothing at all where there is none.
#[component]
pub fn PatientFlags(
    /// Whose.
    patient: PatientId,
    /// In which header: the compact one stands over the call card, which tells most of it with its facts.
    shape: HeaderShape,
) -> impl IntoView {
    let workspace = expect_workspace();
    let row = workspace.patient(patient);
    let care = workspace.care(patient);
    let status = workspace.call_status(patient);
    let today = workspace.today();
    let flags = Memo::new(move |_| {
        let (row, care, status) = (row.read(), care.read(), status.read());
        let mut flags = row.as_ref().map_or_else(Vec::new, |row| {
            Flag::of(row, care.as_ref(), None, status.as_ref(), today.get())
        });
        if shape == HeaderShape::Compact {
            flags.retain(|flag| !flag.is_told_by_the_card());
        }
        flags
    });
    let words = move || text(workspace.language().get());
    let flag = move |flag: Flag| {
        view! {
            <li>
                <Tag tone=flag.tone()>{move || flag.word(words())}</Tag>
            </li>
        }
    };
    view! {
        <Show when=move || !flags.read().is_empty()>
            <ul class="tags patient__flags" aria-label=move || words().flags>
                <For each=move || flags.get() key=|flag| *flag children=flag />
            </ul>
        </Show>
    }
}
