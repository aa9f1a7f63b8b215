//! Setting a recall by hand: how often, on which day, not before which day.

use app_domain::calls::{NewRecall, RecallRule, RecallStanding, RecallType};
use app_domain::command::Command;
use app_domain::id::PatientId;
use app_domain::rows::Rows;
use jiff::civil::Date;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

use super::text::text;
use crate::patient::{name_for, shown_name};
use crate::ui::{Button, ButtonKind, ButtonLook, Field, Select};
use crate::workspace::{Workspace, expect_workspace};

/// The intervals that are offered, in months; 0 = the recall is turned off.
const INTERVALS: [u8; 9] = [1, 2, 3, 4, 6, 9, 12, 24, 0];

/// The three things in fields, with what was seen when the form was opened: who has set it otherwise meanwhile is not
/// overwritten.
#[component]
pub(super) fn RecallForm(
    /// Whose.
    patient: PatientId,
    /// Which; `None` = hygiene.
    check: Option<RecallType>,
    /// How the recall stood when the form was opened.
    seen: RecallStanding,
    /// Called when the form is done with.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).recall;
    let common = move || crate::text::text(workspace.language().get());
    let typed = |day: Option<Date>| RwSignal::new(day.map(|day| day.to_string()).unwrap_or_default());
    let months = RwSignal::new(seen.rule.interval_months);
    let (fixed, until) = (typed(seen.rule.fixed), typed(seen.rule.disabled_until));
    let together = RwSignal::new(false);
    let today = workspace.today();
    let family = StoredValue::new(match check {
        None => workspace.recalls_of_family(patient),
        // Who has the same implant is no family.
        Some(_) => Vec::new(),
    });
    let rule = move || RecallRule {
        interval_months: months.get(),
        fixed: fixed.read().parse().ok(),
        disabled_until: until.read().parse().ok(),
    };
    // Those of the family whose last hygiene does not serve the date already.
    let joins = Memo::new(move |_| {
        let fixed = fixed
            .read()
            .parse::<Date>()
            .ok()
            .filter(|day| *day >= today.get());
        let does = |other: &RecallStanding| fixed.is_some_and(|fixed| !other.serves(fixed));
        family.with_value(|all| {
            let others = all.iter().filter(|(_, other)| does(other));
            others.copied().collect::<Vec<_>>()
        })
    });
    let names = Memo::new(move |_| names(workspace, &joins.read()));
    let fixed_problem = Signal::derive(move || {
        let day = rule().fixed.filter(|day| seen.rule.fixed != Some(*day))?;
        if day < today.get() {
            return Some(words().past.to_owned());
        }
        let served = seen.serves(day).then_some(seen.last_done).flatten();
        served.map(|done| (words().own(check).served)(&common().date(done)))
    });
    let until_problem = Signal::derive(move || {
        let is_past = rule().disabled_until.is_some_and(|day| day <= today.get());
        is_past.then(|| words().past.to_owned())
    });
    let intervals = Signal::derive(move || {
        let words = words();
        let own = Some(seen.rule.interval_months).filter(|own| !INTERVALS.contains(own));
        let offered = own.into_iter().chain(INTERVALS);
        offered
            .map(|months| (months, (words.months)(months)))
            .collect::<Vec<_>>()
    });
    let is_sound = move || fixed_problem.read().is_none() && until_problem.read().is_none();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !untrack(is_sound) {
            return;
        }
        let becomes = untrack(rule);
        workspace.last_refusal().set(None);
        if becomes != seen.rule {
            set(workspace, (patient, check), &seen, becomes);
        }
        if together.get_untracked() {
            for (other, standing) in joins.get_untracked() {
                let same = RecallRule {
                    fixed: becomes.fixed,
                    ..standing.rule
                };
                if same != standing.rule {
                    set(workspace, (other, None), &standing, same);
                }
            }
        }
        if workspace.last_refusal().with_untracked(Option::is_none) {
            on_close.run(());
        }
    };
    // The button that opened the form is gone: the focus goes to the date.
    let date = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(date) = date.get() {
            // Fails only for what cannot have the focus: then it stays where it is.
            let _no_focus = date.focus();
        }
    });
    view! {
        <form class="recall-form" on:submit=submit>
            <Field id="recall-every" label=Signal::derive(move || words().every.to_owned())>
                <Select id="recall-every" options=intervals chosen=months on_choose=move |chosen| months.set(chosen) />
            </Field>
            <Field
                id="recall-fixed"
                label=Signal::derive(move || words().own(check).fixed.to_owned())
                hint=Signal::derive(move || words().own(check).fixed_hint.to_owned())
                error=fixed_problem
            >
                <input
                    node_ref=date
                    id="recall-fixed"
                    class="input num"
                    type="date"
                    aria-describedby="recall-fixed-error"
                    bind:value=fixed
                />
            </Field>
            <Field
                id="recall-until"
                label=Signal::derive(move || words().until.to_owned())
                hint=Signal::derive(move || words().until_hint.to_owned())
                error=until_problem
            >
                <input
                    id="recall-until"
                    class="input num"
                    type="date"
                    aria-describedby="recall-until-error"
                    bind:value=until
                />
            </Field>
            <Show when=move || !joins.read().is_empty()>
                <label class="recall-form__family">
                    <input type="checkbox" bind:checked=together />
                    <span>{move || (words().family)(&names.get())}</span>
                </label>
            </Show>
            <div class="recall-form__actions">
                <Button kind=ButtonKind::Submit look=ButtonLook::Main attr:disabled=move || !is_sound()>
                    {move || common().save}
                </Button>
                <Button look=ButtonLook::Quiet on:click=move |_| on_close.run(())>
                    {move || common().cancel}
                </Button>
            </div>
        </form>
    }
}

fn set(
    workspace: Workspace,
    (patient, check): (PatientId, Option<RecallType>),
    seen: &RecallStanding,
    becomes: RecallRule,
) {
    workspace.act(Command::SetRecall(NewRecall {
        patient,
        check,
        was: seen.set.map(|set| set.rule),
        becomes,
    }));
}

/// "Bruno Greco, Rita Greco".
fn names(workspace: Workspace, family: &[(PatientId, RecallStanding)]) -> String {
    let names = name_for(workspace.names_hidden().get());
    let name = |(id, _): &(PatientId, RecallStanding)| {
        workspace.read(|rows| rows.patient(*id).map(|row| shown_name(row, names)))
    };
    family.iter().filter_map(name).collect::<Vec<_>>().join(", ")
}
