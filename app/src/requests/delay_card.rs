//! A payment that a patient asked to put off beyond what the caller may grant: the proposal is ready, one tap decides.

use app_domain::autonomy::decide_by;
use app_domain::calendar::Calendar;
use app_domain::calls::{Attempt, why};
use app_domain::command::Command;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::text::text;
use crate::patient::{name_for, shown_name};
use crate::sheet::sheet_path;
use crate::ui::{Button, ButtonLook, Toast, Tone, expect_toasts};
use crate::workspace::expect_workspace;

/// Who asks, until when, what is due; granted or not with one tap, with words for the patient if there are any.
#[component]
pub(super) fn DelayCard(
    /// The call in which it was asked.
    asked: Attempt,
) -> impl IntoView {
    let workspace = expect_workspace();
    let toasts = expect_toasts();
    let words = move || text(workspace.language().get());
    let say = RwSignal::new(String::new());
    let (id, patient, at, by, until) = (asked.id, asked.patient, asked.at, asked.by, asked.asks_delay());
    let due = workspace.read(|rows| decide_by(at, &Calendar::new(rows.closures())));
    let row = workspace.patient(patient);
    let name = move || {
        let names = name_for(workspace.names_hidden().get());
        row.read().as_ref().map(|row| shown_name(row, names))
    };
    let status = workspace.call_status(patient);
    let owed = move || {
        let status = status.read();
        let status = status.as_ref()?;
        let held = status.excluded.iter().map(|held| &held.reason);
        let money = status
            .listed
            .iter()
            .chain(held)
            .filter(|reason| reason.kind().is_money());
        let (now, language) = (workspace.now().get(), workspace.language().get());
        let titles: Vec<String> = money
            .map(|reason| why::reason_title(reason, now, language))
            .collect();
        Some(titles.join(" · "))
    };
    let asks = move || {
        let common = crate::text::text(workspace.language().get());
        let who = by.map(|by| workspace.name_of(by)).unwrap_or_default();
        until.map(|until| (words().asks_delay)(&common.day_long(until), &who, &common.moment(at.civil())))
    };
    let by_when = move || crate::text::text(workspace.language().get()).moment(due);
    let decide = move |granted: bool| {
        workspace.last_refusal().set(None);
        workspace.act(Command::DecideDelay {
            attempt: id,
            granted,
            words: say.get_untracked(),
        });
        if workspace.last_refusal().with_untracked(Option::is_none) {
            let told = untrack(words).told_delay[usize::from(!granted)];
            toasts.show(Toast {
                text: told.to_owned(),
                tone: Tone::Good,
                undo: None,
            });
        }
    };
    let field = format!("delay-{id}");
    view! {
        <li class="request">
            <div class="request__head">
                <b class="request__hour num">{by_when}</b>
                <a class="request__who" href=sheet_path("/richieste", patient)>{name}</a>
            </div>
            <p class="request__words">{asks}</p>
            <p class="request__line num">{owed}</p>
            <label class="field__label" for=field.clone()>{move || words().delay_words}</label>
            <input id=field class="input" maxlength="500" autocomplete="off" bind:value=say />
            <div class="request__actions">
                <Button look=ButtonLook::Main on:click=move |_| decide(true)>{move || words().grant}</Button>
                <Button on:click=move |_| decide(false)>{move || words().deny}</Button>
            </div>
        </li>
    }
}
