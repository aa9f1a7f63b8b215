//! Who else of the family is to be called: one telephone call can be for all of them.

use app_domain::calls::why;
use app_domain::id::PatientId;
use leptos::prelude::*;

use super::families::payer;
use super::text::text;
use crate::patient::{name_for, shown_name};
use crate::workspace::{Workspace, expect_workspace};

/// Somebody of the family with reasons that are listed.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Relative {
    patient: PatientId,
    name: String,
    why: String,
}

/// The others for whom the same person pays and who are on the list too, each with the way to their card.
#[component]
pub(super) fn FamilyCalls(
    /// Whose card.
    patient: PatientId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let relatives = Memo::new(move |_| relatives(workspace, patient));
    let line = move |one: Relative| {
        view! {
            <li>
                <a class="call-family__who" href=format!("/chiamate/{}", one.patient)>{one.name}</a>
                " "
                <small>{one.why}</small>
            </li>
        }
    };
    view! {
        <Show when=move || !relatives.read().is_empty()>
            <section class="call-family" aria-label=move || words().family_too>
                <p class="call-family__title">{move || words().family_too}</p>
                <ul>
                    <For each=move || relatives.get() key=Clone::clone children=line />
                </ul>
            </section>
        </Show>
    }
}

fn relatives(workspace: Workspace, patient: PatientId) -> Vec<Relative> {
    let (now, language) = (workspace.now().get(), workspace.language().get());
    let names = name_for(workspace.names_hidden().get());
    let mut family: Vec<(PatientId, String)> = workspace.read(|rows| {
        let Some(own) = rows.patients().find(|row| row.id == patient).map(payer) else {
            return Vec::new();
        };
        let others = rows
            .patients()
            .filter(|row| row.id != patient && payer(row) == own);
        others.map(|row| (row.id, shown_name(row, names))).collect()
    });
    family.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
    workspace.call_board(|board| {
        let listed = family.into_iter().filter_map(|(patient, name)| {
            let status = board.status(patient)?;
            let tags: Vec<String> = status
                .listed
                .iter()
                .map(|reason| why::reason_tag(reason, now, language))
                .collect();
            (!tags.is_empty()).then(|| Relative {
                patient,
                name,
                why: tags.join(" · "),
            })
        });
        listed.collect()
    })
}
