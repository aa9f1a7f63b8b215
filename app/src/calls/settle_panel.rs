//! What a person decides about the patient, with one tap each ("Da rivedere").

use app_domain::calls::{Attempt, ReasonKind, Settlement, Topic};
use app_domain::command::Command;
use app_domain::patient::{Contacts, PatientField};
use app_domain::policy::{may_edit, may_settle_attempt};
use leptos::prelude::*;

use super::close_reason::CloseReason;
use super::draft::Draft;
use super::text::text;
use super::to_settle::ToSettle;
use crate::patient::ContactsForm;
use crate::ui::{Button, ButtonLook, Toast, Tone};
use crate::workspace::{Workspace, expect_workspace};

/// Everything that waits for a person's decision; nothing where nothing does.
#[component]
pub(super) fn SettlePanel(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).settling;
    let attempts = workspace.attempts_of(draft.patient);
    let waits = Memo::new(move |_| {
        let status = draft.status.read();
        status
            .as_ref()
            .map_or_else(Vec::new, |status| ToSettle::of(status, &attempts.read()))
    });
    // What was seen when the form of the contacts was opened; nothing while it is shut.
    let editing = RwSignal::new(None::<Contacts>);
    let form = move || {
        editing.get().map(|seen| {
            let patient = draft.patient;
            view! { <ContactsForm patient seen on_close=move |()| editing.set(None) /> }
        })
    };
    view! {
        <Show when=move || !waits.read().is_empty()>
            <section class="call-settle" aria-labelledby="call-settle-title">
                <h3 id="call-settle-title" class="call-card__heading">{move || words().title}</h3>
                <For
                    each=move || waits.get()
                    key=ToSettle::key
                    children=move |one| view! { <Waiting draft one editing /> }
                />
                {form}
            </section>
        </Show>
    }
}

/// One thing that waits: what it is, and the ways to decide it.
#[component]
fn Waiting(draft: Draft, one: ToSettle, editing: RwSignal<Option<Contacts>>) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).settling;
    let closing = RwSignal::new(None::<ReasonKind>);
    let line = {
        let one = one.clone();
        move || sentence(workspace, &one)
    };
    let row = workspace.patient(draft.patient);
    let may_correct = workspace
        .actor()
        .is_some_and(|actor| may_edit(actor.role, &PatientField::Mobile(None)));
    let correct = move || {
        may_correct.then(|| {
            let open = move |_| {
                editing.set(row.with_untracked(|row| row.as_ref().and_then(|row| row.contacts.clone())));
            };
            view! { <Button on:click=open>{move || words().correct}</Button> }
        })
    };
    let settled = one.call().cloned();
    let choice = move |settlement: Settlement,
                       look: ButtonLook,
                       label: fn(&'static super::text::SettlingText) -> &'static str| {
        let call = settled.clone().filter(|call| may(workspace, call, settlement))?;
        let tap = move |_| settle(workspace, draft, &call, settlement, "");
        Some(view! { <Button look on:click=tap>{move || label(words())}</Button> })
    };
    let choices = match &one {
        ToSettle::InVain { reason, last } => {
            let reason = *reason;
            let may_close = may(workspace, last, Settlement::Closed { reason });
            let close = may_close.then(|| {
                view! {
                    <Button look=ButtonLook::Quiet on:click=move |_| closing.set(Some(reason))>
                        {move || words().close}
                    </Button>
                }
            });
            view! {
                {choice(Settlement::Retry { reason }, ButtonLook::Main, |words| words.retry)}
                {correct()}
                {close}
            }
            .into_any()
        }
        ToSettle::Closed { reason, .. } => {
            let reason = *reason;
            choice(Settlement::Retry { reason }, ButtonLook::Plain, |words| {
                words.reopen
            })
            .into_any()
        }
        ToSettle::Report { .. } if one.is_confirmed() => {
            choice(Settlement::NotTrue, ButtonLook::Quiet, |words| words.not_true).into_any()
        }
        ToSettle::Report { call, .. } => {
            let standing = row
                .with_untracked(|row| row.as_ref().map(|row| row.standing))
                .unwrap_or_default();
            let confirmed = Settlement::Confirmed { standing };
            let others = !may(workspace, call, confirmed) && may(workspace, call, Settlement::NotTrue);
            view! {
                {choice(confirmed, ButtonLook::Plain, |words| words.confirm)}
                {choice(Settlement::NotTrue, ButtonLook::Plain, |words| words.not_true)}
                {others.then(|| view! { <p class="call-card__note">{move || words().for_others}</p> })}
            }
            .into_any()
        }
        ToSettle::Dispute { .. } => {
            choice(Settlement::Resolved, ButtonLook::Plain, |words| words.resolve).into_any()
        }
        ToSettle::WrongNumber => correct().into_any(),
    };
    let last = one.call().cloned();
    let panel = move || {
        let reason = closing.get()?;
        let last = last.clone()?;
        let close = move |words: String| {
            settle(workspace, draft, &last, Settlement::Closed { reason }, &words);
        };
        Some(view! { <CloseReason reason on_close=close on_give_up=move |()| closing.set(None) /> })
    };
    view! {
        <div class="call-settle__one">
            <p>{line}</p>
            <div class="call-settle__choices">{choices}</div>
            {panel}
        </div>
    }
}

/// What waits, in a sentence.
fn sentence(workspace: Workspace, one: &ToSettle) -> String {
    let language = workspace.language().get();
    let words = &text(language).settling;
    let topic = |reason: ReasonKind| (crate::outbox::text::text(language).topic)(Topic::Reason(reason));
    let day = |at: app_domain::time::Instant| crate::text::text(language).moment_with_month(at.civil());
    let caller = |call: &Attempt| {
        let by = call.by.map(|by| workspace.name_of(by));
        by.or_else(|| call.by_name.clone()).unwrap_or_default()
    };
    match one {
        ToSettle::InVain { reason, .. } => (words.in_vain)(topic(*reason)),
        ToSettle::Closed { reason, .. } => (words.closed)(topic(*reason)),
        ToSettle::Report { standing, call } => {
            let last = call.settled.last().filter(|_| one.is_confirmed());
            match last {
                Some(last) => (words.confirmed)(*standing, &workspace.name_of(last.by), &day(last.at)),
                None => (words.reported)(*standing, &caller(call), &day(call.at)),
            }
        }
        ToSettle::Dispute { call } => (words.disputed)(&caller(call), &day(call.at)),
        ToSettle::WrongNumber => words.wrong_number.to_owned(),
    }
}

/// Whether who looks may decide this.
fn may(workspace: Workspace, call: &Attempt, settlement: Settlement) -> bool {
    workspace
        .actor()
        .is_some_and(|actor| workspace.read(|rows| may_settle_attempt(&actor, call, settlement, rows)))
}

/// Decides it, and says so.
fn settle(workspace: Workspace, draft: Draft, call: &Attempt, settlement: Settlement, why: &str) {
    workspace.last_refusal().set(None);
    workspace.act(Command::SettleCall {
        attempt: call.id,
        was: call
            .settled_about(settlement.matter())
            .map(|last| last.settlement),
        settlement,
        words: why.to_owned(),
    });
    if workspace.last_refusal().with_untracked(Option::is_none) {
        let words = &text(workspace.language().get_untracked()).settling;
        draft.toasts.show(Toast {
            text: words.done.to_owned(),
            tone: Tone::Good,
            undo: None,
        });
    }
}
