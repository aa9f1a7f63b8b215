//! Two values of one field: both are shown, one is chosen; the other stays in the log.

use app_domain::command::Command;
use app_domain::review::{Decision, Review};
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::decision::decide;
use super::text::text;
use crate::outbox::field_value;
use crate::workspace::expect_workspace;

/// Both values, each a tap.
#[component]
pub(super) fn FieldWays(
    /// What waits.
    review: Review,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let Some(Command::EditPatient { patient, becomes, .. }) =
        review.about.as_ref().map(|about| about.command.clone())
    else {
        return None;
    };
    let language = workspace.language();
    let row = workspace.patient(patient);
    let value = {
        let becomes = becomes.clone();
        move || {
            let row = row.read();
            let present = row.as_ref().and_then(|row| becomes.of(row));
            present.and_then(|present| field_value(&present, language.get()))
        }
    };
    let other = move || field_value(&becomes, language.get());
    let author = workspace.read(|rows| rows.member(review.by).map(|member| member.name.clone()));
    let at = review.at;
    let written = move || {
        let when = crate::text::text(language.get()).moment(at.civil());
        (words().other_value)(author.as_deref().unwrap_or_default(), &when)
    };
    let (kept, taken) = (review.clone(), review);
    let or_none = move |value: Option<String>| value.unwrap_or_else(|| words().no_value.to_owned());
    Some(view! {
        <fieldset class="places review__values">
            <legend class="places__title">{move || words().which_value}</legend>
            <button type="button" class="place" on:click=move |_| decide(workspace, &kept, Decision::Drop, String::new())>
                <b class="num">{move || or_none(value())}</b>
                <small>{move || words().present_value}</small>
            </button>
            <button type="button" class="place" on:click=move |_| decide(workspace, &taken, Decision::Do, String::new())>
                <b class="num">{move || or_none(other())}</b>
                <small>{written}</small>
            </button>
        </fieldset>
    })
}
