//! A payment that the patient asks to put off: until when, and who decides.

use app_domain::autonomy::put_off_lately;
use app_domain::calls::Outcome;
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;

use super::draft::Draft;
use super::panel::PanelFrame;
use super::record::record;
use super::text::text;
use super::until_panels::DayChoices;
use crate::workspace::expect_workspace;

/// The day until which a payment is put off: within one's budget it is granted at once, beyond it the manager decides.
#[component]
pub(super) fn DelayPanel(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).panel;
    let today = workspace.today().get_untracked();
    let days = [1, 2, 4].map(|weeks| today.saturating_add(weeks.weeks()));
    let last = workspace.actor().map(|actor| {
        let budget = workspace.budget(actor.role).get_untracked();
        let lately = workspace.read(|rows| put_off_lately(rows, draft.patient, actor.member, None, today));
        budget.last_delay(today, lately)
    });
    let note = move || {
        let common = crate::text::text(workspace.language().get());
        match last.filter(|last| *last > today) {
            Some(last) => (words().delay_within)(&common.day_long(last)),
            None => words().delay_asks.to_owned(),
        }
    };
    let ask = move |until: Date| record(workspace, draft, &Outcome::AsksToSpread { until: Some(until) });
    view! {
        <PanelFrame
            title=Signal::derive(move || words().delay.to_owned())
            on_close=move |()| draft.panel.set(None)
        >
            <p class="call-card__note">{note}</p>
            <DayChoices days=days.to_vec() on_choose=ask />
        </PanelFrame>
    }
}
