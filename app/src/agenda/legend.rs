//! What the small marks mean.

use app_sync::client::RowState;
use leptos::prelude::*;

use super::appointment_marks::SmallMark;
use super::row_mark::mark;
use super::text::text;
use crate::ui::Icon;
use crate::workspace::expect_workspace;

/// What the small marks mean.
#[component]
pub fn Legend() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let small = move |small: SmallMark| {
        let class = format!("mark {}", small.tone().class());
        view! {
            <li>
                <i class=class aria-hidden="true">
                    {small.sign()}
                </i>
                {move || small.word(words())}
            </li>
        }
    };
    let state = move |state: RowState| {
        move || {
            mark(state, words()).map(|(glyph, word)| {
                view! {
                    <li>
                        <span class="row-mark">
                            <Icon glyph />
                        </span>
                        {word}
                    </li>
                }
            })
        }
    };
    view! {
        <section class="side__part side__legend">
            <h2 class="side__title">{move || words().side.legend}</h2>
            <ul class="legend">
                {SmallMark::ALL.map(small).collect_view()}
                {[RowState::Saving, RowState::Kept, RowState::NeedsYou].map(state).collect_view()}
            </ul>
        </section>
    }
}
