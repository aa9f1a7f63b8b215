//! Who else is calling, and who knows that one is calling.

use app_domain::calls::Claim;
use app_domain::command::Command;
use app_domain::id::MemberId;
use app_sync::client::Link;
use leptos::prelude::*;

use super::draft::{Draft, Stage};
use super::hold_claim::claim_of_another;
use super::text::text;
use crate::ui::{Button, ButtonKind, ButtonLook, Field, Glyph, Icon};
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
        let who = workspace.name_of(claim.by);
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
                <TakeOver draft from=claim.by name=who />
                {go_on}
            </div>
        }
    };
    let lost = move || {
        let me = workspace.actor().map(|actor| actor.member)?;
        let claim = other.get()?;
        let taken = claim.taken.filter(|taken| taken.from == me)?;
        let who = workspace.name_of(claim.by);
        Some(view! {
            <div class="call-notice call-notice--taken" role="alert">
                <Icon glyph=Glyph::Phone />
                <p>
                    <strong>{(words().taken_from_you)(&who)}</strong>
                    {(!taken.word.is_empty()).then(|| format!(" «{}»", taken.word))}
                </p>
            </div>
        })
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
        {lost}
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

/// Takes the call from who has it, with a word for them. Only with the server.
#[component]
fn TakeOver(
    /// The open card.
    draft: Draft,
    /// Who has it.
    from: MemberId,
    /// Their name.
    name: String,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let word = RwSignal::new(String::new());
    let label = Signal::derive({
        let name = name.clone();
        move || (words().word_to)(&name)
    });
    let take = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        draft.stage.set(Stage::Calling);
        workspace.act(Command::TakeOverCall {
            patient: draft.patient,
            from,
            word: word.get_untracked(),
        });
    };
    view! {
        <details class="call-take">
            <summary>{move || words().take_over}</summary>
            <form class="call-panel__form" on:submit=take>
                <Field id="call-take-word" label>
                    <input id="call-take-word" class="input" maxlength="500" autocomplete="off" bind:value=word />
                </Field>
                <Button kind=ButtonKind::Submit look=ButtonLook::Main>{move || words().take_over_now}</Button>
            </form>
        </details>
    }
}
