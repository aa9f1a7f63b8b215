//! The rarer outcomes.

use app_domain::calls::Outcome;
use leptos::prelude::*;

use super::draft::Draft;
use super::panel::{Panel, PanelFrame};
use super::record::record;
use super::text::{CardText, text};
use crate::ui::{Button, ButtonLook, Glyph, Icon};
use crate::workspace::expect_workspace;

/// The rarer outcomes, one tap each; a problem is completed in its own panel.
#[component]
pub(super) fn OtherPanel(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let one = move |outcome: Outcome, pick: fn(&CardText) -> &'static str| {
        let write = move |_| record(workspace, draft, &outcome);
        view! { <Button on:click=write>{move || pick(&words().card)}</Button> }
    };
    view! {
        <PanelFrame
            title=Signal::derive(move || words().panel.other.to_owned())
            on_close=move |()| draft.panel.set(None)
        >
            <div class="call-panel__choices">
                <Button look=ButtonLook::Risk on:click=move |_| draft.panel.set(Some(Panel::Problem))>
                    <Icon glyph=Glyph::Warning />
                    {move || words().card.problem}
                </Button>
                {one(Outcome::Voicemail, |words| words.voicemail)}
                {one(Outcome::Family, |words| words.family)}
                {one(Outcome::WrongNumber, |words| words.wrong_number)}
            </div>
            <p class="call-card__note">{move || words().card.discretion}</p>
        </PanelFrame>
    }
}
