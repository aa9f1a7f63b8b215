//! The form of an absence or a closure, beside what it displaces.

use app_domain::rows::Rows;
use jiff::civil::Date;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::act::Act;
use super::affected_list::AffectedList;
use super::draft::{Away, AwayDraft, Problem};
use super::text::text;
use super::when_fields::WhenFields;
use super::who::{Who, full_name};
use crate::ui::{Button, ButtonKind, ButtonLook, Field, Select, expect_toasts};
use crate::workspace::{Workspace, expect_workspace};

/// Who, from when to when, why; what that displaces; and one button for all of it.
#[component]
pub(super) fn AbsenceForm(
    /// Of whom this person may say it.
    whom: Memo<Vec<Who>>,
    /// The first day that is proposed.
    day: Date,
    /// Who is proposed.
    first: Option<Who>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act {
        workspace,
        toasts: expect_toasts(),
    };
    // Who may say it of themselves only has nothing to choose.
    let only = whom.with_untracked(|whom| match whom.as_slice() {
        [only] => Some(*only),
        _ => None,
    });
    let draft = RwSignal::new(AwayDraft::of(day, first.or(only)));
    let (id, tried) = (RwSignal::new(workspace.new_id()), RwSignal::new(false));
    let done = RwSignal::new(None::<usize>);
    let now = move || workspace.now().get_untracked().civil;
    let away = Memo::new(move |_| draft.read().away(id.get(), now()).ok());
    let problem = Memo::new(move |_| draft.read().problem(id.get(), now()));
    let visits = Memo::new(move |_| {
        let away = away.read();
        let displaced = |away: &Away| workspace.displaced_by(away.cause());
        away.as_ref().map(displaced).unwrap_or_default()
    });
    let edit = Callback::new(move |typed| {
        done.set(None);
        draft.set(typed);
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let away = away.get_untracked().filter(|_| problem.get_untracked().is_none());
        let Some(displaced) = away.and_then(|away| act.say(&away)) else {
            return;
        };
        draft.set(AwayDraft::of(day, only));
        id.set(workspace.new_id());
        tried.set(false);
        done.set(Some(displaced));
    };
    let words = move || text(workspace.language().get());
    let told = move || problem.get().filter(|problem| tried.get() || problem.is_plain());
    let count = move || visits.read().len();
    let submit_words = move || match draft.read().who {
        Some(Who::Practice) => (words().submit_closure)(count()),
        _ => (words().submit_absence)(count()),
    };
    view! {
        <form class="absence__form" aria-labelledby="absence-title" novalidate on:submit=submit>
            <h2 id="absence-title" class="absence__title">{move || words().form}</h2>
            <WhoField whom draft on_change=edit />
            <WhenFields draft on_change=edit />
            <ReasonField draft on_change=edit />
            <p class="field__error" role="alert">{move || told().map(words().problem)}</p>
            <Button look=ButtonLook::Main kind=ButtonKind::Submit>{submit_words}</Button>
            <p role="status" class="absence__done">
                {move || done.get().filter(|count| *count > 0).map(|_| view! { <ToCalls /> })}
            </p>
        </form>
        <AffectedList away visits />
    }
}

impl Problem {
    /// Whether it is told before the person has tried: what was typed is wrong, not only missing.
    const fn is_plain(self) -> bool {
        matches!(self, Self::Reversed | Self::Past | Self::TooLong)
    }
}

#[component]
fn ToCalls() -> impl IntoView {
    let workspace = expect_workspace();
    view! {
        <a class="button" href="/chiamate?motivo=ricollocare">
            {move || text(workspace.language().get()).to_calls}
        </a>
    }
}

/// Who is away: what there is to choose from, and that nobody is chosen yet.
#[component]
fn WhoField(
    whom: Memo<Vec<Who>>,
    draft: RwSignal<AwayDraft>,
    on_change: Callback<AwayDraft>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let options = Signal::derive(move || {
        let whom = whom.read();
        let one = |who: &Who| (Some(*who), name(workspace, *who));
        let nobody = (whom.len() > 1).then(|| (None, words().choose.to_owned()));
        nobody.into_iter().chain(whom.iter().map(one)).collect::<Vec<_>>()
    });
    let choose = move |who| {
        on_change.run(AwayDraft {
            who,
            ..draft.get_untracked()
        });
    };
    view! {
        <Field id="absence-who" label=Signal::derive(move || words().who.to_owned())>
            <Select id="absence-who" options chosen=Signal::derive(move || draft.read().who) on_choose=choose />
        </Field>
    }
}

fn name(workspace: Workspace, who: Who) -> String {
    let words = text(workspace.language().get());
    match who {
        Who::Practice => words.practice.to_owned(),
        Who::Clinician(id) => workspace.read(|rows| {
            let known = rows.clinician(id);
            known.map_or_else(|| words.somebody.to_owned(), full_name)
        }),
    }
}

/// Why: private for an absence, public for a closure, and the form says so.
#[component]
fn ReasonField(draft: RwSignal<AwayDraft>, on_change: Callback<AwayDraft>) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let is_public = move || draft.read().who == Some(Who::Practice);
    let hint = Signal::derive(move || {
        if is_public() {
            words().public_reason
        } else {
            words().private_reason
        }
        .to_owned()
    });
    let write = move |reason| {
        on_change.run(AwayDraft {
            reason,
            ..draft.get_untracked()
        });
    };
    view! {
        <Field id="absence-reason" label=Signal::derive(move || words().common.reason.to_owned()) hint>
            <input
                id="absence-reason"
                class="input"
                type="text"
                maxlength="200"
                autocomplete="off"
                aria-required=move || is_public().to_string()
                prop:value=move || draft.read().reason.clone()
                on:input:target=move |event| write(event.target().value())
            />
        </Field>
    }
}
