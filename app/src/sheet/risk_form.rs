//! Opening and closing an episode of clinical risk by hand, with a reason.

use app_domain::calls::{LONGEST_WORDS, RiskCategory};
use app_domain::command::Command;
use app_domain::id::{EpisodeId, PatientId};
use app_domain::risk_marks::NewRisk;
use jiff::civil::Date;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

use super::text::text;
use crate::ui::{Button, ButtonKind, ButtonLook, Field, Select};
use crate::workspace::expect_workspace;

/// Why an episode is closed.
#[component]
pub(super) fn CloseRiskForm(
    /// Whose.
    patient: PatientId,
    /// Which episode.
    episode: EpisodeId,
    /// Called when the form is done with.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).risk;
    let typed = RwSignal::new(String::new());
    let field = NodeRef::<html::Input>::new();
    focus_on(field);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        workspace.last_refusal().set(None);
        workspace.act(Command::CloseRisk {
            patient,
            episode,
            reason: typed.get_untracked().trim().to_owned(),
        });
        if workspace.last_refusal().with_untracked(Option::is_none) {
            on_close.run(());
        }
    };
    view! {
        <form class="recall-form" on:submit=submit>
            <Why typed field />
            <Actions on_close blank=Signal::derive(move || typed.read().trim().is_empty())>
                {move || words().close_now}
            </Actions>
        </form>
    }
}

/// Which risk, since when, at which tooth, and why.
#[component]
pub(super) fn OpenRiskForm(
    /// Whose.
    patient: PatientId,
    /// Called when the form is done with.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).risk;
    let today = workspace.today();
    let category = RwSignal::new(RiskCategory::ExtendedProvisional);
    let day = RwSignal::new(today.get_untracked().to_string());
    let (tooth, typed) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let date = NodeRef::<html::Input>::new();
    focus_on(date);
    let categories = Signal::derive(move || {
        let name = crate::text::text(workspace.language().get()).risk;
        RiskCategory::ALL
            .map(|category| (category, name(category).to_owned()))
            .to_vec()
    });
    let opened = move || day.read().parse::<Date>().ok().filter(|day| *day <= today.get());
    let problem = Signal::derive(move || opened().is_none().then(|| words().day_ahead.to_owned()));
    let blank = Signal::derive(move || typed.read().trim().is_empty() || problem.read().is_some());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(opened) = untrack(opened) else { return };
        workspace.last_refusal().set(None);
        workspace.act(Command::OpenRisk(NewRisk {
            episode: EpisodeId(workspace.new_id()),
            patient,
            category: category.get_untracked(),
            opened,
            tooth: tooth.get_untracked().trim().to_owned(),
            reason: typed.get_untracked().trim().to_owned(),
        }));
        if workspace.last_refusal().with_untracked(Option::is_none) {
            on_close.run(());
        }
    };
    view! {
        <form class="recall-form" on:submit=submit>
            <Field id="risk-category" label=Signal::derive(move || words().category.to_owned())>
                <Select
                    id="risk-category"
                    options=categories
                    chosen=category
                    on_choose=move |chosen| category.set(chosen)
                />
            </Field>
            <Field id="risk-day" label=Signal::derive(move || words().day.to_owned()) error=problem>
                <input
                    node_ref=date
                    id="risk-day"
                    class="input num"
                    type="date"
                    required
                    max=move || today.get().to_string()
                    aria-describedby="risk-day-error"
                    bind:value=day
                />
            </Field>
            <Field
                id="risk-tooth"
                label=Signal::derive(move || words().tooth.to_owned())
                hint=Signal::derive(move || words().tooth_hint.to_owned())
            >
                <input id="risk-tooth" class="input" maxlength="3" autocomplete="off" bind:value=tooth />
            </Field>
            <Why typed />
            <Actions on_close blank>{move || words().open_now}</Actions>
        </form>
    }
}

/// The button that opened the form is gone: the focus goes into it.
fn focus_on(field: NodeRef<html::Input>) {
    Effect::new(move || {
        if let Some(field) = field.get() {
            // Fails only for what cannot have the focus: then it stays where it is.
            let _no_focus = field.focus();
        }
    });
}

/// Why, in the clinician's words.
#[component]
fn Why(
    /// The field, for who gives it the focus.
    #[prop(optional)]
    field: NodeRef<html::Input>,
    /// What is typed.
    typed: RwSignal<String>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).risk;
    view! {
        <Field
            id="risk-why"
            label=Signal::derive(move || words().why.to_owned())
            hint=Signal::derive(move || words().why_hint.to_owned())
        >
            <input
                node_ref=field
                id="risk-why"
                class="input"
                required
                maxlength=LONGEST_WORDS.to_string()
                autocomplete="off"
                bind:value=typed
            />
        </Field>
    }
}

/// What is done with a form.
#[component]
fn Actions(
    /// Called when the form is left.
    on_close: Callback<()>,
    /// Whether something is missing still.
    blank: Signal<bool>,
    /// The word of what is done.
    children: Children,
) -> impl IntoView {
    let workspace = expect_workspace();
    view! {
        <div class="recall-form__actions">
            <Button kind=ButtonKind::Submit look=ButtonLook::Main attr:disabled=blank>{children()}</Button>
            <Button look=ButtonLook::Quiet on:click=move |_| on_close.run(())>
                {move || crate::text::text(workspace.language().get()).cancel}
            </Button>
        </div>
    }
}
