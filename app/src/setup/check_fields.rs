//! The recalls beside hygiene, to be turned on and off.

use app_domain::calls::RecallType;
use leptos::prelude::*;

use super::calls_draft::{CallsDraft, CheckDraft};
use super::text::text;
use crate::ui::Field;
use crate::workspace::expect_workspace;

/// For each type the acts that count and the months between two checks; without acts it is off.
#[component]
pub(super) fn CheckFields(
    /// What was typed.
    draft: RwSignal<CallsDraft>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).calls;
    let of_type = (0..).zip(RecallType::ALL);
    view! {
        <fieldset class="check-fields" aria-describedby="calls-checks-hint">
            <legend class="field__label">{move || words().checks}</legend>
            <p id="calls-checks-hint" class="field__hint">{move || words().checks_hint}</p>
            {of_type.map(|(place, recall)| view! { <OneCheck draft place recall /> }).collect_view()}
        </fieldset>
    }
}

/// One type.
#[component]
fn OneCheck(
    /// What was typed.
    draft: RwSignal<CallsDraft>,
    /// Which of the drafts.
    place: usize,
    /// Which type.
    recall: RecallType,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).calls;
    let name = move || (crate::text::text(workspace.language().get()).check)(recall);
    let typed = Memo::new(move |_| draft.read().checks[place].clone());
    let change =
        move |change: &dyn Fn(&mut CheckDraft)| draft.update(|draft| change(&mut draft.checks[place]));
    let problem = Signal::derive(move || {
        let is_unfit = !typed.read().is_fit(recall);
        is_unfit.then(|| words().check_problem.to_owned())
    });
    let [codes, months] = ids(recall);
    view! {
        <div class="check-fields__one">
            <Field id=codes label=Signal::derive(move || (words().check_codes)(name())) error=problem>
                <input
                    id=codes
                    class="input"
                    maxlength="180"
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    prop:value=move || typed.read().codes.clone()
                    on:input:target=move |event| {
                        let value = event.target().value();
                        change(&|draft| draft.codes.clone_from(&value));
                    }
                />
            </Field>
            <Field id=months label=Signal::derive(move || words().check_months.to_owned())>
                <input
                    id=months
                    class="input num"
                    inputmode="numeric"
                    maxlength="2"
                    autocomplete="off"
                    aria-label=move || (words().check_months_of)(name())
                    prop:value=move || typed.read().months.clone()
                    on:input:target=move |event| {
                        let value = event.target().value();
                        change(&|draft| draft.months.clone_from(&value));
                    }
                />
            </Field>
        </div>
    }
}

/// Identities of the two fields in the page.
const fn ids(recall: RecallType) -> [&'static str; 2] {
    match recall {
        RecallType::OrthodonticCheck => ["orthodontic-codes", "orthodontic-months"],
        RecallType::ImplantCheck => ["implant-codes", "implant-months"],
        RecallType::DentureCheck => ["denture-codes", "denture-months"],
    }
}
