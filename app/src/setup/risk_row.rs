//! A line of the table of clinical risk.

use app_domain::calls::{RiskCategory, RiskRule};
use app_domain::command::Command;
use app_domain::rows::{Key, Rows};
use leptos::prelude::*;

use super::refused_change::RefusedChange;
use super::risk_form::RiskForm;
use super::risk_part::RiskRules;
use super::text::{Text, text};
use crate::outbox::RowStanding;
use crate::ui::Button;
use crate::workspace::expect_workspace;

/// What opens and closes an episode of a category, how often it is checked, and the form to set it otherwise.
#[component]
pub(super) fn RiskRow(
    /// Which.
    category: RiskCategory,
    /// As it is now.
    rule: Memo<RiskRule>,
    /// The whole table.
    rules: RiskRules,
    /// Whose form is open.
    open: RwSignal<Option<RiskCategory>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let name = move || (words().common.risk)(category);
    let is_open = Memo::new(move |_| open.get() == Some(category));
    let is_its = move |command: &Command| match command {
        Command::SetUpRisk { becomes, .. } if becomes.category == category => {
            Some(in_words(becomes, text(workspace.language().get())))
        }
        _ => None,
    };
    let again = move |command: Command| match command {
        Command::SetUpRisk { becomes, .. } => Command::SetUpRisk {
            was: workspace.read(|rows| rows.risk_rule(category).cloned()),
            becomes,
        },
        command => command,
    };
    view! {
        <li class="setup-chair" aria-label=name>
            <div class="setup-chair__head">
                <b class="setup-chair__name">{name}</b>
                <RowStanding key=Key::RiskRule(category) />
                <div class="setup-chair__tools">
                    <Button
                        attr:aria-expanded=move || is_open.get().to_string()
                        on:click=move |_| open.set((!is_open.get_untracked()).then_some(category))
                    >
                        {move || words().common.edit}
                        <span class="aloud">{move || format!(": {}", name())}</span>
                    </Button>
                </div>
            </div>
            <RefusedChange is_its again />
            <Show
                when=move || is_open.get()
                fallback=move || view! { <p class="setup__note">{move || in_words(&rule.read(), words())}</p> }
            >
                <RiskForm rule rules on_close=move |()| open.set(None) />
            </Show>
        </li>
    }
}

/// "si apre con PROV-EST · si chiude con CORONA-DEF · controllo ogni 30 giorni".
pub(super) fn in_words(rule: &RiskRule, words: &Text) -> String {
    (words.risk.line)(
        &rule.opens.join(", "),
        &rule.closes.join(", "),
        &(words.common.days)(i64::from(rule.check_every_days)),
    )
}
