//! What each role may grant without asking.

use app_domain::autonomy::Budget;
use app_domain::command::Command;
use app_domain::role::Role;
use app_domain::rows::{Key, Rows};
use leptos::prelude::*;

use super::act::Act;
use super::refused_change::RefusedChange;
use super::text::text;
use crate::outbox::RowStanding;
use crate::ui::Select;
use crate::workspace::expect_workspace;

/// Delays that are offered, in days; one that was set otherwise is offered too.
const DELAYS: [u16; 8] = [0, 3, 7, 15, 30, 45, 60, 90];

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
    let is_its = move |command: &Command| match command {
        Command::SetUpBudget { becomes, .. } if becomes.role == role => {
            let outside = if becomes.outside_hours {
                words().outside
            } else {
                words().inside
            };
            Some(format!("{} · {outside}", (words().delay)(becomes.delay_days)))
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

/// Identity of the field of a delay in the page.
const fn delay_id(role: Role) -> &'static str {
    match role {
        Role::FrontDesk => "delay-fd",
        Role::RemoteSecretary => "delay-rs",
        _ => "delay-dcm",
    }
}
