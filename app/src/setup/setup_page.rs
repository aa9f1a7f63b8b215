//! The page on which the practice is set up.

use app_domain::policy::may_set_up;
use leptos::prelude::*;

use super::budgets_part::BudgetsPart;
use super::calls_part::CallsPart;
use super::chairs_part::ChairsPart;
use super::closures_part::ClosuresPart;
use super::risk_part::RiskPart;
use super::text::text;
use super::types_part::TypesPart;
use crate::layout::TopBar;
use crate::ui::Refused;
use crate::workspace::expect_workspace;

/// Chairs and hours, types of visit, autonomy, calls, clinical risk, and the way to closures; for roles that may.
#[component]
pub fn SetupPage() -> impl IntoView {
    let workspace = expect_workspace();
    let viewer = workspace.viewer();
    let may = Memo::new(move |_| viewer.read().as_ref().is_some_and(|who| may_set_up(who.role)));
    let words = move || text(workspace.language().get());
    let refused = Signal::derive(move || {
        let words = words();
        [words.refused, words.refused_text, words.to_agenda]
    });
    view! {
        <TopBar
            title=Signal::derive(move || words().title.to_owned())
            short_title=Signal::derive(move || words().short_title.to_owned())
        />
        <main id="main" class="page" tabindex="-1">
            <Show when=move || may.get() fallback=move || view! { <Refused words=refused /> }>
                <div class="setup">
                    <ChairsPart />
                    <TypesPart />
                    <BudgetsPart />
                    <CallsPart />
                    <RiskPart />
                    <ClosuresPart />
                </div>
            </Show>
        </main>
    }
}
