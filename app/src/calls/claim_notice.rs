//! Who else is calling, and who knows that one is calling.

use app_domain::calls::Claim;
use app_sync::client::Link;
use leptos::prelude::*;

use super::draft::{Draft, Stage};
use super::hold_claim::claim_of_another;
use super::text::text;
use crate::ui::{Button, ButtonLook, Glyph, Icon};
use crate::workspace::expect_workspace;

/// Says that another is calling, or that nobody can see that one is; offers to take the call where nobody has it.
#[component]
pub(super) fn ClaimNotice(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let other = claim_of_another(workspace, draft);
    let link = workspace.link();
    let begin = move |_| draft.stage.set(Stage::Calling);
    let taken = move |claim: Claim| {
        let who = workspace
            .member(claim.by)
            .get()
            .map(|member| member.name)
            .unwrap_or_default();
        let since = crate::text::text(workspace.language().get()).clock(claim.since.civil().time());
        let go_on = (draft.stage.get() != Stage::Knowingly).then(|| {
            let knowingly = move |_| draft.stage.set(Stage::Knowingly);
            view! { <Button look=ButtonLook::Risk on:click=knowingly>{move || words().go_on}</Button> }
        });
        view! {
            <div class="call-notice call-notice--taken" role="status">
                <Icon glyph=Glyph::Phone />
                <p>
                    <strong>{(words().taken)(&who, &since)}</strong>
                    " "
                    {move || words().taken_note}
                </p>
                {go_on}
            </div>
        }
    };
    let offline = move || {
        let is_calling = matches!(draft.stage.get(), Stage::Calling | Stage::Knowingly);
        (link.get() != Link::Live && is_calling).then(|| {
            view! {
                <div class="call-notice" role="status">
                    <Icon glyph=Glyph::CloudOff />
                    <p>{move || words().offline}</p>
                </div>
            }
        })
    };
    view! {
        {move || match other.get() {
            Some(claim) => taken(claim).into_any(),
            None if draft.stage.get() == Stage::Looking => {
                view! {
                    <Button look=ButtonLook::Main on:click=begin>
                        <Icon glyph=Glyph::Phone />
                        {move || words().take}
                    </Button>
                }
                    .into_any()
            }
            None => offline().into_any(),
        }}
    }
}
