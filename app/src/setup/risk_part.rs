//! The table of clinical risk.

use app_domain::calls::{RiskCategory, RiskRule};
use leptos::prelude::*;

use super::risk_row::RiskRow;
use super::text::text;
use crate::workspace::expect_workspace;

/// The lines of the table, in the order of [`RiskCategory::ALL`].
pub(super) type RiskRules = [Memo<RiskRule>; RiskCategory::ALL.len()];

/// Every category: what opens and closes an episode, how often it is checked. One form is open at a time.
#[component]
pub(super) fn RiskPart() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).risk;
    let rules: RiskRules = RiskCategory::ALL.map(|category| workspace.risk_rule(category));
    let open = RwSignal::new(None);
    view! {
        <section class="setup__part" aria-labelledby="setup-risk">
            <h2 id="setup-risk" class="setup__title">{move || words().title}</h2>
            <p class="setup__note">{move || words().note}</p>
            <ul class="setup__rows">
                {RiskCategory::ALL
                    .into_iter()
                    .zip(rules)
                    .map(|(category, rule)| view! { <RiskRow category rule rules open /> })
                    .collect_view()}
            </ul>
        </section>
    }
}
