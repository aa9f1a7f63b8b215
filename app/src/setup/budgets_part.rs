//! What each role may grant without asking.

use app_domain::autonomy::Budget;
use app_domain::calls::why;
use app_domain::command::Command;
use app_domain::money::Cents;
use app_domain::policy::may_record_payments;
use app_domain::role::Role;
use app_domain::rows::{Key, Rows};
use leptos::prelude::*;

use super::act::Act;
use super::refused_change::RefusedChange;
use super::text::text;
use crate::outbox::RowStanding;
use crate::ui::Select;
use crate::workspace::{Workspace, expect_workspace};

/// Delays that are offered, in days; one that was set otherwise is offered too.
const DELAYS: [u16; 8] = [0, 3, 7, 15, 30, 45, 60, 90];

/// Waivers that are offered, in cents; one that was set otherwise is offered too.
const WAIVERS: [i64; 8] = [0, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000];

/// The budgets that the practice sets.
#[component]
pub(super) fn BudgetsPart() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    view! {
        <section class="setup__part" aria-labelledby="setup-budgets">
            <h2 id="setup-budgets" class="setup__title">{move || words().budgets}</h2>
            <p class="setup__note">{move || words().budgets_note}</p>
            <ul class="setup__rows">
                {Budget::SET_FOR.map(|role| view! { <BudgetRow role /> }).collect_view()}
            </ul>
        </section>
    }
}

/// The budget of a role: each choice is kept as it is made.
#[component]
fn BudgetRow(
    /// Whose.
    role: Role,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act::expect();
    let words = move || text(workspace.language().get());
    let name = move || (words().common.role)(role);
    let set = workspace.budget(role);
    let present = move || workspace.read(|rows| rows.budget(role).copied());
    let change = move |change: &dyn Fn(&mut Budget)| {
        let mut becomes = set.get_untracked();
        change(&mut becomes);
        act.carry_out(Command::SetUpBudget {
            was: present(),
            becomes,
        });
    };
    let delays = Signal::derive(move || {
        let mut days = DELAYS.to_vec();
        days.push(set.read().delay_days);
        days.sort_unstable();
        days.dedup();
        days.into_iter()
            .map(|days| (days, (words().delay)(days)))
            .collect::<Vec<_>>()
    });
    let waivers = Signal::derive(move || {
        let mut amounts = WAIVERS.map(Cents).to_vec();
        amounts.push(set.read().waive);
        amounts.sort_unstable();
        amounts.dedup();
        let named = amounts
            .into_iter()
            .map(|amount| (amount, waiver(workspace, amount)));
        named.collect::<Vec<_>>()
    });
    // Who records no payments waives none.
    let waives = may_record_payments(role);
    let is_its = move |command: &Command| match command {
        Command::SetUpBudget { becomes, .. } if becomes.role == role => {
            let outside = if becomes.outside_hours {
                words().outside
            } else {
                words().inside
            };
            let waived = waives.then(|| format!(" · {}", waiver(workspace, becomes.waive)));
            let delay = (words().delay)(becomes.delay_days);
            Some(format!("{delay}{} · {outside}", waived.unwrap_or_default()))
        }
        _ => None,
    };
    let again = move |command: Command| match command {
        Command::SetUpBudget { becomes, .. } => Command::SetUpBudget {
            was: present(),
            becomes,
        },
        command => command,
    };
    view! {
        <li class="setup-type setup-type--budget" aria-label=name>
            <b class="setup-type__name">{name}</b>
            <Select
                id=delay_id(role)
                options=delays
                chosen=Signal::derive(move || set.read().delay_days)
                on_choose=move |days| change(&|set| set.delay_days = days)
                attr:aria-label=move || (words().delay_of)(name())
            />
            <span class="setup-type__waiver">
                {waives
                    .then(|| {
                        view! {
                            <Select
                                id="waiver-of-role"
                                options=waivers
                                chosen=Signal::derive(move || set.read().waive)
                                on_choose=move |amount| change(&|set| set.waive = amount)
                                attr:aria-label=move || (words().waive_of)(name())
                            />
                        }
                    })}
            </span>
            <label class="setup-type__offer">
                <input
                    type="checkbox"
                    prop:checked=move || set.read().outside_hours
                    on:change=move |_| change(&|set| set.outside_hours = !set.outside_hours)
                />
                <span>{move || words().outside}</span>
                <span class="aloud">{move || format!(": {}", name())}</span>
            </label>
            <RowStanding key=Key::Budget(role) />
            <RefusedChange is_its again />
        </li>
    }
}

/// "abbuono fino a € 5,00".
fn waiver(workspace: Workspace, amount: Cents) -> String {
    let language = workspace.language().get();
    let most = (amount > Cents(0)).then(|| why::amount(amount, language));
    (text(language).waive)(most.as_deref())
}

/// Identity of the field of a delay in the page.
const fn delay_id(role: Role) -> &'static str {
    match role {
        Role::FrontDesk => "delay-fd",
        Role::RemoteSecretary => "delay-rs",
        _ => "delay-dcm",
    }
}
