//! Deciding: the ways out of a review, each one tap.

use app_domain::command::Command;
use app_domain::review::{Cause, Decision, Review};
use app_domain::rows::Key;
use app_sync::client::RowState;
use leptos::prelude::*;

use super::field_ways::FieldWays;
use super::place_ways::PlaceWays;
use super::text::text;
use crate::ui::{Button, ButtonLook};
use crate::workspace::{Workspace, expect_workspace};

/// Gives the decision, with the words for who asked.
pub(super) fn decide(workspace: Workspace, review: &Review, decision: Decision, words: String) {
    workspace.act(Command::SettleReview {
        review: review.id,
        decision,
        words,
    });
}

/// What a person may do about a review: everything for those who may give such a command, giving it up for its author.
#[component]
pub(super) fn DecisionWays(
    /// What waits.
    review: Review,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let actor = workspace.actor()?;
    let may_decide = workspace.read(|rows| app_domain::policy::may_decide(&actor, review.id, rows));
    let is_asked_of_me = may_decide && review.cause == Cause::BeyondBudget && review.by != actor.member;
    let sent = workspace.row_state(Key::Review(review.id));
    let given_up = review.clone();
    let say = RwSignal::new(String::new());
    let give_up = view! {
        <Button
            look=ButtonLook::Quiet
            on:click=move |_| decide(workspace, &given_up, Decision::Drop, say.get_untracked())
        >
            {move || if is_asked_of_me { words().refuse } else { words().drop }}
        </Button>
    };
    if !may_decide {
        let own = (actor.member == review.by).then_some(give_up);
        return Some(
            view! {
                <p class="review__note">
                    {move || {
                        // What only this device holds nobody else has seen.
                        if sent.get() == RowState::Saved { words().others_decide } else { words().others_will_see }
                    }}
                </p>
                <div class="review__actions">{own}</div>
            }
            .into_any(),
        );
    }
    let is_field = matches!(
        review.about.as_ref().map(|about| &about.command),
        Some(Command::EditPatient { .. })
    );
    let has_place = review.wanted_place().is_some();
    let done = review.clone();
    let is_asked_for = review.cause == Cause::BeyondBudget;
    let answer = is_asked_of_me.then(|| {
        view! {
            <label class="field">
                <span class="field__label">{move || words().say}</span>
                <input class="input" maxlength="500" autocomplete="off" bind:value=say />
            </label>
        }
    });
    let ways = if is_field {
        view! { <FieldWays review /> }.into_any()
    } else if has_place {
        view! { <PlaceWays review say give_up=give_up.into_any() /> }.into_any()
    } else {
        view! {
            <div class="review__actions">
                <Button
                    look=ButtonLook::Main
                    on:click=move |_| decide(workspace, &done, Decision::Do, say.get_untracked())
                >
                    {move || if is_asked_for { words().grant } else { words().do_it }}
                </Button>
                {give_up}
            </div>
        }
        .into_any()
    };
    Some(view! { {answer} {ways} }.into_any())
}
