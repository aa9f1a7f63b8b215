//! A chair: what it is now, and what can be done to it.

use app_domain::command::Command;
use app_domain::id::ChairId;
use app_domain::practice::Chair;
use app_domain::rows::Key;
use leptos::prelude::*;

use super::chair_form::ChairForm;
use super::chair_tools::ChairTools;
use super::hide_question::HideQuestion;
use super::hours_week::{HoursWeek, hours_in_words};
use super::refused_change::RefusedChange;
use super::text::text;
use crate::outbox::RowStanding;
use crate::ui::Tag;
use crate::workspace::expect_workspace;

/// What is open below a chair.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Below {
    /// Nothing.
    Nothing,
    /// The form.
    Form,
    /// Whether it is to be hidden, with so many visits to come.
    Question(usize),
}

/// A chair in the list.
#[component]
pub(super) fn ChairRow(
    /// Which.
    id: ChairId,
    /// Every chair, in order.
    chairs: Memo<Vec<Chair>>,
    /// Called to put it before or after its neighbour.
    on_step: Callback<(Chair, isize)>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let chair = Memo::new(move |_| chairs.read().iter().find(|chair| chair.id == id).cloned());
    let below = RwSignal::new(Below::Nothing);
    let name = move || chair.read().as_ref().map(|chair| chair.name.clone());
    let hidden = Memo::new(move |_| chair.read().as_ref().is_some_and(|chair| chair.hidden));
    let opening = Memo::new(move |_| {
        chair
            .read()
            .as_ref()
            .map(|chair| chair.opening.clone())
            .unwrap_or_default()
    });
    let is_its = move |command: &Command| match command {
        Command::SetUpChair { becomes, .. } if becomes.id == id => {
            let hours = hours_in_words(&becomes.opening, text(workspace.language().get()));
            Some(format!("{} · {hours}", becomes.name))
        }
        _ => None,
    };
    let again = move |command: Command| match command {
        Command::SetUpChair { becomes, .. } => Command::SetUpChair {
            was: chair.get_untracked(),
            becomes,
        },
        command => command,
    };
    let question = move || match below.get() {
        Below::Question(count) => Some(view! { <HideQuestion chair count below /> }),
        _ => None,
    };
    view! {
        <li class="setup-chair" aria-label=name data-hidden=move || hidden.get().to_string()>
            <div class="setup-chair__head">
                <b class="setup-chair__name">{name}</b>
                <Show when=move || hidden.get()>
                    <Tag>{move || words().hidden}</Tag>
                </Show>
                <RowStanding key=Key::Chair(id) />
                <ChairTools chair chairs below on_step />
            </div>
            <RefusedChange is_its again />
            {question}
            <Show
                when=move || below.get() == Below::Form
                fallback=move || view! { <HoursWeek opening /> }
            >
                <ChairForm chair chairs on_close=move |()| below.set(Below::Nothing) />
            </Show>
        </li>
    }
}
