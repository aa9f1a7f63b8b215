//! Filters besides the reasons: chosen in a panel, in sight wherever they are chosen, each taken away with one tap.

use std::collections::BTreeSet;

use app_domain::agenda::Cause;
use app_domain::id::ClinicianId;
use app_domain::patient::SpokenLanguage;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::list_state::ListState;
use super::narrow::{Narrow, Narrowing};
use super::text::text;
use crate::ui::{Chip, Field, Glyph, Icon, Select};
use crate::workspace::{Workspace, expect_workspace};

/// The filters that are chosen.
#[component]
pub(super) fn ChosenFilters(
    /// What is looked at.
    list: ListState,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).list.narrow;
    let chosen = Memo::new(move |_| list.narrow.get().chosen());
    let one = move |narrowing: Narrowing| {
        let name = name_of(workspace, narrowing);
        view! {
            <button
                type="button"
                class="chip call-chosen__one"
                aria-label=move || (words().remove)(&name.get())
                on:click=move |_| list.narrow_to(list.narrow.get_untracked().without(narrowing))
            >
                {name}
                <Icon glyph=Glyph::Cross />
            </button>
        }
    };
    view! {
        <Show when=move || !chosen.read().is_empty()>
            <div class="call-chosen" role="group" aria-label=move || words().chosen>
                <For each=move || chosen.get() key=|narrowing| *narrowing children=one />
            </div>
        </Show>
    }
}

/// The panel in which they are chosen.
#[component]
pub(super) fn FilterPanel(
    /// What is looked at.
    list: ListState,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).list.narrow;
    let clinicians = workspace.clinicians();
    let options = Signal::derive(move || {
        let anybody = (None, words().any_clinician.to_owned());
        let clinicians = clinicians.read();
        let named = clinicians
            .iter()
            .map(|who| (Some(who.id), format!("{} {}", who.surname, who.name)));
        std::iter::once(anybody).chain(named).collect::<Vec<_>>()
    });
    let label = Signal::derive(move || words().clinician.to_owned());
    // Only what somebody speaks is offered, and what is chosen already.
    let languages = Memo::new(move |_| {
        workspace.track_patients();
        let chosen = list.narrow.get().language;
        let known: BTreeSet<SpokenLanguage> = workspace.read(|rows| {
            let contacts = rows.patients().filter_map(|who| who.contacts.as_ref());
            contacts
                .filter_map(|contacts| contacts.language)
                .chain(chosen)
                .collect()
        });
        let name = crate::text::text(workspace.language().get()).spoken;
        let mut named: Vec<_> = known
            .into_iter()
            .map(|language| (Some(language), name(language).to_owned()))
            .collect();
        named.sort_by(|one, other| one.1.cmp(&other.1));
        named.insert(0, (None, words().any_language.to_owned()));
        named
    });
    let chosen = Signal::derive(move || list.narrow.get().clinician);
    let change = move |change: &dyn Fn(&mut Narrow)| {
        let mut narrow = list.narrow.get_untracked();
        change(&mut narrow);
        list.narrow_to(narrow);
    };
    let choose = move |clinician: Option<ClinicianId>| change(&|narrow| narrow.clinician = clinician);
    view! {
        <section class="call-filters__part" aria-label=move || words().title>
            <Field id="calls-clinician" label>
                <Select id="calls-clinician" options chosen on_choose=choose />
            </Field>
            <Show when={move || languages.read().len() > 1}>
                <Field id="calls-language" label=Signal::derive(move || words().language.to_owned())>
                    <Select
                        id="calls-language"
                        options=languages
                        chosen=Signal::derive(move || list.narrow.get().language)
                        on_choose=move |language| change(&|narrow| narrow.language = language)
                    />
                </Field>
            </Show>
            <div class="call-filters__choices">
                <Chip
                    pressed=Signal::derive(move || list.narrow.get().never_reached)
                    on:click=move |_| change(&|narrow| narrow.never_reached = !narrow.never_reached)
                >
                    {move || words().never_reached}
                </Chip>
                <Chip
                    pressed=Signal::derive(move || list.narrow.get().my_promises)
                    on:click=move |_| change(&|narrow| narrow.my_promises = !narrow.my_promises)
                >
                    {move || words().my_promises}
                </Chip>
            </div>
        </section>
    }
}

/// A filter in words.
fn name_of(workspace: Workspace, narrowing: Narrowing) -> Memo<String> {
    let clinicians = workspace.clinicians();
    Memo::new(move |_| {
        let words = &text(workspace.language().get()).list.narrow;
        match narrowing {
            Narrowing::Clinician(id) => {
                let clinicians = clinicians.read();
                let who = clinicians.iter().find(|who| who.id == id);
                who.map_or_else(
                    || words.clinician.to_owned(),
                    |who| format!("{} {}", who.surname, who.name),
                )
            }
            Narrowing::Language(language) => {
                let name = (crate::text::text(workspace.language().get()).spoken)(language);
                (words.in_language)(name)
            }
            Narrowing::NeverReached => words.never_reached.to_owned(),
            Narrowing::MyPromises => words.my_promises.to_owned(),
            Narrowing::StoppedBy(by) => workspace.read(|rows| match by.cause(rows) {
                Some(Cause::Closure(closure)) => (words.stopped_by_closure)(&closure.reason),
                Some(Cause::Absence(absence)) => {
                    let who = rows.clinician(absence.clinician);
                    (words.stopped_by_absence)(who.map_or("", |who| who.surname.as_str()))
                }
                None => words.stopped.to_owned(),
            }),
        }
    })
}
