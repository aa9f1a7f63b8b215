//! Outcomes that are completed with a day: not before one, and a promise to pay by one.

use app_domain::calendar::Calendar;
use app_domain::calls::Outcome;
use app_domain::money::Cents;
use app_domain::rows::Rows;
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;

use super::draft::Draft;
use super::panel::PanelFrame;
use super::record::record;
use super::text::text;
use crate::ui::{Button, ButtonKind, ButtonLook, Field};
use crate::workspace::expect_workspace;

/// The day before which not to call about hygiene again.
#[component]
pub(super) fn LaterPanel(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).panel;
    let today = workspace.today().get_untracked();
    let days = [1, 3, 6].map(|months| today.saturating_add(months.months()));
    let later = move |until: Date| record(workspace, draft, &Outcome::Later { until });
    view! {
        <PanelFrame
            title=Signal::derive(move || words().later.to_owned())
            on_close=move |()| draft.panel.set(None)
        >
            <DayChoices days=days.to_vec() on_choose=later />
        </PanelFrame>
    }
}

/// The day by which the patient pays, and how much if it was said.
#[component]
pub(super) fn PayPanel(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).panel;
    let today = workspace.today().get_untracked();
    let calendar = workspace.read(|rows| Calendar::new(rows.closures()));
    let month_end = today.last_of_month();
    let mut days = vec![
        calendar.next_working_day(today),
        today.saturating_add(1.week()),
        today.saturating_add(2.weeks()),
    ];
    days.extend((!days.contains(&month_end) && month_end > today).then_some(month_end));
    days.sort_unstable();
    let amount = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let promise = move |by: Date| {
        let typed = amount.get_untracked();
        let amount = Cents::typed(&typed);
        if amount.is_none() && !typed.trim().is_empty() {
            error.set(Some(untrack(words).not_an_amount.to_owned()));
            return;
        }
        record(workspace, draft, &Outcome::PromisesToPay { by, amount });
    };
    view! {
        <PanelFrame
            title=Signal::derive(move || words().pay.to_owned())
            on_close=move |()| draft.panel.set(None)
        >
            <Field id="call-pay-amount" label=Signal::derive(move || words().amount.to_owned()) error>
                <input
                    id="call-pay-amount"
                    class="input num"
                    inputmode="decimal"
                    autocomplete="off"
                    aria-describedby="call-pay-amount-error"
                    bind:value=amount
                />
            </Field>
            <DayChoices days on_choose=promise />
        </PanelFrame>
    }
}

/// Days of one tap, and a field for the others.
#[component]
pub(super) fn DayChoices(
    /// The usual ones.
    days: Vec<Date>,
    /// Called with the day that is chosen; it is after today.
    #[prop(into)]
    on_choose: Callback<Date>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let language = workspace.language();
    let words = move || &text(language.get()).panel;
    let typed = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let day: Option<Date> = typed.get_untracked().parse().ok();
        match day.filter(|day| *day > workspace.today().get_untracked()) {
            Some(day) => on_choose.run(day),
            None => error.set(Some(untrack(words).not_a_later_day.to_owned())),
        }
    };
    let choice = move |day: Date| {
        view! {
            <Button on:click=move |_| on_choose.run(day)>
                <span class="num">{move || crate::text::text(language.get()).day_long(day)}</span>
            </Button>
        }
    };
    view! {
        <div class="call-panel__choices">{days.into_iter().map(choice).collect_view()}</div>
        <form class="call-panel__form" on:submit=submit>
            <Field id="call-day" label=Signal::derive(move || words().another_day.to_owned()) error>
                <input id="call-day" class="input num" type="date" aria-describedby="call-day-error" bind:value=typed />
            </Field>
            <Button kind=ButtonKind::Submit look=ButtonLook::Main>
                {move || words().write}
            </Button>
        </form>
    }
}
